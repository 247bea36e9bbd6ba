"""What the sender should know before the letter goes out; none of it is for the other side."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.letter.letter import Letter

_RECORD = "record"
"""The pack that holds the sender's own record against the paper."""


def is_for_sender(finding: Finding) -> bool:
    """Say whether a violation is the sender's own matter: its record is wrong, or the paper is."""
    return finding.pack == _RECORD


def sender_note(name: str, audit: Audit) -> tuple[str, ...]:
    """Return the note that stands above a letter. Why findings were accepted is not told: a note may be overlooked."""
    first = (
        f"Drafted from an automated reading of {name}. It is no legal advice. Read each point against the draft, "
        "fill in what stands in [square brackets], and delete this note before the letter is sent."
    )
    remarks = (f"{what}: {finding.title}." for finding in audit.findings for what in _remarks(finding))
    return first, *sorted(remarks), *(f"Not judged: {sentence}" for sentence in audit.scope.not_judged)


def _remarks(finding: Finding) -> Iterator[str]:
    if finding.waiver:
        yield "Accepted, and not asked for"
    elif finding.status is Status.ERROR:
        yield "Could not be judged, and is not in the letter"
    elif finding.status.violates and is_for_sender(finding):
        yield "For you alone, and not in the letter"
    elif finding.status.violates and finding.needs_review:
        yield "Not sure: look again before you ask for it"
    elif finding.needs_review and finding.status is not Status.UNKNOWN:  # that is a question of the letter
        yield "Not sure, and not in the letter"


def unwritten(outcome: Outcome) -> Letter:
    """Return what stands in the place of a letter where nothing was judged."""
    if outcome.audit is None:
        faults = outcome.error.faults if outcome.error else ()
        return Letter(f"No letter: {outcome.name} could not be audited", tuple(map(str, faults)))
    reasons = outcome.audit.decision_reasons
    return Letter(f"No letter: no obligation was judged in {outcome.name}", (*reasons, *outcome.audit.scope.not_judged))
