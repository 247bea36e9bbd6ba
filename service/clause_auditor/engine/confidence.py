"""How sure a finding is, in whole per cent: the share of like findings that were right on contracts not written for.

Measured on 30 labelled contracts, 14 of them real, that no rule writer had read when they were scored
(docs/evaluation.md, How sure the packs are). Likeness is the status, whether the contract is made for data protection,
and how surely the second reader finds a passage that speaks of the obligation.
"""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.finding import Status
from clause_auditor.engine.outcomes import Outcome

NEEDS_REVIEW_BELOW: Final = 65
"""Below this a person should look."""
DOUBTED: Final = 0
"""The second reader's score, in hundredths of a logit, from which it points to a passage that may say it."""
_SHARES: Final = {
    Status.MET: 90,
    Status.WEAK: 75,
    Status.MISSING: 85,
    Status.CONTRARY: 77,
    Status.NOT_APPLICABLE: 80,
    Status.UNKNOWN: 0,
    Status.ERROR: 0,
}
_READ: Final = {
    Status.MET: ((200, 93), (-100_000, 83)),
    Status.MISSING: ((DOUBTED, 26), (-100, 79), (-100_000, 90)),
}
"""Where the second reader was asked: from such a score on, the share."""
_RECORDED: Final = 99
_CONFLICT: Final = 20
"""Less where record and paper differ."""
_OTHER_KIND: Final = 15
"""Less for a contract that is not made for data protection: its clauses serve other ends too."""


def rate(
    status: Status, text: Outcome | None, recorded: Status | None, dedicated: bool, second: int | None = None
) -> int:
    """Return the confidence of a finding; a record that agrees with the paper makes it sure.

    `second` is the second reader's highest score in the contract, if it was asked.
    """
    if status in (Status.UNKNOWN, Status.ERROR):
        return 0
    if text is None or recorded is text.status:
        return _RECORDED
    bands = () if second is None else _READ.get(status, ())
    share = next((share for least, share in bands if second is not None and second >= least), _SHARES[status])
    doubt = 0 if dedicated or status is Status.MISSING else _OTHER_KIND
    return max(share - doubt - (_CONFLICT if recorded is not None else 0), 1)
