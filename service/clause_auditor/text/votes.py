"""Votes: what speaks for either side of each phrase that may name a party."""

from __future__ import annotations

from collections import defaultdict

from clause_auditor.domain.party import Side
from clause_auditor.text.aliases import Phrase

STRONG, STATEMENT, DEFAULT, WEAK = 100, 10, 5, 1
"""Weights: a role of the law in one breath with the phrase, a statement, a usual word of trade, a hint."""
OPPOSITE = {Side.CUSTOMER: Side.VENDOR, Side.VENDOR: Side.CUSTOMER}


class Votes:
    """What speaks for either side of each phrase; phrases of one group share their votes."""

    def __init__(self) -> None:
        self._parent: dict[Phrase, Phrase] = {}
        self._points: dict[Phrase, dict[Side, int]] = defaultdict(lambda: {Side.CUSTOMER: 0, Side.VENDOR: 0})

    def root(self, phrase: Phrase) -> Phrase:
        """Return the phrase that stands for the whole group."""
        while (above := self._parent.get(phrase, phrase)) != phrase:
            phrase = above
        return phrase

    def join(self, one: Phrase, other: Phrase) -> None:
        """Let two phrases speak of one party, unless each is known for the other side."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return
        if self._opposed(first, second):
            return
        self._parent.setdefault(first, first)
        self._parent[second] = first
        for side, points in self._points.pop(second, {}).items():
            self._points[first][side] += points

    def add(self, phrase: Phrase, side: Side, points: int) -> None:
        """Count points for a side of the phrase and of all that is joined with it."""
        self._points[self.root(phrase)][side] += points

    def side(self, phrase: Phrase) -> tuple[Side | None, int]:
        """Return the leading side and by how much it leads."""
        points = self._points.get(self.root(phrase))
        if points is None or points[Side.CUSTOMER] == points[Side.VENDOR]:
            return None, 0
        side = max(points, key=lambda one: points[one])
        return side, abs(points[Side.CUSTOMER] - points[Side.VENDOR])

    def knows(self, phrase: Phrase) -> bool:
        """True if the contract itself names the phrase for a party."""
        return phrase in self._parent or phrase in self._points

    def _opposed(self, one: Phrase, other: Phrase) -> bool:
        (first, lead), (second, other_lead) = self.side(one), self.side(other)
        return first is not None and second is not None and first is not second and min(lead, other_lead) >= STRONG

    def phrases(self) -> set[Phrase]:
        """Return every phrase that something was said of."""
        return set(self._parent) | set(self._points)
