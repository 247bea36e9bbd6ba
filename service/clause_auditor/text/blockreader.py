"""The block reader: lines put together to headings, paragraphs, list items and table rows, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.text.blocks import Block, BlockKind
from clause_auditor.text.headings import is_bold_line, is_title_like, leans, read_atx
from clause_auditor.text.lines import Line, Shape, is_delimiter, read_lines
from clause_auditor.text.numbering import Label, Style, read_label
from clause_auditor.text.sentences import trim
from clause_auditor.text.tables import read_cells
from clause_auditor.text.titles import TERMINAL, TitleFinder
from clause_auditor.text.words import word_set

_CHUNK = 4_000
_CITING = word_set("section article clause paragraph \u00a7 part art. annex sections articles clauses exhibit")


class BlockReader:
    """Reads the blocks of one stretch of a document."""

    def __init__(self, source: str, masked: str, start: int, end: int) -> None:
        self._source = source
        self._masked = masked
        self._lines, self._rest = read_lines(masked, start, end)
        self._end = end
        self._titles = TitleFinder(source, masked, self._lines)
        self._wrapped = self._titles.wrapped
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
        heading = self._titles.find(place, line, gap=self._gap, counts_on=self._counts_on_items(line))
        if heading is not None:
            self._add(heading)
            self._gap = True
            return place + 2 if self._titles.is_setext(place) else place + 1
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

    def _counts_on_items(self, line: Line) -> bool:
        """True if the number before this one in the same list stands before an item."""
        label = read_label(self._masked, line.start, line.end)
        if label is None or label.is_bullet:
            return False
        style, value = label.readings[0]
        return self._kinds.get((line.indent, style, label.depth)) == (value - 1, BlockKind.ITEM)

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
        if self._masked[after.start].islower() or (starts_mark is None and self._leans(line)):
            return True
        ends = TERMINAL.search(self._masked[max(line.start, line.end - 5) : line.end]) is not None
        if after.indent > first.indent + 1 and not ends:
            return True
        return self._wrapped and line.end - line.begin > 45 and not self._starts_title(after)

    def _is_accidental(self, line: Line, label: Label) -> bool:
        """A wrapped line may begin with "2. " or "(b)" that is a figure of its sentence."""
        if label.is_bullet:
            return False
        if self._last_word(line) in _CITING:
            return True
        wide = self._wrapped and line.end - line.begin >= 50
        return wide and self._masked[line.end - 1] == "-" and label.text[:1].isdigit()

    def _leans(self, line: Line) -> bool:
        return leans(self._masked[max(line.start, line.end - 16) : line.end])

    def _last_word(self, line: Line) -> str:
        tail = self._masked[max(line.start, line.end - 16) : line.end].lower().split()
        return tail[-1] if tail else ""

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
