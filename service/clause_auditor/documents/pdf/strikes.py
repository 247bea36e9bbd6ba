"""Words that a line is drawn through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from clause_auditor.documents.pdf.paints import Box
from clause_auditor.documents.pdf.words import Word

_LOW, _HIGH = 0.13, 0.45
"""Heights above where letters stand, as shares of their size, between which a line strikes them out."""
_MOST: Final = 0.8
"""Share of a word's width that is struck."""
_BAND: Final = 8.0


def count_struck(words: Sequence[Word], rules: Iterable[Box]) -> int:
    """Return how many passages of upright words, y downwards, are struck out."""
    bands: defaultdict[int, list[Box]] = defaultdict(list)
    for rule in rules:
        if rule.x1 - rule.x0 > rule.y1 - rule.y0:
            bands[int((rule.y0 + rule.y1) / 2 // _BAND)].append(rule)
    if not bands:
        return 0
    struck = [_is_struck(word, bands) for word in words]
    return sum(now and not before for before, now in zip([False, *struck], struck, strict=False))


def _is_struck(word: Word, bands: dict[int, list[Box]]) -> bool:
    high, low = word.base - _HIGH * word.size, word.base - _LOW * word.size
    for band in range(int(high // _BAND), int(low // _BAND) + 1):
        for rule in bands.get(band, ()):
            common = min(rule.x1, word.x1) - max(rule.x0, word.x0)
            if high <= (rule.y0 + rule.y1) / 2 <= low and common >= _MOST * (word.x1 - word.x0):
                return True
    return False
