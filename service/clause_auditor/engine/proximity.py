"""Concepts near each other, or in order: over word positions of one provision."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

Spans = Sequence[tuple[int, int]]
LONGEST = 500
"""Words that no hit of a concept exceeds."""


def find_near(groups: Sequence[Spans], within: int, breaks: Collection[int]) -> list[tuple[int, int]] | None:
    """Return one span of each group inside a window of `within` words that no break cuts, or None.

    Slides over all spans in order and keeps the latest of each group: linear after sorting.
    """
    cuts = sorted(breaks)
    events = sorted((span, number) for number, spans in enumerate(groups) for span in spans)
    latest: dict[int, tuple[int, int]] = {}
    for span, number in events:
        latest[number] = span
        if len(latest) < len(groups):
            continue
        first, last = min(s for s, _ in latest.values()), max(e for _, e in latest.values())
        if last - first <= within and bisect_right(cuts, first) == bisect_left(cuts, last):
            return [latest[n] for n in range(len(groups))]
    return None


def find_ordered(groups: Sequence[Spans], within: int) -> list[tuple[int, int]] | None:
    """Return spans that follow each other in order with at most `within` words between two, or None."""
    chains: list[list[tuple[int, int]]] = [[span] for span in groups[0]] if groups else []
    for spans in groups[1:]:
        longer: dict[int, list[tuple[int, int]]] = {}
        for chain in chains:
            end = chain[-1][1]
            for span in spans[bisect_left(spans, (end, 0)) : bisect_left(spans, (end + within + 1, 0))]:
                longer.setdefault(span[1], [*chain, span])
        chains = list(longer.values())
    return chains[0] if chains else None


def find_nearest(spans: Spans, start: int, end: int, within: int) -> tuple[int, int] | None:
    """Return the span nearest to a verb (the first of equals), or None if none stands within so many words.

    `spans` are sorted; one that begins further left than any phrase is long cannot come near.
    """
    low = bisect_left(spans, (start - within - LONGEST, 0))
    high = bisect_left(spans, (end + within + 1, 0))
    distance, s, e = min(((max(s - end, start - e, 0), s, e) for s, e in spans[low:high]), default=(within + 1, 0, 0))
    return (s, e) if distance <= within else None
