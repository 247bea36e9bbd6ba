"""Concepts near each other, or in order: over word positions of one provision."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Spans = Sequence[tuple[int, int]]


def find_near(groups: Sequence[Spans], within: int, breaks: Collection[int]) -> list[tuple[int, int]] | None:
    """Return one span of each group inside a window of `within` words that no break cuts, or None.

    Slides over all spans in order and keeps the latest of each group: linear after sorting.
    """
    events = sorted((span, number) for number, spans in enumerate(groups) for span in spans)
    latest: dict[int, tuple[int, int]] = {}
    for span, number in events:
        latest[number] = span
        if len(latest) < len(groups):
            continue
        first, last = min(s for s, _ in latest.values()), max(e for _, e in latest.values())
        if last - first <= within and not any(first < b < last for b in breaks):
            return [latest[n] for n in range(len(groups))]
    return None


def find_ordered(groups: Sequence[Spans], within: int) -> list[tuple[int, int]] | None:
    """Return spans that follow each other in order with at most `within` words between two, or None."""
    chains: list[list[tuple[int, int]]] = [[span] for span in groups[0]] if groups else []
    for spans in groups[1:]:
        longer: dict[int, list[tuple[int, int]]] = {}
        for chain in chains:
            end = chain[-1][1]
            for span in spans:
                if end <= span[0] <= end + within:
                    longer.setdefault(span[1], [*chain, span])
        chains = list(longer.values())
    return chains[0] if chains else None
