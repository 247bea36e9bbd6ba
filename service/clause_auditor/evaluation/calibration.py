"""Whether confidence keeps its word: how often findings of each band of confidence are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.evaluation.figures import Share

BANDS: Final = ((0, 49), (50, 59), (60, 69), (70, 79), (80, 89), (90, 94), (95, 100))
"""Per cent, both ends within."""


@dataclass(slots=True)
class Group:
    """Findings that are counted together."""

    number: int = 0
    right: int = 0
    """Those whose exact status is the label's."""
    confidence: int = 0
    """The sum of theirs, in per cent."""

    def add(self, right: bool, confidence: int) -> None:
        """Count one finding."""
        self.number += 1
        self.right += right
        self.confidence += confidence

    @property
    def share_right(self) -> Share:
        """Those that are right."""
        return Share(self.right, self.number)

    @property
    def mean_confidence(self) -> float | None:
        """In per cent; None if there is none."""
        return self.confidence / self.number if self.number else None


def _bands() -> Sequence[Group]:
    return tuple(Group() for _ in BANDS)


@dataclass(slots=True)
class Calibration:
    """Findings that a label judges, by confidence and by whether a person is asked to look."""

    bands: Sequence[Group] = field(default_factory=_bands)
    """In the order of `BANDS`."""
    review: Group = field(default_factory=Group)
    """Findings that need review."""
    others: Group = field(default_factory=Group)

    def add(self, confidence: int, needs_review: bool, right: bool) -> None:
        """Count one finding of so many per cent."""
        band = next(index for index, (_, most) in enumerate(BANDS) if confidence <= most)
        for group in (self.bands[band], self.review if needs_review else self.others):
            group.add(right, confidence)

    @property
    def share_for_review(self) -> Share:
        """Of all findings, those that need review."""
        return Share(self.review.number, self.review.number + self.others.number)
