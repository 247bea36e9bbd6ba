"""The rows of a page to regions in reading order: columns one after another, tables apart."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from clause_auditor.documents.pdf.lines import Line, Row
from clause_auditor.documents.pdf.paints import Box

_LEAST_WIDTH: Final = 0.55
_LEAST_LINES: Final = 4
_FULL: Final = 0.6
_DEEPEST: Final = 5
_FAR: Final = 1e6


@dataclass(slots=True)
class Gutter:
    """An upright gap, and the rows that leave it free."""

    x0: float
    x1: float
    both: list[int]
    """Rows with text on both sides of it."""

    @property
    def start(self) -> int:
        """First row with text on both sides."""
        return self.both[0]

    @property
    def end(self) -> int:
        """Last row with text on both sides."""
        return self.both[-1]

    @property
    def middle(self) -> float:
        """Where it lies."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Region:
    """Lines that follow each other, or the rows of a table with the gutters between its columns."""

    rows: list[Row]
    gutters: list[float] = field(default_factory=list)
    """Empty: plain lines."""


def find_regions(rows: list[Row], rules: Sequence[Box] = (), depth: int = 0) -> list[Region]:
    """Return the regions of rows in the order in which they are read."""
    if not rows:
        return []
    gutters = find_gutters(rows)
    if depth < _DEEPEST:
        columns = [gutter for gutter in gutters if _parts_prose(rows, gutter, rules)]
        if columns:
            return _read_columns(rows, max(columns, key=lambda gutter: len(gutter.both)), rules, depth)
    return _read_tables(rows, rules)


def find_gutters(rows: Sequence[Row]) -> list[Gutter]:
    """Return all upright gaps between lines that two rows or more leave free, one after another."""
    found: list[Gutter] = []
    active: list[Gutter] = []
    for number, row in enumerate(rows):
        kept: list[Gutter] = []
        for gutter in active:
            (kept if _narrow(gutter, row, number) else found).append(gutter)
        for one, other in pairwise(row.lines):
            if not any(gutter.x0 < other.x0 and one.x1 < gutter.x1 and gutter.end == number for gutter in kept):
                kept.append(Gutter(one.x1, other.x0, [number]))
        active = kept
    return [gutter for gutter in (*found, *active) if len(gutter.both) > 1]


def _narrow(gutter: Gutter, row: Row, number: int) -> bool:
    """Narrow a gutter to what a row leaves free of it; False if that is nothing."""
    middle = gutter.middle
    left = [line.x1 for line in row.lines if (line.x0 + line.x1) / 2 < middle]
    right = [line.x0 for line in row.lines if (line.x0 + line.x1) / 2 >= middle]
    x0, x1 = max([gutter.x0, *left]), min([gutter.x1, *right])
    if x1 - x0 < _LEAST_WIDTH * row.size:
        return False
    gutter.x0, gutter.x1 = x0, x1
    if left and right:
        gutter.both.append(number)
    return True


def _beside(rows: Sequence[Row], gutter: Gutter) -> tuple[list[Line], list[Line]]:
    """Return the lines next to a gutter on either side: those of the two columns that it parts."""
    left, right = [], []
    for row in rows:
        before = [line for line in row.lines if _is_left(line, gutter)]
        left += before[-1:]
        right += row.lines[len(before) : len(before) + 1]
    return left, right


def _is_left(line: Line, gutter: Gutter) -> bool:
    return (line.x0 + line.x1) / 2 < gutter.middle


def _parts_prose(rows: Sequence[Row], gutter: Gutter, rules: Sequence[Box]) -> bool:
    """Say whether the text on both sides of a gutter runs on by itself, and is not the cells of a table."""
    block = rows[gutter.start : gutter.end + 1]
    sides = _beside(block, gutter)
    if min(map(len, sides)) < _LEAST_LINES or not all(map(_fills, sides)):
        return False
    widths = [max(line.x1 for line in side) - min(line.x0 for line in side) for side in sides]
    if min(widths) < 0.3 * max(widths) or _is_ruled(block, gutter, rules):
        return False
    return not _gaps_coincide(*sides)


def _fills(side: list[Line]) -> bool:
    """Say whether most lines reach across their column, and are long enough for prose."""
    left, right = min(line.x0 for line in side), max(line.x1 for line in side)
    widths = [(line.x1 - line.x0) / max(right - left, 1.0) for line in side]
    letters = statistics.median(len(line.text) for line in side)
    return statistics.median(widths) >= _FULL and letters >= 16


def _is_ruled(block: Sequence[Row], gutter: Gutter, rules: Sequence[Box]) -> bool:
    """Say whether lines are drawn across the gutter between the rows."""
    top, bottom = block[0].base, block[-1].base
    across = [r for r in rules if r.x0 < gutter.x0 and r.x1 > gutter.x1 and top < r.y0 < bottom and r.y1 - r.y0 < 4]
    return len(across) > 1


def _gaps_coincide(left: list[Line], right: list[Line]) -> bool:
    """Say whether one side breaks off and goes on where the other side begins something: rows of a table."""
    lead = min(_lead(left), _lead(right))
    starts = [_starts(side, lead) for side in (left, right)]
    long_gaps = [
        line.base for side in (left, right) for before, line in pairwise(side) if line.base - before.base > 2.6 * lead
    ]
    other = sorted(starts[0] + starts[1])
    aligned = sum(_near(base, starts[0]) and _near(base, starts[1]) for base in long_gaps)
    if long_gaps and aligned >= 0.5 * len(long_gaps):
        return True
    fewer = min(len(starts[0]), len(starts[1]))
    both = sum(_near(base, starts[1]) for base in starts[0])
    return len(other) >= 4 and fewer >= 2 and both >= 0.8 * max(len(starts[0]), len(starts[1]))


def _near(base: float, others: Sequence[float]) -> bool:
    return any(abs(base - other) < 2.0 for other in others)


def _starts(side: list[Line], lead: float) -> list[float]:
    return [b.base for a, b in pairwise(side) if b.base - a.base > 1.2 * lead]


def _lead(side: Sequence[Line]) -> float:
    gaps = sorted(b.base - a.base for a, b in pairwise(side) if b.base - a.base > 1.0)
    return gaps[len(gaps) // 4] if gaps else 12.0


def _read_columns(rows: list[Row], gutter: Gutter, rules: Sequence[Box], depth: int) -> list[Region]:
    start, end = _stretch(rows, gutter)
    block = rows[start:end]
    left = [Row(kept) for row in block if (kept := [line for line in row.lines if _is_left(line, gutter)])]
    right = [Row(kept) for row in block if (kept := [line for line in row.lines if not _is_left(line, gutter)])]
    return [
        *find_regions(rows[:start], rules, depth + 1),
        *find_regions(left, rules, depth + 1),
        *find_regions(right, rules, depth + 1),
        *find_regions(rows[end:], rules, depth + 1),
    ]


def _stretch(rows: Sequence[Row], gutter: Gutter) -> tuple[int, int]:
    """Return the rows of two columns: those too that only one column reaches, as long as its text runs on."""
    start, end = gutter.start, gutter.end + 1
    lead = _lead([row.lines[0] for row in rows[start:end]])
    while end < len(rows) and rows[end].base - rows[end - 1].base <= 2.2 * lead and _fits(rows[end], gutter):
        end += 1
    while start > 0 and rows[start].base - rows[start - 1].base <= 1.6 * lead and _fits(rows[start - 1], gutter):
        start -= 1
    return start, end


def _fits(row: Row, gutter: Gutter) -> bool:
    return all(line.x1 <= gutter.x0 + 1 or line.x0 >= gutter.x1 - 1 for line in row.lines)


def _read_tables(rows: list[Row], rules: Sequence[Box]) -> list[Region]:
    regions: list[Region] = []
    for chunk in _between_headings(rows):
        place = 0
        gutters = find_gutters(chunk)
        for start, end, parting in _table_ranges(chunk, gutters, rules):
            begin = max(start, place)
            if end - begin < 1:
                continue
            if chunk[place:begin]:
                regions.append(Region(chunk[place:begin]))
            regions.append(Region(chunk[begin:end], sorted(parting)))
            place = end
        if chunk[place:]:
            regions.append(Region(chunk[place:]))
    return regions


def _between_headings(rows: list[Row]) -> list[list[Row]]:
    """Part rows before and after those in larger letters: no table goes past a heading."""
    usual = statistics.median(row.size for row in rows)
    chunks: list[list[Row]] = [[]]
    was_heading = False
    for row in rows:
        heading = len(row.lines) == 1 and row.size > 1.1 * usual
        if heading != was_heading and chunks[-1]:
            chunks.append([])
        chunks[-1].append(row)
        was_heading = heading
    return chunks


def _table_ranges(
    rows: Sequence[Row], gutters: list[Gutter], rules: Sequence[Box]
) -> list[tuple[int, int, list[float]]]:
    """Return first row, row after the last, and gutters of each table."""
    ranges: list[tuple[int, int, list[Gutter]]] = []
    for gutter in sorted((g for g in gutters if _parts_cells(rows, g, rules)), key=lambda g: g.start):
        if ranges and gutter.start < ranges[-1][1]:
            start, end, parting = ranges[-1]
            ranges[-1] = (start, max(end, gutter.end + 1), [*parting, gutter])
        else:
            ranges.append((gutter.start, gutter.end + 1, [gutter]))
    return [
        (_runs_up(rows, start, parting), _runs_on(rows, end, parting), _distinct(parting))
        for start, end, parting in ranges
    ]


def _parts_cells(rows: Sequence[Row], gutter: Gutter, rules: Sequence[Box]) -> bool:
    """Say whether a gutter lies between cells, and not by chance between words."""
    block = rows[gutter.start : gutter.end + 1]
    size = statistics.median(row.size for row in block)
    width = gutter.x1 - gutter.x0
    if any(r.x1 - r.x0 < 4 and gutter.x0 - 2 <= r.x0 <= gutter.x1 + 2 and r.y1 > block[0].base for r in rules):
        return True
    if len(gutter.both) < 3:
        return width >= 1.5 * size or _is_ruled(block, gutter, rules)
    return width >= 0.9 * size or _left_edges_agree(block, gutter)


def _left_edges_agree(block: Sequence[Row], gutter: Gutter) -> bool:
    edges = [min((line.x0 for line in row.lines if line.x0 >= gutter.middle), default=_FAR) for row in block]
    edges = [edge for edge in edges if edge < _FAR]
    return bool(edges) and max(edges) - min(edges) < 2.0


def _runs_on(rows: Sequence[Row], end: int, gutters: list[Gutter]) -> int:
    """The last cells of a table may have more lines than the ones beside them."""
    lead = 1.3 * max(row.size for row in rows[max(0, end - 3) : end])
    tight = 1.06 * _lead([row.lines[0] for row in rows[max(0, end - 8) : end]])
    while end < len(rows) and rows[end].base - rows[end - 1].base <= lead:
        gap = rows[end].base - rows[end - 1].base
        wrapped = gap <= tight and all(_fits(rows[end], gutter) for gutter in gutters)
        if not wrapped and not _is_inside(rows[end], gutters):
            break
        end += 1
    return end


def _runs_up(rows: Sequence[Row], start: int, gutters: list[Gutter]) -> int:
    """So may the cells of its head, or the ones that a page broke."""
    lead = 1.3 * max(row.size for row in rows[start : start + 3])
    tight = 1.06 * _lead([row.lines[0] for row in rows[start : start + 8]])
    while start > 0 and rows[start].base - rows[start - 1].base <= lead:
        gap = rows[start].base - rows[start - 1].base
        wrapped = gap <= tight and all(_fits(rows[start - 1], gutter) for gutter in gutters)
        if not wrapped and not _is_inside(rows[start - 1], gutters):
            break
        start -= 1
    return start


def _is_inside(row: Row, gutters: list[Gutter]) -> bool:
    """Say whether a row has text in columns beyond the first only."""
    inside = all(any(line.x0 >= gutter.x1 - 1 for gutter in gutters) for line in row.lines)
    return inside and all(_fits(row, gutter) for gutter in gutters)


def _distinct(gutters: list[Gutter]) -> list[float]:
    """Gutters of the same place are one; those of a few rows only are none beside those of many."""
    most = max(len(gutter.both) for gutter in gutters)
    kept: list[Gutter] = []
    for gutter in sorted(gutters, key=lambda g: -len(g.both)):
        apart = all(gutter.x1 <= other.x0 or gutter.x0 >= other.x1 for other in kept)
        if apart and len(gutter.both) >= 0.25 * most:
            kept.append(gutter)
    return [gutter.middle for gutter in kept]
