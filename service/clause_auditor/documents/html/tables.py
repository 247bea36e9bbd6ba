"""Tables: cells that span columns or rows, and tables that only lay out a page."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.assembly import Piece
from clause_auditor.documents.html.parsing import Element
from clause_auditor.documents.merged_cells import Cell

_MOST_SPAN: Final = 1_000
_ENDS: Final = ".;:,!?)"
_PAGES: Final = ("table", "h1", "h2", "h3", "h4")
_SPAN = re.compile(r"\s*(\d{1,6})")


def lays_out(table: Element) -> bool:
    """Say whether a table only lays out the page: tables or headings within it, or one cell in each row."""
    if table.get("role") in ("presentation", "none"):
        return True
    if next((True for _ in table.iterdescendants(*_PAGES)), False):
        return True
    return not any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in table.iterdescendants("tr"))


class TableRows:
    """The rows of one table, as its cells come."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.head: bool | None = None
        self._column = 0
        self._held: dict[int, tuple[int, int]] = {}
        """Column of a cell that reaches down: rows left, columns wide."""
        self._named = True

    @property
    def begun(self) -> bool:
        """True once a row has a cell."""
        return any(self.rows)

    def start_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self._column = 0

    def start_cell(self, element: Element) -> None:
        """Begin a cell; it is filled with `add`."""
        if not self.rows:
            self.start_row()
        self._pass_held()
        width, height = (_span(element.get(name, "")) for name in ("colspan", "rowspan"))
        if height > 1:
            self._held[self._column] = (height - 1, width)
        self.rows[-1].append(Cell([], self._column, width))
        self._column += width
        if len(self.rows) == 1:
            self._named = self._named and element.tag == "th"
            self.head = True if self._named else None

    def end_row(self) -> None:
        """End a row: cells from above may stand at its end."""
        self._pass_held()

    def add(self, pieces: list[Piece]) -> None:
        """Add a paragraph to the cell; a semicolon stands between those that end without a stop."""
        if not self.begun:
            return
        cell = next(row for row in reversed(self.rows) if row)[-1].pieces
        if words := [piece for piece in cell if isinstance(piece, str) and piece.strip()]:
            cell.append(" " if words[-1].rstrip()[-1] in _ENDS else "; ")
        cell += pieces

    def _pass_held(self) -> None:
        while self._column in self._held and self.rows:
            left, width = self._held.pop(self._column)
            if left > 1:
                self._held[self._column] = (left - 1, width)
            self.rows[-1].append(Cell([], self._column, width, goes_on=True))
            self._column += width


def _span(value: str) -> int:
    match = _SPAN.match(value)
    return min(max(int(match[1]), 1), _MOST_SPAN) if match else 1
