"""What came of each file: an audit or an error; and the exit code of all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clause_auditor.cli.faults import ERROR, FAIL, PASS
from clause_auditor.cli.inputs import JOINT, Input
from clause_auditor.cli.reading import Reading
from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.engine import Auditor
from clause_auditor.errors import ClauseAuditorError, Fault, InputError
from clause_auditor.reports import Outcome


def audit_input(source: Input, auditor: Auditor, options: AuditOptions, reading: Reading) -> Iterator[Outcome]:
    """Read and audit a contract, or each of those in it; an error of any kind is an outcome and stops nothing else."""
    try:
        parts = source.read(reading)
    except Exception as fault:
        yield _failed(source.name, fault)
        return
    for name, contract in parts:
        try:
            yield Outcome(name, audit=auditor.audit(contract, options), contract=contract)
        except Exception as fault:
            yield _failed(name, fault)


def _failed(name: str, fault: Exception) -> Outcome:
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
