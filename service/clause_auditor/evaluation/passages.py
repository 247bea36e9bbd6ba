"""Passages compared by their words, so that layout, case, marks and the targets of links play no part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_RUN = 8
"""So many words in a row make a quote and a labelled part speak of the same passage."""
_SHORTEST_LIMIT = 160
_LONGEST_TIMES = 4
"""Quotes may be four times as long as the labelled passage, and 160 words in any case: more is no pointer any more."""
_SCAN = re.compile(r"\]\([^)\s]{0,1000}\)|<[^<>]{1,300}>|([^\W_]+)")
"""Bounded, so that no text makes it slow: a longer target counts as words, in quote and document alike."""


def fold(text: str) -> tuple[str, ...]:
    """Return the lower-case words of a text, without HTML tags and the targets of Markdown links."""
    return tuple(match[1] for match in _SCAN.finditer(text.lower()) if match[1])


class Text:
    """The words of a contract's documents, ready to be searched."""

    def __init__(self, documents: Iterable[str]) -> None:
        self._words = " / ".join(_joined(fold(text)) for text in documents)

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether these words stand somewhere one after the other."""
        return _joined(words) in self._words


def reaches(quotes: Sequence[str], parts: Sequence[str], text: Text) -> bool:
    """Tell whether quotes lead a reader to a labelled passage.

    They must stand in the text and be short enough to read, and one of them must share eight words in a row with one
    part of the passage (the whole part, if it is shorter).
    """
    folded = [fold(quote) for quote in quotes]
    wanted = [fold(part) for part in parts]
    if sum(map(len, folded)) > max(_SHORTEST_LIMIT, _LONGEST_TIMES * sum(map(len, wanted))):
        return False
    return all(text.holds(words) for words in folded) and any(_meet(a, b) for a in folded for b in wanted)


def _meet(quote: Sequence[str], part: Sequence[str]) -> bool:
    length = min(_RUN, len(part))
    return length > 0 and not _runs(quote, length).isdisjoint(_runs(part, length))


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
