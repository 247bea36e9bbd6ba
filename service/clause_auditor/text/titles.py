"""Title lines: which lines of a document are headings, judged with the lines around them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from clause_auditor.text.blocks import Block, BlockKind
from clause_auditor.text.headings import (
    LEVEL_ANNEX,
    LEVEL_LOOSE,
    LEVEL_NUMBERED,
    LEVEL_TITLE,
    is_all_caps,
    is_bold_line,
    is_stem_like,
    is_title_like,
    leans,
    read_annex,
    read_atx,
    read_heading_label,
)
from clause_auditor.text.lines import Line, Shape
from clause_auditor.text.numbering import Label, Style, read_keyword, read_label

TERMINAL = re.compile(r"[.;:!?\u3002][\"'\u201d\u2019)\]]*$")


class TitleFinder:
    """Finds the headings among the lines of one stretch of a document."""

    def __init__(self, source: str, masked: str, lines: list[Line]) -> None:
        self._source = source
        self._masked = masked
        self._lines = lines
        self._gap = True
        self._counts_on = False
        self.wrapped = is_hard_wrapped(masked, lines)

    def find(self, place: int, line: Line, *, gap: bool, counts_on: bool) -> Block | None:
        """Return the heading at a line, or None; `gap` says that an empty line stands before it.

        `counts_on` says that the number before it in the same list stands before an item: then it is an item too.
        """
        atx = read_atx(self._masked, line.start, line.end)
        if atx is not None:
            return self._atx_heading(line, *atx)
        if self.is_setext(place):
            level = 1 if self._masked[self._lines[place + 1].start] == "=" else 2
            return self._make_heading(line, line.start, level)
        self._gap, self._counts_on = gap, counts_on
        return self._loose_heading(place, line)

    def _atx_heading(self, line: Line, level: int, start: int) -> Block | None:
        end = line.start + len(self._masked[line.start : line.end].rstrip("# \t"))
        words = self._masked[start:end]
        if len(words) > 160 or (words.endswith((".", ";")) and len(words.split()) > 9):
            return None
        return self._make_heading(replace(line, end=end), start, level)

    def _make_heading(self, line: Line, start: int, level: int) -> Block:
        annex = read_annex(self._masked, start, line.end)
        label = None if annex else read_heading_label(self._masked, start, line.end)
        if label is not None and (label.is_bullet or label.end >= line.end):
            label = None if label.is_bullet else label
        begin = label.end if label is not None and label.end < line.end else start
        return Block(BlockKind.HEADING, begin, line.end, line.indent, label, level, annex)

    def is_setext(self, place: int) -> bool:
        """True if the next line underlines this one."""
        if place + 1 >= len(self._lines):
            return False
        line, under = self._lines[place], self._lines[place + 1]
        marks = self._masked[under.start : under.end]
        if under.shape is not Shape.RULE or len(set(marks)) != 1 or marks[0] not in "-=":
            return False
        before = self._lines[place - 1].shape if place else Shape.EMPTY
        words = self._masked[line.start : line.end]
        return before is Shape.EMPTY and len(words) < 120 and not words.endswith((".", ";", ","))

    def _loose_heading(self, place: int, line: Line) -> Block | None:
        words = self._masked[line.start : line.end]
        if len(words) > 160:
            return None
        annex = read_annex(self._masked, line.start, line.end)
        if annex and not words.endswith(".") and self._stands_alone(place):
            return self._make_heading(line, line.start, LEVEL_ANNEX)
        label = read_keyword(self._masked, line.start, line.end)
        if label is not None:
            return self._keyword_heading(place, line, label)
        label = read_label(self._masked, line.start, line.end)
        if label is None:
            return self._unnumbered_heading(place, line)
        return self._numbered_heading(place, line, label)

    def _keyword_heading(self, place: int, line: Line, label: Label) -> Block | None:
        rest = self._masked[label.end : line.end]
        if rest.strip(" .:") and not is_title_like(rest, 14):
            return None
        if rest[:1].islower() or not self._stands_alone(place):
            return None
        depth = (
            LEVEL_TITLE
            if label.keyword in ("section", "part") and label.readings[0][0] is not Style.DECIMAL
            else LEVEL_NUMBERED
        )
        return Block(BlockKind.HEADING, label.end if rest.strip() else line.start, line.end, line.indent, label, depth)

    def _unnumbered_heading(self, place: int, line: Line) -> Block | None:
        words = self._masked[line.start : line.end]
        bold = is_bold_line(self._source[line.begin : line.stop])
        if not self._stands_alone(place, loose=bold):
            return None
        if is_all_caps(words) and not words.endswith((";", ",")) and "__" not in words and ("@" not in words):
            return Block(BlockKind.HEADING, line.start, line.end, line.indent, None, LEVEL_NUMBERED)
        if bold and is_title_like(words) and "__" not in words:
            return Block(BlockKind.HEADING, line.start, line.end, line.indent, None, LEVEL_LOOSE)
        return None

    def _numbered_heading(self, place: int, line: Line, label: Label) -> Block | None:
        rest = self._masked[label.end : line.end]
        if label.is_bullet or not rest.strip() or self._counts_on:
            return None
        bold = is_bold_line(self._source[line.begin : line.stop])
        caps = is_all_caps(rest)
        if not self._reads_as_title(place, line, label, bold, caps):
            return None
        sub = 2 if label.readings[0][0] in (Style.ALPHA, Style.ROMAN) else 0
        level = LEVEL_NUMBERED + max(0, label.depth - 1) + sub
        return Block(BlockKind.HEADING, label.end, line.end, line.indent, label, level)

    def _reads_as_title(self, place: int, line: Line, label: Label, bold: bool, caps: bool) -> bool:
        rest = self._masked[label.end : line.end].rstrip()
        after = self._lines[place + 1] if place + 1 < len(self._lines) else None
        if after is not None and after.shape is Shape.WORDS and (leans(rest) or rest.endswith(",")):
            return False
        if caps and self._stands_alone(place):
            return True
        if (label.bracketed and not bold) or is_stem_like(rest) or not is_title_like(rest, 14 if bold else 10):
            return False
        short = bold or not rest.endswith(".") or len(rest.split()) <= 5
        return short and self._opens_section(place, line, label)

    def _stands_alone(self, place: int, *, loose: bool = False) -> bool:
        """True if the line is not part of a wrapped paragraph."""
        before = self._lines[place - 1] if place else None
        after = self._lines[place + 1] if place + 1 < len(self._lines) else None
        if before is None or before.shape is not Shape.WORDS or self._gap or not self.wrapped:
            return after is None or after.shape is not Shape.WORDS or loose or not self._masked[after.start].islower()
        return TERMINAL.search(self._masked[max(before.start, before.end - 5) : before.end]) is not None

    def _opens_section(self, place: int, line: Line, label: Label) -> bool:
        """True if something other than the next item of the same list follows."""
        for following in self._lines[place + 1 : place + 6]:
            if following.shape in (Shape.EMPTY, Shape.RULE):
                continue
            if following.shape is Shape.ROW:
                return True
            other = read_label(self._masked, following.start, following.end)
            if other is None:
                starts = self._masked[following.start]
                return following.begin > line.end + 1 or not starts.islower()
            if other.is_bullet:
                return True
            deeper = following.indent > line.indent + 1 or other.depth > label.depth
            return deeper or other.readings[0][0] is not label.readings[0][0]
        return False


def is_hard_wrapped(masked: str, lines: list[Line]) -> bool:
    """True if the text breaks its lines within sentences."""
    pairs = lower = 0
    for line, after in pairwise(lines[:4000]):
        if line.shape is Shape.WORDS and after.shape is Shape.WORDS and 45 <= line.end - line.begin <= 130:
            pairs += 1
            lower += masked[after.start].islower()
    return pairs >= 3 and lower * 3 >= pairs
