"""How sure a finding is, in whole per cent: set by what was measured for each way of coming to a status."""

from __future__ import annotations

from clause_auditor.domain.finding import Status
from clause_auditor.engine.outcomes import Outcome

NEEDS_REVIEW_BELOW = 70
"""Below this a person should look."""
_BASE = {
    Status.MET: 93,
    Status.WEAK: 78,
    Status.MISSING: 88,
    Status.CONTRARY: 76,
    Status.NOT_APPLICABLE: 80,
    Status.UNKNOWN: 0,
    Status.ERROR: 0,
}
_RECORDED = 99
DOUBTED = 0
"""The second reader's score, in hundredths of a logit, from which a missing obligation is doubted."""
_DOUBTED = 40
_DOUBT = 10
"""Less for a contract that is not made for data protection: its clauses serve other ends too."""


def rate(
    status: Status, text: Outcome | None, recorded: Status | None, dedicated: bool, second: int | None = None
) -> int:
    """Return the confidence of a finding; a record that agrees with the paper makes it sure.

    `second` is the second reader's score where the rules find nothing.
    """
    if status in (Status.UNKNOWN, Status.ERROR):
        return 0
    if text is None or recorded is text.status:
        return _RECORDED
    if status is Status.MISSING and second is not None and second >= DOUBTED:
        return _DOUBTED
    doubt = 0 if dedicated or status is Status.MISSING else _DOUBT
    conflict = 2 * _DOUBT if recorded is not None else 0
    return _BASE[status] - doubt - conflict
