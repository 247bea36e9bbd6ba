"""Blocks: lines put together to headings, paragraphs, list items and table rows, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from clause_auditor.text.headings import (
    LEVEL_ANNEX,
    LEVEL_LOOSE,
    LEVEL_NUMBERED,
    LEVEL_TITLE,
    is_all_caps,
    is_bold_line,
    is_stem_like,
    is_title_like,
    read_annex,
    read_atx,
    read_heading_label,
)
from clause_auditor.text.lines import Line, Shape, is_delimiter, read_lines
from clause_auditor.text.numbering import Label, Style, read_keyword, read_label
from clause_auditor.text.sentences import trim
from clause_auditor.text.tables import read_cells


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: code points of its words, without marks and surrounding space."""

    kind: BlockKind
    start: int
    end: int
    indent: int = 0
    label: Label | None = None
    level: int = 0
    """Level of a heading, 1 highest."""
    annex: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    header: bool = False
    """True for the head row of a table."""
    page: int = 0
    language: str = ""
    number: str = ""
    """Number that the source itself told."""


_CHUNK = 4_000
_TERMINAL = re.compile(r"[.;:!?\u3002][\"'\u201d\u2019)\]]*$")


class BlockReader:
    """Reads the blocks of one stretch of a document."""

    def __init__(self, source: str, masked: str, start: int, end: int) -> None:
        self._source = source
        self._masked = masked
        self._lines, self._rest = read_lines(masked, start, end)
        self._end = end
        self._wrapped = _is_hard_wrapped(masked, self._lines)
        self._blocks: list[Block] = []
        self._gap = True
        self._kinds: dict[tuple[int, Style, int], tuple[int, BlockKind]] = {}

    def read(self) -> list[Block]:
        """Return the blocks in reading order."""
        place = 0
        while place < len(self._lines):
            place = self._read_at(place)
        self._blocks += _read_chunks(self._masked, self._rest, self._end)
        return self._blocks

    def _read_at(self, place: int) -> int:
        line = self._lines[place]
        if line.shape is Shape.EMPTY or line.shape is Shape.RULE:
            return self._skip(place, line)
        if line.shape is Shape.ROW:
            return self._read_row(place, line)
        heading = self._heading(place, line)
        if heading is not None:
            self._add(heading)
            self._gap = True
            return place + 2 if self._is_setext(place) else place + 1
        return self._read_words(place, line)

    def _skip(self, place: int, line: Line) -> int:
        if not is_delimiter(self._masked, line):
            self._gap = True
        return place + 1

    def _add(self, block: Block) -> None:
        if block.end > block.start:
            self._blocks.append(block)
        label = block.label
        if label is not None and not label.is_bullet:
            style, value = label.readings[0]
            self._kinds[(block.indent, style, label.depth)] = (value, block.kind)
        self._gap = False

    def _read_row(self, place: int, line: Line) -> int:
        cells = read_cells(self._masked, line.start, line.end)
        following = self._lines[place + 1] if place + 1 < len(self._lines) else None
        header = following is not None and is_delimiter(self._masked, following)
        if cells:
            self._add(Block(BlockKind.ROW, cells[0][0], cells[-1][1], line.indent, cells=cells, header=header))
        return place + 1

    # headings

    def _heading(self, place: int, line: Line) -> Block | None:
        atx = read_atx(self._masked, line.start, line.end)
        if atx is not None:
            return self._atx_heading(line, *atx)
        if self._is_setext(place):
            return self._make_heading(
                line, line.start, 1 if "=" in self._masked[self._lines[place + 1].start :][:1] else 2
            )
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

    def _is_setext(self, place: int) -> bool:
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
        if label.is_bullet or not rest.strip() or self._counts_on_items(line, label):
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
        if caps and self._stands_alone(place):
            return True
        if (label.bracketed and not bold) or is_stem_like(rest) or not is_title_like(rest, 14 if bold else 10):
            return False
        short = bold or not rest.endswith(".") or len(rest.split()) <= 5
        return short and self._opens_section(place, line, label)

    def _counts_on_items(self, line: Line, label: Label) -> bool:
        """True if the number before it in the same list stands before an item: then it is an item too."""
        style, value = label.readings[0]
        last = self._kinds.get((line.indent, style, label.depth))
        return last is not None and last == (value - 1, BlockKind.ITEM)

    def _stands_alone(self, place: int, *, loose: bool = False) -> bool:
        """True if the line is not part of a wrapped paragraph."""
        before = self._lines[place - 1] if place else None
        after = self._lines[place + 1] if place + 1 < len(self._lines) else None
        if before is None or before.shape is not Shape.WORDS or self._gap or not self._wrapped:
            return after is None or after.shape is not Shape.WORDS or loose or not self._masked[after.start].islower()
        return _TERMINAL.search(self._masked[max(before.start, before.end - 5) : before.end]) is not None

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

    # paragraphs and items

    def _read_words(self, place: int, line: Line) -> int:
        last = self._last_line(place, line)
        end = self._lines[last].end
        start = line.start
        atx = read_atx(self._masked, start, line.end)
        if atx is not None:
            start = atx[1]
        label = read_label(self._masked, start, line.end)
        if label is None:
            self._add(Block(BlockKind.TEXT, start, end, line.indent))
        elif label.end < line.end:
            self._add(Block(BlockKind.ITEM, label.end, end, line.indent, label))
        else:
            last = self._read_lone_mark(last, line, label)
        return last + 1

    def _read_lone_mark(self, place: int, line: Line, label: Label) -> int:
        """A mark alone on its line numbers the words of the next one."""
        for offset, following in enumerate(self._lines[place + 1 : place + 3], place + 1):
            if following.shape is Shape.EMPTY:
                continue
            if following.shape is Shape.WORDS and read_label(self._masked, following.start, following.end) is None:
                last = self._last_line(offset, following)
                self._add(Block(BlockKind.ITEM, following.start, self._lines[last].end, line.indent, label))
                return last
            break
        return place

    def _last_line(self, place: int, line: Line) -> int:
        last = place
        while last + 1 < len(self._lines) and self._continues(last, last + 1, line):
            last += 1
        return last

    def _continues(self, last: int, following: int, first: Line) -> bool:
        line, after = self._lines[last], self._lines[following]
        if after.shape is not Shape.WORDS or self._source[line.begin : line.stop].endswith("\\"):
            return False
        starts_mark = read_label(self._masked, after.start, after.end)
        if starts_mark is not None and not self._is_accidental(line, starts_mark):
            return False
        if read_atx(self._masked, after.start, after.end) is not None:
            return False
        if self._masked[after.start].islower():
            return True
        ends = _TERMINAL.search(self._masked[max(line.start, line.end - 5) : line.end]) is not None
        if after.indent > first.indent + 1 and not ends:
            return True
        return self._wrapped and line.end - line.begin > 45 and not self._starts_title(after)

    def _is_accidental(self, line: Line, label: Label) -> bool:
        """A wrapped line may begin with "2. " or "(b)" that is a figure of its sentence."""
        if not self._wrapped or line.end - line.begin < 50 or label.is_bullet:
            return False
        if self._masked[line.end - 1] == "-" and label.text[:1].isdigit():
            return True
        return (
            self._masked[max(line.start, line.end - 10) : line.end]
            .rstrip()
            .lower()
            .endswith(
                ("section", "article", "clause", "paragraph", "\u00a7", "part", "art.", "annex", "sections", "exhibit")
            )
        )

    def _starts_title(self, line: Line) -> bool:
        return is_bold_line(self._source[line.begin : line.stop]) and is_title_like(self._masked[line.start : line.end])


def read_blocks(source: str, masked: str, start: int, end: int) -> list[Block]:
    """Return the blocks of `source[start:end]`; `masked` is the whole source without its markup, of equal length."""
    return BlockReader(source, masked, start, end).read()


def _read_chunks(masked: str, start: int, end: int) -> Iterator[Block]:
    place = start
    while place < end:
        stop = masked.find(" ", place + _CHUNK, place + 2 * _CHUNK) if end - place > _CHUNK else end
        stop = min(end, place + 2 * _CHUNK) if stop < 0 else stop
        begin, last = trim(masked, place, stop)
        if last > begin:
            yield Block(BlockKind.TEXT, begin, last)
        place = stop


def leads_list(masked: str, block: Block) -> bool:
    """True if the block's last words lead into a list."""
    tail = masked[max(block.start, block.end - 200) : block.end]
    return tail.rstrip().endswith((":", ": -", ":-", "\uff1a", " \u2013", " \u2014", " -")) or (
        block.kind is not BlockKind.ROW and is_stem_like(tail)
    )


def _is_hard_wrapped(masked: str, lines: list[Line]) -> bool:
    pairs = lower = 0
    for line, after in pairwise(lines[:4000]):
        if line.shape is Shape.WORDS and after.shape is Shape.WORDS and 45 <= line.end - line.begin <= 130:
            pairs += 1
            lower += masked[after.start].islower()
    return pairs >= 3 and lower * 3 >= pairs
