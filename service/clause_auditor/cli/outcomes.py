"""What came of each file: an audit or an error; and the exit code of all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clause_auditor.cli.acceptances import Baseline
from clause_auditor.cli.faults import ERROR, FAIL, PASS
from clause_auditor.cli.folders import Passed
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.reading import Reading
from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.domain.contract import Contract
from clause_auditor.engine import Auditor
from clause_auditor.errors import ClauseAuditorError, Fault, InputError
from clause_auditor.reports import Outcome
from clause_auditor.reports.sources import JOINT
from clause_auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for every contract of a run."""

    settings: Settings
    options: AuditOptions
    reading: Reading
    baseline: Baseline = Baseline(Path())  # noqa: RUF009 - frozen
    many: bool = False
    """True: several contracts may be meant, even where there is one."""
    passed: tuple[Passed, ...] = ()
    """What of folders is not read."""
    keep_text: bool = False
    """True: outcomes hold the contract, as some reports need it."""
    with_remedies: bool = False
    """True: outcomes hold the remedies that hold."""


def audit_input(source: Input, auditor: Auditor, order: Order) -> list[Outcome]:
    """Read and audit a contract, or each of those in it; an error of any kind is an outcome and stops nothing else."""
    try:
        found = source.read(order.reading)
    except Exception as fault:
        return [failed_outcome(source.name, fault)]
    audited = [_audit(name, contract, auditor, order) for name, contract in found.parts]
    return [*audited, *(Outcome(each.name, error=each.error) for each in found.unread)]


def _audit(name: str, contract: Contract, auditor: Auditor, order: Order) -> Outcome:
    try:
        accepted = order.baseline.concerning(name, contract.contract_key)
        audit = auditor.audit(contract, order.options, accepted=accepted)
        remedies = auditor.remedies(contract, audit) if order.with_remedies else {}
    except Exception as fault:
        return failed_outcome(name, fault)
    return Outcome(name, audit=audit, contract=contract if order.keep_text else None, remedies=remedies)


def failed_outcome(name: str, fault: Exception) -> Outcome:
    """Return the outcome of a contract that could not be read or audited."""
    if isinstance(fault, ClauseAuditorError):
        return Outcome(name, error=_placed(fault, name))
    problem = f"internal error ({type(fault).__name__})"  # its message could hold contract text
    return Outcome(name, error=InputError([Fault(name, problem, "Please report it")]))


def exit_code(outcomes: Iterable[Outcome], fail_on_review: bool) -> int:
    """Return 2 if a file is in error, else 1 if one fails, else 0."""
    return max((_code(outcome, fail_on_review) for outcome in outcomes), default=PASS)


def _code(outcome: Outcome, fail_on_review: bool) -> int:
    if outcome.audit is None:
        return ERROR
    failing = {Decision.FAIL, Decision.REVIEW} if fail_on_review else {Decision.FAIL}
    return FAIL if outcome.audit.decision in failing else PASS


def _placed(error: ClauseAuditorError, name: str) -> ClauseAuditorError:
    """A fault that names no file of its own is told with the file."""
    named = "standard input" if name == "-" else name
    parts = [part for part in named.split(JOINT) if part]
    faults = [
        f if any(part in f.place for part in parts) else Fault(f"{named}: {f.place}".rstrip(": "), f.problem, f.cure)
        for f in error.faults
    ]
    return InputError(faults)
