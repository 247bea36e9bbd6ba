"""`packs score CORPUS`: packs measured against labelled contracts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clause_auditor.cli.faults import ERROR, FAIL, PASS, tell
from clause_auditor.cli.packs_options import OVERLAYS, ROOT
from clause_auditor.cli.progress import show_progress
from clause_auditor.domain.rule import Library
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, show_word, suggest

if TYPE_CHECKING:
    from clause_auditor.engine import Auditor
    from clause_auditor.evaluation.run import Run

_SHARE = click.FloatRange(0, 1)


@click.command()
@click.argument("corpus", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pack", "packs", multiple=True, metavar="NAME", help="Score this pack alone; may be given again.")
@click.option("--rule", "rules", multiple=True, metavar="ID", help="Score this rule alone; may be given again.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge by the law of this day; default today.")
@ROOT
@OVERLAYS
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--disagreements", "listing", type=click.Choice(["none", "list", "all"]), default="list",
              show_default=True, help="Which to list in the text; all: other passages too.")  # fmt: skip
@click.option("--min-precision", type=_SHARE, metavar="SHARE", help="Fail if the precision is below; from 0 to 1.")
@click.option("--min-recall", type=_SHARE, metavar="SHARE", help="Fail if the recall is below; from 0 to 1.")
@click.option("--min-status", type=_SHARE, metavar="SHARE", help="Fail if fewer statuses agree; from 0 to 1.")
@click.pass_context
def score(  # noqa: PLR0917 - click passes one argument an option
    ctx: click.Context,
    corpus: Path,
    packs: tuple[str, ...],
    rules: tuple[str, ...],
    as_of: datetime | None,
    root: Path | None,
    overlays: tuple[Path, ...],
    form: str,
    listing: str,
    min_precision: float | None,
    min_recall: float | None,
    min_status: float | None,
) -> None:
    """Measure packs against labelled contracts: violations found, exact status, evidence, confidence.

    CORPUS is a folder with documents/ and labels/<contract>.<pack>.yaml. Exit codes: 0 scored, 1 a figure is below the
    least that was asked for, 2 the corpus is ill-formed, or a document could not be audited.
    """
    from clause_auditor.bootstrap import build_auditor
    from clause_auditor.settings import Settings

    auditor = build_auditor(Settings(rulepacks=root, overlays=overlays))
    day = (as_of.date() if as_of else date.today()).isoformat()
    least = {"precision": min_precision, "recall": min_recall, "status": min_status}
    run = _run(corpus, auditor, day, (packs, rules), least)
    _show(run, form, listing)
    ctx.exit(_exit_code(run))


def _run(
    folder: Path,
    auditor: Auditor,
    day: str,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    least: Mapping[str, float | None],
) -> Run:
    from clause_auditor.evaluation.corpus import open_corpus
    from clause_auditor.evaluation.gates import check_gates
    from clause_auditor.evaluation.run import describe_run
    from clause_auditor.evaluation.scoring import score_contracts

    packs, rules = names
    corpus = open_corpus(folder, auditor.library, _chosen(auditor.library, packs, rules))
    with show_progress(corpus.contracts(), len(corpus.index), "Scoring") as contracts:
        score = score_contracts(contracts, auditor, day, rules)
    return describe_run(score, auditor.library, day, rules, check_gates(score.total, least))


def _chosen(library: Library, packs: tuple[str, ...], rules: tuple[str, ...]) -> set[str]:
    """Return the names of the packs whose sheets are read: those named, else those of the rules named, else all."""
    homes = {rule.id: pack.name for pack in library.packs for rule in pack.rules}
    faults = Faults()
    for option, names, known in (("--pack", packs, {pack.name for pack in library.packs}), ("--rule", rules, homes)):
        for name in names:
            if name not in known:
                faults.add(option, f"no {option[2:]} is called {show_word(name)}", suggest(name, known))
    faults.refuse()
    return set(packs) or {homes[rule] for rule in rules}


def _show(run: Run, form: str, listing: str) -> None:
    """JSON is UTF-8 whatever the terminal's encoding."""
    if form == "json":
        from clause_auditor.evaluation.score_json import run_json
        from clause_auditor.reports.json_report import pretty_json

        click.echo(pretty_json(run_json(run)).encode(), nl=False)
    else:
        from clause_auditor.evaluation.score_text import Listing, render_run

        click.echo(render_run(run, Listing(listing)), nl=False)


def _exit_code(run: Run) -> int:
    if run.score.failures:
        tell(InputError(run.score.failures))
        return ERROR
    return PASS if all(gate.passed for gate in run.gates) else FAIL
