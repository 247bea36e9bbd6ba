"""Cells merged over columns and rows: a table in which every row has all columns and can be read by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from clause_auditor.documents.assembly import Piece, looks_like_head

_MOST_CELLS: Final = 100_000
"""A table of more cells, as hostile spans would make it, is written as it stands."""
_LONGEST: Final = 200
"""A longer text is no label of the rows that it stands beside: it is written once."""
_MOST_REPEATED: Final = 100_000
"""Characters that are repeated in one table."""


class Cell(NamedTuple):
    """A cell as it lies in its table."""

    pieces: list[Piece]
    column: int
    """Where it begins, from 0, in columns that are as narrow as any cell."""
    width: int = 1
    goes_on: bool = False
    """It is the lower part of the cell above."""


Rows = list[list[list[Piece]]]


def fill_merged(rows: Sequence[Sequence[Cell]], head: bool | None) -> tuple[Rows, bool]:
    """Return rows of as many cells each, and whether the first names the columns (`head` None: as it looks).

    A name is repeated over the columns that it stands over, a short text in each of the rows that it stands beside.
    """
    kept = [row for row in rows if row]
    bare = [[cell.pieces for cell in row] for row in kept]
    named = looks_like_head(bare)
    columns = sorted({cell.column for row in kept for cell in row})
    if len(columns) * len(kept) > _MOST_CELLS:
        return bare, named if head is None else head
    filler = _Filler(columns)
    filled = [
        filler.fill(row, repeat=place == 0 and len(row) > 1 and (named or bool(head))) for place, row in enumerate(kept)
    ]
    return filled, named if head is None else head


class _Filler:
    """Fills the rows of one table, from the first on."""

    def __init__(self, columns: Sequence[int]) -> None:
        self._columns = columns
        self._above: list[str] = [""] * len(columns)
        self._left = _MOST_REPEATED

    def fill(self, row: Sequence[Cell], *, repeat: bool) -> list[list[Piece]]:
        """Return the cells of a row, one for each column; `repeat` says that its texts are names of columns."""
        filled: list[list[Piece]] = [[] for _ in self._columns]
        speaks = any(_words(cell.pieces) for cell in row)
        for cell in row:
            first = bisect_left(self._columns, cell.column)
            last = bisect_left(self._columns, cell.column + cell.width)
            if not cell.goes_on:
                self._above[first:last] = [_words(cell.pieces), *[""] * (last - first - 1)]
                filled[first] = cell.pieces
            elif speaks:
                filled[first] = self._again(first)
            for place in range(first + 1, last) if repeat else ():
                self._above[place] = self._above[first]
                filled[place] = self._again(first)
        return filled

    def _again(self, place: int) -> list[Piece]:
        words = self._above[place]
        if not words or len(words) > _LONGEST or len(words) > self._left:
            return []
        self._left -= len(words)
        return [words]


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str)).strip()
