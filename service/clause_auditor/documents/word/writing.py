"""Blocks of a Word file through the assembly: tables as rows or, where they only lay out a page, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clause_auditor.documents import merged_cells
from clause_auditor.documents.assembly import Assembly, Piece
from clause_auditor.documents.word.blocks import Block, Cell, Kind, Table

_MOST_IN_CELL: Final = 8
"""A cell with more paragraphs is a page, not an entry."""
_ENDS: Final = ".;:,!?)"


class Writer:
    """Writes blocks; notes follow at the end of the section that refers to them."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._notes: list[Block] = []

    def write(self, blocks: Iterable[Block | Table]) -> None:
        """Write the blocks of a document."""
        for block in blocks:
            if isinstance(block, Block):
                self._block(block)
            else:
                self._table(block)
        self._flush()

    def _block(self, block: Block) -> None:
        match block.kind:
            case Kind.HEADING:
                self._flush()
                self._assembly.heading(block.level, block.pieces, block.label)
            case Kind.ITEM:
                self._assembly.item(block.label, block.pieces, block.level, bold=block.bold)
            case Kind.PARAGRAPH:
                self._assembly.paragraph(block.pieces, bold=block.bold)
        self._notes += block.notes

    def _flush(self) -> None:
        notes, self._notes = self._notes, []
        for note in notes:
            self._assembly.paragraph(note.pieces)

    def _table(self, table: Table) -> None:
        if _lays_out(table):
            for cell in (cell for row in table.rows for cell in row):
                for block in cell.content:
                    if isinstance(block, Block):
                        self._block(block)
                    else:
                        self._table(block)
            return
        placed = [
            [merged_cells.Cell(_cell_pieces(each), each.column, each.width, each.goes_on) for each in row]
            for row in table.rows
        ]
        rows, head = merged_cells.fill_merged(placed, table.head)
        self._assembly.table(rows, head=head)
        for row in table.rows:
            self._notes += [
                note for cell in row for block in cell.content if isinstance(block, Block) for note in block.notes
            ]


def _lays_out(table: Table) -> bool:
    """Tell whether a table only lays out the page: one column, tables within it, cells full of paragraphs."""
    if all(len(row) < 2 for row in table.rows):
        return True
    cells = [cell for row in table.rows for cell in row]
    return any(len(cell.content) > _MOST_IN_CELL or any(isinstance(b, Table) for b in cell.content) for cell in cells)


def _cell_pieces(cell: Cell) -> list[Piece]:
    """Return the paragraphs of a cell one after another, a semicolon between those that end without a stop."""
    pieces: list[Piece] = []
    for block in cell.content:
        if not isinstance(block, Block):
            continue
        if words := [piece for piece in pieces if isinstance(piece, str) and piece.strip()]:
            pieces.append(" " if words[-1].rstrip()[-1] in _ENDS else "; ")
        label = block.label if block.label != "-" else ""
        pieces += [f"{label} ", *block.pieces] if label else block.pieces
    return pieces
