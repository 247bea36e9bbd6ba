"""What came of each file: an audit or an error; and the exit code of all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clause_auditor.cli.faults import ERROR, FAIL, PASS
from clause_auditor.cli.inputs import JOINT, Input
from clause_auditor.cli.reading import Reading
from clause_auditor.domain.audit import Audit, AuditOptions, Decision
from clause_auditor.engine import Auditor
from clause_auditor.errors import ClauseAuditorError, Fault, InputError
from clause_auditor.reports.json_report import audit_json


@dataclass(frozen=True, slots=True)
class Outcome:
    """Either an audit or an error."""

    name: str
    audit: Audit | None = None
    error: ClauseAuditorError | None = None


def audit_input(source: Input, auditor: Auditor, options: AuditOptions, reading: Reading) -> Iterator[Outcome]:
    """Read and audit a contract, or each of those in it; an error of any kind is an outcome and stops nothing else."""
    try:
        parts = source.read(reading)
    except Exception as fault:
        yield _failed(source.name, fault)
        return
    for name, contract in parts:
        try:
            yield Outcome(name, audit=auditor.audit(contract, options))
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


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return one entry of `audits`: the file's name, the error or null, and the audit's own fields."""
    entry: dict[str, Any] = {"file": _readable(outcome.name), "error": None}
    if outcome.error:
        rows = [{"place": _readable(f.place), "problem": f.problem, "cure": f.cure} for f in outcome.error.faults]
        return entry | {"error": {"faults": rows}}
    return entry | (audit_json(outcome.audit) if outcome.audit else {})


def _readable(name: str) -> str:
    """A file name may hold bytes that are no text: JSON takes them as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


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
