"""Options that the commands of `packs` share, and the packs and rules that their arguments name."""

from __future__ import annotations

from pathlib import Path

import click

from clause_auditor.domain.rule import Library, Pack, Rule
from clause_auditor.notation import show_word, suggest

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the packs (default: the installed ones).",
)
OVERLAYS = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Lay this overlay over the packs; may be given again.",
)


def find_named(ctx: click.Context, library: Library, name: str) -> Pack | Rule:
    """Return the pack or the rule of that name; UsageError with the nearest name if there is none."""
    known: dict[str, Pack | Rule] = {pack.name: pack for pack in library.packs}
    known |= {rule.id: rule for pack in library.packs for rule in pack.rules}
    if name not in known:
        cure = suggest(name, known)
        raise click.UsageError(f"no pack and no rule is called {show_word(name)}. {cure}".rstrip(), ctx)
    return known[name]
