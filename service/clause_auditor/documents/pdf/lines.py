"""Words to rows, and rows to lines: pieces of a row between which no wide gap stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from clause_auditor.documents.pdf.paints import Box
from clause_auditor.documents.pdf.words import Word

BULLETS: Final = "•◦▪■□▫●○‣⁃∙·–—-*\uf0b7\uf0a7\uf0d8➢➤►▶✓✔"
LABEL = re.compile(
    r"\((?:\d{1,3}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,6})\)|(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,5}[.)]?"
    rf"|§\s?\d{{1,3}}[a-z]?|[{re.escape(BULLETS)}]"
)
_LEVEL: Final = 0.2
"""Of a letter's height: how far words of one row may stand apart."""
_GAP: Final = 0.75
"""Of a letter's height: a wider gap may lie between columns."""
_SPACE: Final = 0.12
_LABEL_GAP: Final = 6.0
_SMALL: Final = 0.8


class Line:
    """Words side by side, from left to right."""

    __slots__ = ("_text", "base", "bold", "size", "words", "x0", "x1")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.x0 = words[0].x0
        self.x1 = max([word.x1 for word in words[-3:]])
        self.size = max([word.size for word in words])
        """Height of its largest letters."""
        self.base = next(word.base for word in words if word.size == self.size)
        """Where its letters stand, from the top of the page."""
        self.bold = all(word.style.bold for word in words)
        self._text: str | None = None

    @property
    def text(self) -> str:
        """Its words as they are read."""
        if self._text is None:
            parts = [self.words[0].text]
            for one, other in pairwise(self.words):
                parts.append(f" {other.text}" if spaced(one, other) else other.text)
            self._text = "".join(parts)
        return self._text


class Row:
    """Lines that stand beside each other on a page, from left to right."""

    __slots__ = ("base", "lines", "size")

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.base = lines[0].base
        """Where its first line stands."""
        self.size = max([line.size for line in lines])
        """Height of its largest letters."""


def spaced(one: Word, other: Word) -> bool:
    """Say whether a space stands between two words of a line."""
    gap = other.x0 - one.x1
    if other.glued and other.order == one.order + len(one.text):
        return gap > 0.3 * max(one.size, other.size)
    return gap > _SPACE * min(one.size, other.size) or not (other.glued or gap < 0.02 * other.size)


def build_rows(words: Sequence[Word], rules: Sequence[Box] = ()) -> list[Row]:
    """Return the rows of a page from top to bottom; upright lines of `rules` divide them."""
    upright = [rule for rule in rules if rule.y1 - rule.y0 > 2 * (rule.x1 - rule.x0)]
    return [Row(_split(sorted(group, key=lambda word: word.x0), upright)) for group in _group(words)]


def _group(words: Sequence[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    bases: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: word.base):
        for place in range(len(groups) - 1, max(-1, len(groups) - 4), -1):
            base, size = bases[place]
            if _beside(word, base, size):
                groups[place].append(word)
                if word.size > size:
                    bases[place] = (word.base, word.size)
                break
        else:
            groups.append([word])
            bases.append((word.base, word.size))
    order = sorted(range(len(groups)), key=lambda place: bases[place][0])
    return [groups[place] for place in order]


def _beside(word: Word, base: float, size: float) -> bool:
    if abs(word.base - base) <= _LEVEL * min(max(word.size, 1.0), size):
        return True
    small, large = sorted((word.size, size))
    if small > _SMALL * large:
        return False
    raised = base - word.base if word.size < size else word.base - base
    return -0.25 * large <= raised <= 0.6 * large


def _split(words: list[Word], upright: list[Box]) -> list[Line]:
    runs = [[words[0]]]
    reach = words[0].x1
    for one, other in pairwise(words):
        if other.x0 - reach > _GAP * max(one.size, other.size) or (upright and _divided(one, other, upright)):
            runs.append([other])
            reach = other.x1
        else:
            runs[-1].append(other)
            reach = max(reach, other.x1)
    return _join_labels([Line(run) for run in runs], upright)


def _divided(one: Word, other: Word, upright: list[Box]) -> bool:
    middle = one.base - 0.3 * one.size
    return any(one.x1 - 1 <= rule.x0 and rule.x1 <= other.x0 + 1 and rule.y0 <= middle <= rule.y1 for rule in upright)


def _join_labels(lines: list[Line], upright: list[Box]) -> list[Line]:
    """A number stands away from its text, and is one line with it all the same."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is not None
            and len(last.words) == 1
            and LABEL.fullmatch(last.words[0].text)
            and line.x0 - last.x1 < _LABEL_GAP * line.size
            and not _divided(last.words[-1], line.words[0], upright)
        ):
            joined[-1] = Line(last.words + line.words)
        else:
            joined.append(line)
    return joined
