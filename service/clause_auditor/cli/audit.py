"""`clause-auditor audit FILE…`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.acceptances import Baseline
from clause_auditor.cli.faults import ERROR, note, tell
from clause_auditor.cli.folders import note_passed
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.order import check_packs, with_order
from clause_auditor.cli.outcomes import Order, exit_code
from clause_auditor.cli.papers import Work
from clause_auditor.cli.portfolio import audit_all, count_jobs
from clause_auditor.cli.printing import Printer, make_printer
from clause_auditor.cli.progress import show_progress
from clause_auditor.cli.targets import (
    Target,
    check_single,
    parse_targets,
    spare_passed,
    spare_sources,
    turn_to_redlines,
)
from clause_auditor.domain.finding import Severity
from clause_auditor.errors import ClauseAuditorError
from clause_auditor.settings import FAIL_ON
from clause_auditor.storage.baseline_file import read_baseline


@click.command()
@with_order
@click.option("--format", "form", type=click.Choice(["text", "json", "brief"]), help="What is printed: text (default), "
              "json, or brief: a line a contract (default with --out).")  # fmt: skip
@click.option("--out", "targets", multiple=True, metavar="[FORMAT=]PATH", callback=parse_targets, help="Write a report "
              "to this file; its ending tells the format. May be given again.")  # fmt: skip
@click.option("--redline", is_flag=True, help="The Word file of --out shows the remedies as tracked changes, not as "
              "comments.")  # fmt: skip
@click.option("--remedies/--no-remedies", default=None, help="Look for wording that holds in its place, and offer it "
              "in the reports; done by default for Word files and letters.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Fail from this severity on; default high.")
@click.option("--strict/--no-strict", default=None, help="Let violations of good practice fail too.")
@click.option("--fail-on-review", is_flag=True, help="Exit with 1 where a person should look.")
@click.option("--baseline", "baseline_file", type=click.Path(path_type=Path), metavar="FILE", help="Findings accepted "
              "in this file count no more (see the command baseline).")  # fmt: skip
@click.option("--explain", is_flag=True, help="Show step by step how each finding came about.")
@click.option("--announced", is_flag=True, help="Name the law that is announced; information only.")
@click.pass_context
def audit(
    ctx: click.Context,
    *,
    inputs: list[Input],
    order: Order,
    jobs: int | None,
    form: str | None,
    targets: tuple[Target, ...],
    redline: bool,
    remedies: bool | None,
    fail_on: str | None,
    strict: bool | None,
    fail_on_review: bool,
    baseline_file: Path | None,
    explain: bool,
    announced: bool,
) -> None:
    """Audit contracts: Word, PDF, HTML, Markdown, plain text, ZIP, e-mail, or structured as JSON or YAML.

    FILE is a file, a folder, a glob, or - for standard input; each file is one contract, the papers of an archive or
    the attachments of a message being its documents.
    """
    options = replace(
        order.options,
        fail_on=Severity(fail_on) if fail_on else order.options.fail_on,
        strict=order.options.strict if strict is None else strict,
        announced=announced,
    )
    targets = turn_to_redlines(targets) if redline else targets
    if order.many:
        check_single(targets)
    baseline = Baseline(baseline_file.parent, read_baseline(baseline_file)) if baseline_file else order.baseline
    order = replace(
        order,
        options=options,
        baseline=baseline,
        keep_text=any(target.form.wants_text for target in targets),
        with_remedies=any(t.form.wants_remedies for t in targets) if remedies is None else remedies,
    )
    written = [target.path for target in targets]
    inputs = spare_sources(written, inputs)
    note_passed(spare_passed(written, order.passed))
    printer = make_printer(form or ("brief" if targets else "text"), explain, many=order.many)
    works = _run(inputs, order, jobs, printer)
    outcomes = [work.outcome for work in works]
    for sentence in baseline.tell_idle(outcomes):
        note(sentence)
    done = [_write(target, works, explain) for target in targets]
    ctx.exit(exit_code(outcomes, fail_on_review) if all(done) else ERROR)


def _run(inputs: list[Input], order: Order, jobs: int | None, printer: Printer) -> list[Work]:
    auditor = build_auditor(order.settings)
    check_packs(auditor, order.options)
    works: list[Work] = []
    batches = audit_all(inputs, order, auditor, count_jobs(inputs, jobs))
    with show_progress(batches, len(inputs), "Auditing", free=printer.late or not sys.stdout.isatty()) as steps:
        for source, batch in zip(inputs, steps, strict=True):
            for outcome in batch:
                works.append(Work(source, outcome, order.reading))
                printer.show(outcome)
    printer.close()
    return works


def _write(target: Target, works: Sequence[Work], explain: bool) -> bool:
    """Write one report; where that fails, say so: the other reports are written all the same."""
    try:
        target.write(works, explain)
    except ClauseAuditorError as error:
        tell(error)
        return False
    return True
