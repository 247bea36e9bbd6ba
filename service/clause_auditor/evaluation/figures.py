"""Counts of agreement between labels and findings, and the figures that they make.

A *violation* is the status weak, missing or contrary, of a label or of a finding. An obligation that the audit does not
judge (no finding, unknown, error) counts against it, whatever its label.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.finding import Status

_Z: Final = 1.96
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with what so many cases can tell."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """From 0 to 1; None if there is no case."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson interval; None if there is no case."""
        if not self.whole:
            return None
        share, weight = self.part / self.whole, _Z * _Z / self.whole
        middle = share + weight / 2
        reach = _Z * math.sqrt((share * (1 - share) + weight / 4) / self.whole)
        low, high = (middle - reach) / (1 + weight), (middle + reach) / (1 + weight)
        return max(0.0, low), min(1.0, high)


@dataclass(slots=True)
class Tally:
    """Counts of one group of labels: a pack, a family, a rule, a kind of contract."""

    labels: int = 0
    agreed: int = 0
    """Labels whose exact status was found."""
    not_judged: int = 0
    hits: int = 0
    """Violations labelled and found."""
    false_alarms: int = 0
    """Found, not labelled."""
    misses: int = 0
    """Labelled, not found."""
    rejections: int = 0
    """Neither; labels "not applicable" are left out here."""
    quoted: int = 0
    """Labels with a passage whose finding must quote one too."""
    reached: int = 0
    """Those whose finding quotes the right one."""

    def add(self, label: Status, found: Status | None, reached: bool | None) -> None:
        """Count one label; `reached` is None where no passage is to be compared."""
        judged = found not in (None, Status.UNKNOWN, Status.ERROR)
        violates = found.violates if found and judged else not label.violates
        self.labels += 1
        self.agreed += found is label
        self.not_judged += not judged
        self._add_violation(label, violates)
        self.quoted += reached is not None
        self.reached += reached is True

    def _add_violation(self, label: Status, violates: bool) -> None:
        if label.violates:
            self.hits += violates
            self.misses += not violates
        elif violates:
            self.false_alarms += 1
        elif label is not Status.NOT_APPLICABLE:
            self.rejections += 1

    @property
    def precision(self) -> Share:
        """Of the violations found, those that are labelled so."""
        return Share(self.hits, self.hits + self.false_alarms)

    @property
    def recall(self) -> Share:
        """Of the violations labelled, those that were found."""
        return Share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where one of them is nothing."""
        return 2 * self.hits / (2 * self.hits + self.false_alarms + self.misses) if self.hits else None

    @property
    def accuracy(self) -> Share:
        """Of all labels, those of which it was rightly said whether they are violations."""
        right = self.hits + self.rejections
        return Share(right, right + self.false_alarms + self.misses)

    @property
    def status(self) -> Share:
        """Of all labels, those whose exact status was found."""
        return Share(self.agreed, self.labels)

    @property
    def evidence(self) -> Share:
        """Of the labels whose passage is to be compared, those whose finding leads there."""
        return Share(self.reached, self.quoted)
