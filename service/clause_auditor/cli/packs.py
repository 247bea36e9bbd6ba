"""The command `packs`: list, show, check and test rule packs, and write their pages."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from clause_auditor.cli.faults import FAIL
from clause_auditor.cli.packs_listing import announced_lines, pack_lines, rule_lines, rule_table
from clause_auditor.cli.packs_paths import check_paths
from clause_auditor.domain.rule import Library, Pack, Rule
from clause_auditor.errors import PackError
from clause_auditor.notation import show_word, suggest
from clause_auditor.packs import find_warnings, load_library, pack_page, rulepacks_root, run_examples
from clause_auditor.reports.quoting import harmless

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the packs (default: the installed ones).",
)


@click.group()
def packs() -> None:
    """List, show, check and test rule packs.

    Exit codes: 0 all is well, 1 a check or an example fails, 2 usage or input error.
    """


@packs.command("list")
@_ROOT
@click.option("--announced", is_flag=True, help="List the law that is coming instead.")
def list_packs(root: Path | None, announced: bool) -> None:
    """List the packs with their versions."""
    library = load_library(root)
    lines = [line for pack in library.packs for line in pack_lines(pack)]
    for line in announced_lines(library, date.today().isoformat()) if announced else lines:
        click.echo(harmless(line))


@packs.command()
@click.argument("name", metavar="PACK|RULE")
@_ROOT
@click.pass_context
def show(ctx: click.Context, name: str, root: Path | None) -> None:
    """Show a pack with its rules, or one rule in full."""
    found = _find(ctx, load_library(root), name)
    lines = [*pack_lines(found), "", *rule_table(found.rules)] if isinstance(found, Pack) else rule_lines(found)
    for line in lines:
        click.echo(harmless(line))


@packs.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--warnings/--no-warnings", default=True, help="Tell of concepts that nothing uses.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], warnings: bool) -> None:
    """Check packs for faults: a folder of packs, a pack, or a file of one (default: the installed packs)."""
    failed = False
    for path in paths or (rulepacks_root(),):
        library, faults = check_paths(path)
        failed |= bool(faults)
        for fault in faults:
            click.echo(f"error: {harmless(str(fault))}")
        for fault in find_warnings(library) if library and warnings else ():
            click.echo(f"warning: {harmless(str(fault))}")
        click.echo(_summary(library, len(faults)))
    ctx.exit(FAIL if failed else 0)


@packs.command("test")
@click.argument("names", nargs=-1, metavar="[PACK|RULE]...")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Date for examples without one (default: today).")
@click.option("-v", "--verbose", is_flag=True, help="List the examples that pass too.")
@_ROOT
@click.pass_context
def run_tests(
    ctx: click.Context, names: tuple[str, ...], as_of: datetime | None, verbose: bool, root: Path | None
) -> None:
    """Run the examples of rules: each must come out with the status that its author names."""
    from clause_auditor.engine import Auditor

    library = load_library(root)
    for name in names:
        _find(ctx, library, name)
    today = (as_of.date() if as_of else date.today()).isoformat()
    results = run_examples(library, Auditor(library), today, names)
    for result in results:
        if verbose or not result.passed:
            line = f"{result.place}: {result.rule_id}, {result.name}: {result.problem}"
            click.echo(harmless(f"{'ok  ' if result.passed else 'FAIL'} {line.removesuffix(': ')}"))
    failures = sum(not result.passed for result in results)
    click.echo(f"{len(results)} examples: {len(results) - failures} pass, {failures} fail")
    ctx.exit(FAIL if failures else 0)


@packs.command()
@click.argument("names", nargs=-1, metavar="[PACK]...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail if a page is out of date.")
@_ROOT
@click.pass_context
def page(ctx: click.Context, names: tuple[str, ...], only_check: bool, root: Path | None) -> None:
    """Write the page of each pack to its README.md."""
    folder = root or rulepacks_root()
    library = load_library(folder)
    chosen = [_find(ctx, library, name) for name in names] or list(library.packs)
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


def _find(ctx: click.Context, library: Library, name: str) -> Pack | Rule:
    known: dict[str, Pack | Rule] = {pack.name: pack for pack in library.packs}
    known |= {rule.id: rule for pack in library.packs for rule in pack.rules}
    if name not in known:
        cure = suggest(name, known)
        raise click.UsageError(f"no pack and no rule is called {show_word(name)}. {cure}".rstrip(), ctx)
    return known[name]


def _summary(library: Library | None, faults: int) -> str:
    told = _count(faults, "fault") if faults else "no faults"
    if library is None:
        return f"not loaded: {told}"
    rules = sum(len(pack.rules) for pack in library.packs)
    return f"{_count(len(library.packs), 'pack')}, {_count(rules, 'rule')}: {told}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
