"""`packs test` and `packs coverage`: what the examples of rules show."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from clause_auditor.cli.faults import FAIL
from clause_auditor.cli.packs_options import OVERLAYS, ROOT, find_named
from clause_auditor.domain.rule import Pack
from clause_auditor.packs import ExampleResult, load_library, run_examples
from clause_auditor.reports.quoting import harmless


@click.command("test")
@click.argument("names", nargs=-1, metavar="[PACK|RULE]...")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Date for examples without one (default: today).")
@click.option("-v", "--verbose", is_flag=True, help="List the examples that pass too.")
@ROOT
@OVERLAYS
@click.pass_context
def run_tests(  # noqa: PLR0917 - click passes one argument an option
    ctx: click.Context,
    names: tuple[str, ...],
    as_of: datetime | None,
    verbose: bool,
    root: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Run the examples of rules: each must come out as its author says, on the words that its author marks."""
    from clause_auditor.engine import Auditor

    library = load_library(root, overlays=overlays)
    for name in names:
        find_named(ctx, library, name)
    today = (as_of.date() if as_of else date.today()).isoformat()
    results = run_examples(library, Auditor(library), today, names)
    for result in results:
        if verbose or not result.passed:
            _tell(result)
    failures = sum(not result.passed for result in results)
    click.echo(f"{len(results)} examples: {len(results) - failures} pass, {failures} fail")
    ctx.exit(FAIL if failures else 0)


def _tell(result: ExampleResult) -> None:
    from clause_auditor.packs.differences import describe_difference

    line = f"{result.place}: {result.rule_id}, {result.name}: {result.problem}"
    click.echo(harmless(f"{'ok  ' if result.passed else 'FAIL'} {line.removesuffix(': ')}"))
    for row in describe_difference(result):
        click.echo(harmless(f"       {row}"))


@click.command()
@click.argument("names", nargs=-1, metavar="[PACK]...")
@ROOT
@OVERLAYS
@click.pass_context
def coverage(ctx: click.Context, names: tuple[str, ...], root: Path | None, overlays: tuple[Path, ...]) -> None:
    """Print, as Markdown, which place of the law stands in which rule, and what its examples show."""
    from clause_auditor.packs.coverage import coverage_table

    library = load_library(root, overlays=overlays)
    chosen = [find_named(ctx, library, name) for name in names] or list(library.packs)
    for pack in chosen:
        if not isinstance(pack, Pack):
            raise click.UsageError("name packs here, no rules", ctx)
        click.echo(harmless("\n".join([f"## {pack.title}", "", *coverage_table(pack), ""])))
