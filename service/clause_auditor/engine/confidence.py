"""How sure a finding is, in whole per cent: the share of like findings that were right on contracts not written for.

Measured on labelled contracts whose errors nobody had looked at when they were scored: 16 written for it and 11 real ones
(docs/evaluation.md, How sure the packs are). Likeness is the status, whether the contract is made for data protection,
and, where the rules find nothing, how surely the second reader finds a passage.
"""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.finding import Status
from clause_auditor.engine.outcomes import Outcome

NEEDS_REVIEW_BELOW: Final = 60
"""Below this a person should look."""
DOUBTED: Final = 0
"""The second reader's score, in hundredths of a logit, from which it points to a passage that may say it."""
_SHARES: Final = {
    Status.MET: 94,
    Status.WEAK: 79,
    Status.MISSING: 85,
    Status.CONTRARY: 85,
    Status.NOT_APPLICABLE: 80,
    Status.UNKNOWN: 0,
    Status.ERROR: 0,
}
_MISSING: Final = ((DOUBTED, 20), (-100, 50), (-300, 80))
"""Where the rules find nothing: from such a score of the second reader on, the share; below all of them, the highest."""
_MISSING_SURELY: Final = 90
_RECORDED: Final = 99
_CONFLICT: Final = 20
"""Less where record and paper differ."""
_OTHER_KIND: Final = 6
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
    share = _SHARES[status] if second is None or status is not Status.MISSING else _doubted(second)
    doubt = 0 if dedicated or status is Status.MISSING else _OTHER_KIND
    return max(share - doubt - (_CONFLICT if recorded is not None else 0), 1)


def _doubted(second: int) -> int:
    return next((share for least, share in _MISSING if second >= least), _MISSING_SURELY)
