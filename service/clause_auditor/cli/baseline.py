"""`clause-auditor baseline FILE…`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.acceptances import Baseline, merge
from clause_auditor.cli.faults import ERROR, PASS, tell
from clause_auditor.cli.folders import note_passed
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.order import check_day, check_packs, with_order
from clause_auditor.cli.outcomes import Order
from clause_auditor.cli.portfolio import audit_all, count_jobs
from clause_auditor.cli.targets import spare_passed, spare_sources
from clause_auditor.cli.writing import check_folder, write_whole
from clause_auditor.domain.acceptance import Acceptance, may_be_accepted
from clause_auditor.domain.finding import Waiver
from clause_auditor.reports import Outcome
from clause_auditor.storage.baseline_file import baseline_text, read_baseline


def _check_out(_ctx: click.Context, _param: click.Parameter, value: Path) -> Path:
    check_folder(value)
    return value


def _check_reason(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("it is empty. Say why these findings are accepted")
    return value.strip()


@click.command()
@with_order
@click.option("--reason", required=True, callback=_check_reason, help="Why these findings are accepted.")
@click.option("--by", default="", help="Who accepts them.")
@click.option("--until", callback=check_day, metavar="YYYY-MM-DD", help="The last day on which that holds.")
@click.option("--out", "path", type=click.Path(path_type=Path), default="baseline.yaml", show_default=True,
              callback=_check_out, help="The file; one that is there is brought up to date.")  # fmt: skip
@click.pass_context
def baseline(
    ctx: click.Context,
    *,
    inputs: list[Input],
    order: Order,
    jobs: int | None,
    reason: str,
    by: str,
    until: str | None,
    path: Path,
) -> None:
    """Accept today's findings of contracts, with a reason: `audit --baseline` then fails on new ones only.

    An acceptance holds for the same words under the same rule with the same status, however the contract is laid out.
    In a file that is there, known entries keep their reason, and those go that are not found any more.
    """
    old = Baseline(path.parent, read_baseline(path) if path.exists() else ())
    auditor = build_auditor(order.settings)
    check_packs(auditor, order.options)
    inputs = spare_sources([path], inputs)
    note_passed(spare_passed([path], order.passed))
    outcomes = [each for batch in audit_all(inputs, order, auditor, count_jobs(inputs, jobs)) for each in batch]
    new = tuple(_acceptances(outcomes, old, Waiver(reason, by, until or "")))
    audited = {old.name_contract(each.name, each.audit.contract_key) for each in outcomes if each.audit}
    held = merge(old, new, audited)
    write_whole(path, baseline_text(held).encode())
    _tell(path, old, held, new)
    for outcome in outcomes:
        if outcome.error:
            tell(outcome.error)
    ctx.exit(ERROR if any(outcome.error for outcome in outcomes) else PASS)


def _acceptances(outcomes: Iterable[Outcome], home: Baseline, waiver: Waiver) -> Iterator[Acceptance]:
    for outcome in outcomes:
        for finding in outcome.audit.findings if outcome.audit else ():
            if outcome.audit and may_be_accepted(finding):
                name = home.name_contract(outcome.name, outcome.audit.contract_key)
                yield Acceptance(name, finding.rule_id, finding.status, finding.fingerprint, waiver)


def _tell(path: Path, old: Baseline, held: Iterable[Acceptance], new: Iterable[Acceptance]) -> None:
    before = {(each.contract, each.fingerprint, each.status) for each in old.entries}
    after = {(each.contract, each.fingerprint, each.status) for each in held}
    counts = (
        f"{len(after)} findings accepted",
        f"{len(after - before)} new",
        f"{len(before - after)} gone",
        f"{len({each.contract for each in new})} of the contracts audited have any",
    )
    click.echo(f"{path}: {', '.join(counts)}")
