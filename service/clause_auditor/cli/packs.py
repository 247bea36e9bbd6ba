"""The command `packs`: list, show and check rule packs, and write their pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from clause_auditor.cli.faults import FAIL
from clause_auditor.cli.packs_listing import announced_lines, pack_lines, rule_lines, rule_table
from clause_auditor.cli.packs_mutate import mutate
from clause_auditor.cli.packs_new import new
from clause_auditor.cli.packs_options import OVERLAYS, ROOT, find_named
from clause_auditor.cli.packs_paths import check_paths
from clause_auditor.cli.packs_score import score
from clause_auditor.cli.packs_testing import coverage, run_tests
from clause_auditor.domain.rule import Library, Pack
from clause_auditor.errors import PackError
from clause_auditor.packs import find_warnings, load_library, pack_page, rulepacks_root
from clause_auditor.reports.quoting import harmless


@click.group()
def packs() -> None:
    """List, show, check, test and write rule packs.

    Exit codes: 0 all is well, 1 a check or an example fails, 2 usage or input error.
    """


for _command in (coverage, mutate, new, run_tests, score):
    packs.add_command(_command)


@packs.command("list")
@ROOT
@OVERLAYS
@click.option("--announced", is_flag=True, help="List the law that is coming instead.")
def list_packs(root: Path | None, overlays: tuple[Path, ...], announced: bool) -> None:
    """List the packs with their versions."""
    library = load_library(root, overlays=overlays)
    lines = [line for pack in library.packs for line in pack_lines(pack)]
    for line in announced_lines(library, date.today().isoformat()) if announced else lines:
        click.echo(harmless(line))


@packs.command()
@click.argument("name", metavar="PACK|RULE")
@ROOT
@OVERLAYS
@click.pass_context
def show(ctx: click.Context, name: str, root: Path | None, overlays: tuple[Path, ...]) -> None:
    """Show a pack with its rules, or one rule as a page: law, texts, how it decides, examples."""
    found = find_named(ctx, load_library(root, overlays=overlays), name)
    lines = [*pack_lines(found), "", *rule_table(found.rules)] if isinstance(found, Pack) else rule_lines(found)
    for line in lines:
        click.echo(harmless(line))


@packs.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--warnings/--no-warnings", default=True, help="Tell of idle concepts, and of examples without marks.")
@ROOT
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], warnings: bool, root: Path | None) -> None:
    """Check a folder of packs, a pack, a file of one, or an overlay for faults (default: the installed packs)."""
    failed = False
    for path in paths or (root or rulepacks_root(),):
        library, faults = check_paths(path, root)
        failed |= bool(faults)
        for fault in faults:
            click.echo(f"error: {harmless(str(fault))}")
        for fault in find_warnings(library) if library and warnings else ():
            click.echo(f"warning: {harmless(str(fault))}")
        click.echo(_summary(library, len(faults)))
    ctx.exit(FAIL if failed else 0)


@packs.command()
@click.argument("names", nargs=-1, metavar="[PACK]...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a page is out of date.")
@ROOT
@click.pass_context
def page(ctx: click.Context, names: tuple[str, ...], only_check: bool, root: Path | None) -> None:
    """Write the page of each pack to its README.md."""
    folder = root or rulepacks_root()
    library = load_library(folder)
    chosen = [find_named(ctx, library, name) for name in names] or list(library.packs)
    stale = [pack for pack in chosen if isinstance(pack, Pack) and _refresh(pack, folder, only_check)]
    for pack in stale:
        click.echo(f"{pack.name}/README.md {'is out of date' if only_check else 'written'}")
    ctx.exit(FAIL if stale and only_check else 0)


def _refresh(pack: Pack, folder: Path, only_check: bool) -> bool:
    """Say whether the page differs from the pack; write it unless only asked."""
    path = folder / pack.name / "README.md"
    text = pack_page(pack)
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return False
        if not only_check:
            path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, UnicodeDecodeError):
        raise PackError.at(f"{pack.name}/README.md", "the page cannot be read or written") from None
    return True


def _summary(library: Library | None, faults: int) -> str:
    told = _count(faults, "fault") if faults else "no faults"
    if library is None:
        return f"not loaded: {told}"
    rules = sum(len(pack.rules) for pack in library.packs)
    return f"{_count(len(library.packs), 'pack')}, {_count(rules, 'rule')}: {told}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
