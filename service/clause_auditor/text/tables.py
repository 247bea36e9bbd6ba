"""Tables: rows of cells between pipes."""

from __future__ import annotations


def read_cells(masked: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the spans of the cells that hold words, trimmed, left to right."""
    cells: list[tuple[int, int]] = []
    place = start
    while place <= end:
        bar = masked.find("|", place, end)
        stop = end if bar < 0 else bar
        cell = masked[place:stop]
        bare = cell.strip()
        if bare:
            begin = place + len(cell) - len(cell.lstrip())
            cells.append((begin, begin + len(bare)))
        place = stop + 1
    return tuple(cells)
