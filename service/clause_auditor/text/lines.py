"""Lines: the masked text line by line, each with its place, indent and bare shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a line looks like by itself."""

    EMPTY = "empty"
    RULE = "rule"
    ROW = "row"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: `begin` is its first code point, `start` and `end` bound its trimmed words, `indent` is in columns."""

    begin: int
    start: int
    end: int
    indent: int
    shape: Shape
    stop: int
    """End of the raw line, marks of emphasis included."""


MAX_LINES = 300_000
"""More lines than any contract has; what follows them is read in plain chunks, so that memory stays in bounds."""
_RULE = re.compile(r"(?:[-=*_~+|: ]){3,}$")
_DELIMITER = re.compile(r"\|?[ ]*:?-{2,}[-: |]*$")


def read_lines(masked: str, start: int, end: int) -> tuple[list[Line], int]:
    """Return the lines of `masked[start:end]`, at most `MAX_LINES`, and where the text after them begins."""
    lines: list[Line] = []
    place = start
    while place < end and len(lines) < MAX_LINES:
        stop = masked.find("\n", place, end)
        stop = end if stop < 0 else stop
        lines.append(_read_line(masked, place, stop))
        place = stop + 1
    return lines, min(place, end)


def is_delimiter(masked: str, line: Line) -> bool:
    """True for the line of dashes under the head of a table."""
    return "|" in masked[line.start : line.end] and _DELIMITER.match(masked, line.start, line.end) is not None


def _read_line(masked: str, begin: int, stop: int) -> Line:
    body = masked[begin:stop]
    bare = body.lstrip(" \t>\u00a0\u3000\f\r")
    start = stop - len(bare)
    end = start + len(bare.rstrip())
    indent = _columns(body[: start - begin])
    return Line(begin, start, end, indent, _shape(masked[start:end]), stop)


def _columns(lead: str) -> int:
    if not lead:
        return 0
    return min(sum(4 if mark in "\t>" else 1 for mark in lead[:80] if mark != "\r"), 60)


def _shape(words: str) -> Shape:
    if not words:
        return Shape.EMPTY
    if words[0] in "-=*_~+|:" and _RULE.match(words) and ("_" not in words or len(words) < 4):
        return Shape.RULE
    bars = words.count("|", 0, 4000)
    if bars >= 2 or (bars and words[0] == "|"):
        return Shape.ROW
    return Shape.WORDS
