"""A page as it is read: text upright, y downwards from its top, whatever way the file turns it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clause_auditor.documents.pdf.paints import Box
from clause_auditor.documents.pdf.words import Word


def main_turn(words: Sequence[Word]) -> int:
    """Return the quarter turns that most letters of a page stand at."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.style.turn] += len(word.text)
    turns.pop(-1, None)
    return max(turns, key=lambda turn: (turns[turn], -turn)) if turns else 0


def turn_words(words: Sequence[Word], box: Box, turn: int) -> None:
    """Set the places of words that stand at that turn to what the reader sees."""
    for word in words:
        place = Box(word.x0, min(word.base, word.top), word.x1, max(word.base, word.top))
        word.x0, word.top, word.x1, word.base = _turned(place, box, turn)


def turn_boxes(boxes: Sequence[Box], box: Box, turn: int) -> list[Box]:
    """Return boxes in the same coordinates: y0 above y1."""
    return [_turned(each, box, turn) for each in boxes]


def page_height(box: Box, turn: int) -> float:
    """Return the height of a page as it is read."""
    return box.x1 - box.x0 if turn % 2 else box.y1 - box.y0


def _turned(place: Box, box: Box, turn: int) -> Box:
    x0, y0, x1, y1 = place
    if turn == 1:
        return Box(y0 - box.y0, x0 - box.x0, y1 - box.y0, x1 - box.x0)
    if turn == 2:
        return Box(box.x1 - x1, y0 - box.y0, box.x1 - x0, y1 - box.y0)
    if turn == 3:
        return Box(box.y1 - y1, box.x1 - x1, box.y1 - y0, box.x1 - x0)
    return Box(x0 - box.x0, box.y1 - y1, x1 - box.x0, box.y1 - y0)
