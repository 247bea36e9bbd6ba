"""How far a finding is settled: every format keeps what is open apart from what is met."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.finding import Finding, Status, Waiver
from clause_auditor.errors import ClauseAuditorError

_OPEN: Final = (Status.UNKNOWN, Status.ERROR)


def is_open(finding: Finding) -> bool:
    """Tell whether a person has to decide: unknown, in error, or no violation but unsure."""
    return finding.status in _OPEN or (finding.needs_review and not finding.status.violates)


def acceptance(waiver: Waiver) -> str:
    """Return why a violation is accepted, by whom and how long, as one sentence."""
    terms = [f"by {waiver.by}" if waiver.by else "", f"until {waiver.until}" if waiver.until else ""]
    given = ", ".join(term for term in terms if term)
    return f"{waiver.reason} ({given})" if given else waiver.reason


def failure(error: ClauseAuditorError | None) -> str:
    """Return why a contract could not be audited; one line for each fault."""
    return "\n".join(str(fault) for fault in error.faults) if error and error.faults else "It could not be audited."
