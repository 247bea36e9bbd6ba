"""The rows of a region with gutters to the rows and cells of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from clause_auditor.documents.pdf.columns import Region
from clause_auditor.documents.pdf.lines import Line, Row
from clause_auditor.documents.pdf.paints import Box

_ACROSS: Final = 0.6
_APART: Final = 1.12
_SLACK: Final = 1.0
CellLines = list[Line]


@dataclass(slots=True)
class Grid:
    """A table: rows of cells of lines."""

    rows: list[list[CellLines]] = field(default_factory=list)
    page: int = 0
    gutters: list[float] = field(default_factory=list)

    def edges(self) -> list[float]:
        """Return the left edge of each column; 0 where it is empty."""
        columns = zip(*self.rows, strict=True)
        return [min((line.x0 for cell in column for line in cell), default=0.0) for column in columns]

    def parting(self) -> list[float]:
        """Return where its columns part: just before the left edge of each but the first."""
        return [edge - 1 if edge else gutter for edge, gutter in zip(self.edges()[1:], self.gutters, strict=True)]

    def head(self) -> list[str]:
        """Return the words of its first row."""
        return [" ".join(line.text for line in cell) for cell in self.rows[0]] if self.rows else []


def read_grid(region: Region, rules: Sequence[Box], page: int) -> Grid:
    """Return the table of a region."""
    bands = _bands(region, rules)
    grid = Grid(page=page, gutters=region.gutters)
    for band in bands:
        cells: list[CellLines] = [[] for _ in range(len(region.gutters) + 1)]
        for row in band:
            for line in row.lines:
                cells[_column(line, region.gutters)].append(line)
        grid.rows.append(cells)
    return grid


def goes_on(last: Grid, following: Grid) -> bool:
    """Say whether a table that begins a page is the rest of the one that ended the page before."""
    if len(last.gutters) != len(following.gutters):
        return False
    edges = zip(last.edges(), following.edges(), strict=True)
    return all(abs(one - other) < 6 for one, other in edges if one and other)


def fitting_rows(grid: Grid, region: Region) -> int:
    """Return how many of the first rows of a region stand in the columns of a table that the page before began."""
    count = 0
    parting = grid.parting()
    for row in region.rows:
        columns = {_column(line, parting) for line in row.lines}
        inside = all(_column(line, parting) == sum(part <= line.x1 - 2 for part in parting) for line in row.lines)
        if not inside or len(columns) < len(row.lines) or (columns == {0} and not region.gutters):
            break
        count += 1
    return count if not region.gutters or count == len(region.rows) else 0


def append_grid(last: Grid, following: Grid) -> None:
    """Add the rest of a table; a head that is said again is dropped, a row that the page broke is put together."""
    rows = following.rows
    if rows and following.head() == last.head():
        rows = rows[1:]
    if rows and last.rows and not rows[0][0] and last.rows[-1][0]:
        for cell, rest in zip(last.rows[-1], rows[0], strict=True):
            cell.extend(rest)
        rows = rows[1:]
    last.rows += rows


def _column(line: Line, gutters: Sequence[float]) -> int:
    """The column that a line begins in: what reaches over several stands in the first."""
    start = line.x0 + min(4.0, (line.x1 - line.x0) / 2)
    return sum(gutter <= start for gutter in gutters)


def _bands(region: Region, rules: Sequence[Box]) -> list[list[Row]]:
    rows = region.rows
    cuts = _ruled_cuts(rows, rules)
    gaps = _gap_cuts(rows, region.gutters)
    if len(cuts) < 2 or 2 * len(cuts) < len(gaps):
        cuts = cuts | gaps
    bands: list[list[Row]] = []
    for place, row in enumerate(rows):
        if place == 0 or place in cuts:
            bands.append([])
        bands[-1].append(row)
    return bands


def _ruled_cuts(rows: Sequence[Row], rules: Sequence[Box]) -> set[int]:
    """Rows above which a line is drawn across the table."""
    left = min(row.lines[0].x0 for row in rows)
    right = max(line.x1 for row in rows for line in row.lines)
    cuts: set[int] = set()
    for place in range(1, len(rows)):
        top, bottom = rows[place - 1].base - 1, rows[place].base - 0.3 * rows[place].size
        drawn = sum(
            min(rule.x1, right) - max(rule.x0, left)
            for rule in {
                (round(r.x0), round(r.x1)): r for r in rules if r.y1 - r.y0 < 4 and top < r.y0 < bottom
            }.values()
        )
        if drawn >= _ACROSS * (right - left):
            cuts.add(place)
    return cuts


def _gap_cuts(rows: Sequence[Row], gutters: Sequence[float]) -> set[int]:
    """Rows that stand farther from the one above than the lines of a cell do."""
    gaps = [below.base - above.base for above, below in pairwise(rows)]
    if not gaps:
        return set()
    lead = min((gap for gap in gaps if gap > 0.5 * rows[0].size), default=gaps[0])
    uniform = max(gaps) <= _APART * lead + _SLACK
    full = [len({_column(line, gutters) for line in row.lines}) for row in rows]
    if not uniform:
        return {place + 1 for place, gap in enumerate(gaps) if gap > _APART * lead + _SLACK}
    return {place for place in range(1, len(rows)) if full[place] > 1 and _column(rows[place].lines[0], gutters) == 0}
