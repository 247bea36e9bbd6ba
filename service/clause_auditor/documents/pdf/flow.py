"""The regions of all pages, one after another: paragraphs and tables that a page breaks are put together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from clause_auditor.documents.assembly import Assembly, Piece
from clause_auditor.documents.pdf.columns import Region
from clause_auditor.documents.pdf.lines import Line, Row
from clause_auditor.documents.pdf.pages import Sheet
from clause_auditor.documents.pdf.paragraphs import Paragraph, runs_over, split_paragraphs
from clause_auditor.documents.pdf.shapes import Shaper
from clause_auditor.documents.pdf.tables import Grid, append_grid, fitting_rows, goes_on, read_grid
from clause_auditor.documents.unseen import Unseen


class Flow:
    """Holds back the last block until it is known whether it goes on."""

    def __init__(self, shaper: Shaper, assembly: Assembly) -> None:
        self._shaper = shaper
        self._assembly = assembly
        self._paragraph: Paragraph | None = None
        self._right = 0.0
        self._grid: Grid | None = None
        self._said: set[str] = set()
        self._notes: list[Paragraph] = []

    def write(self, sheet: Sheet, regions: Sequence[Region], notes: Sequence[Row] = ()) -> None:
        """Write the regions of one page; its notes follow when the paragraph that the page breaks is at its end."""
        self._hide(sheet.hidden)
        for region in self._carry_over(sheet, list(regions)):
            if region.gutters:
                self._table(read_grid(region, sheet.rules, sheet.number))
            else:
                self._lines([_as_line(row.lines) for row in region.rows], sheet.number)
        self._notes += split_paragraphs([_as_line(row.lines) for row in notes], sheet.number)
        self._aslant(sheet)

    def finish(self) -> None:
        """Write what is held back."""
        self._release()

    def _carry_over(self, sheet: Sheet, regions: list[Region]) -> list[Region]:
        """Add what a page begins with to the table that ended the page before, if it is its rest; return the others."""
        grid = self._grid
        if grid is None or grid.page >= sheet.number:
            return regions
        while regions and (count := fitting_rows(grid, regions[0])):
            first = regions.pop(0)
            append_grid(grid, read_grid(Region(first.rows[:count], grid.parting()), sheet.rules, sheet.number))
            if count < len(first.rows):
                return [Region(first.rows[count:], first.gutters), *regions]
            grid.page = sheet.number
        return regions

    def _hide(self, hidden: Sequence[Unseen]) -> None:
        for unseen in hidden:
            self._assembly.hide(unseen)

    def _lines(self, lines: list[Line], page: int) -> None:
        paragraphs = split_paragraphs(lines, page)
        for place, paragraph in enumerate(paragraphs):
            last = self._paragraph
            if place == 0 and last is not None and runs_over(last, paragraph, right=self._right):
                if page != last.page and page not in last.turns.values():
                    last.turns[len(last.lines)] = page
                last.lines += paragraph.lines
            else:
                self._release()
                self._paragraph = paragraph
        if lines:
            self._right = max(line.x1 for line in lines)

    def _table(self, grid: Grid) -> None:
        last = self._grid
        if last is not None and grid.page > last.page and goes_on(last, grid):
            append_grid(last, grid)
            return
        self._release()
        self._grid = grid

    def _aslant(self, sheet: Sheet) -> None:
        """Write what is turned, once for all pages that say it."""
        for _, words in groupby(sheet.aslant(), key=lambda word: word.style.place):
            text = " ".join(word.text for word in words)
            if text not in self._said and len(text) > 3:
                self._said.add(text)
                self._release()
                self._assembly.page = sheet.number
                self._assembly.paragraph([text])

    def _release(self) -> None:
        if self._paragraph is not None:
            self._shaper.write(self._paragraph)
            self._paragraph = None
        if self._grid is not None:
            self._assembly.page = self._grid.page
            cells = [[self._cell(cell) for cell in row] for row in self._grid.rows]
            self._assembly.table(cells)
            self._grid = None
        notes, self._notes = self._notes, []
        for note in notes:
            self._shaper.note(note)

    def _cell(self, lines: list[Line]) -> list[Piece]:
        paragraphs: list[Paragraph] = []
        for paragraph in split_paragraphs(lines, 0):
            last = paragraphs[-1] if paragraphs else None
            broken = last is not None and paragraph.lines[0].base < last.lines[-1].base
            if last is not None and broken and not last.text.endswith((".", ":", ";")):
                last.lines += paragraph.lines
            else:
                paragraphs.append(paragraph)
        return self._shaper.cell(paragraphs)


def _as_line(lines: Sequence[Line]) -> Line:
    return lines[0] if len(lines) == 1 else Line([word for line in lines for word in line.words])
