"""What recurs at the top and the bottom of pages: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from clause_auditor.documents.pdf.lines import Row, build_rows
from clause_auditor.documents.pdf.words import Word

_EDGE_ROWS: Final = 4
_ZONE: Final = 0.14
"""Of a page's height: how far from its edge a running head may stand."""
_LEVEL: Final = 4.0
_FIGURE = re.compile(r"\d{1,5}")
_PAGE_NUMBER = re.compile(
    r"(?:[-\u2013\u2014|\[ ]*(?:page|seite|p\.|pg\.?|s\.)?\s*\d{1,5}\s*(?:(?:of|von|sur|de|/|\|)\s*\d{1,5})?"
    r"[-\u2013\u2014|\] .]*)"
    r"|[-\u2013 ]*[ivxl]{1,6}[-\u2013 ]*",
    re.IGNORECASE,
)
_LEAST_PAGES: Final = 2
_OFTEN: Final = 0.25
_CLOSE: Final = 2.2


class Edge(NamedTuple):
    """A row near the edge of a page."""

    page: int
    text: str
    base: float
    """From the top of the page; from its bottom where it stands in the lower half, and then below zero."""


class RunningText:
    """Collects the edges of all pages, then knows which rows are no part of the text."""

    def __init__(self) -> None:
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        self._pages = 0
        self._numbered: set[str] = set()

    def collect(self, page: int, words: Sequence[Word], height: float) -> None:
        """Take note of a page's first and last rows."""
        self._pages += 1
        near = [word for word in words if not _ZONE * height <= word.base <= (1 - _ZONE) * height]
        for _, text, base in _edges(build_rows(near), height):
            self._edges[_key(text)].append(Edge(page, text, base))

    def drop(self, page: int, rows: Sequence[Row], height: float, body: float) -> list[Row]:
        """Return the rows of a page without those that recur; `body` is the size of the text's letters."""
        edges = {id(row): (text, base) for row, text, base in _edges(rows, height)}

        def recurs(row: Row) -> bool:
            found = edges.get(id(row))
            return found is not None and self._recurs(page, *found, large=row.size > 1.25 * body)

        start, end = 0, len(rows)
        while start < end and recurs(rows[start]):
            start += 1
        while end > start and recurs(rows[end - 1]):
            end -= 1
        return list(rows[_part(rows, start, -1) : _part(rows, end, 1)])

    def _recurs(self, page: int, text: str, base: float, *, large: bool) -> bool:
        same = [edge for edge in self._edges[_key(text)] if abs(edge.base - base) <= _LEVEL]
        pages = {edge.page for edge in same}
        if not large and base < 0 and _PAGE_NUMBER.fullmatch(text) and (self._pages == 1 or len(pages) > 1):
            return True
        if len(pages) < max(_LEAST_PAGES, min(_OFTEN * self._pages, 3 if self._pages > 3 else 2)):
            return False
        if Counter(edge.text for edge in same)[text] >= max(2, 0.6 * len(pages)):
            return True
        return not large and _keeps_step([edge for edge in same if edge.text != text], page, text)


def _part(rows: Sequence[Row], place: int, outward: int) -> int:
    """Move the end of the text outward to where a gap stands: what stands close to the text is part of it."""
    while 0 < place < len(rows) and rows[place].base - rows[place - 1].base < _CLOSE * rows[place].size:
        if _PAGE_NUMBER.fullmatch(" ".join(line.text for line in rows[place if outward > 0 else place - 1].lines)):
            break
        place += outward
    return place


def _edges(rows: Sequence[Row], height: float) -> list[tuple[Row, str, float]]:
    found = []
    for place, row in enumerate(rows):
        first, last = place < _EDGE_ROWS, place >= len(rows) - _EDGE_ROWS
        if (first and row.base < _ZONE * height) or (last and row.base > (1 - _ZONE) * height):
            text = " ".join(" ".join(line.text for line in row.lines).split())
            found.append((row, text, row.base if row.base < height / 2 else row.base - height))
    return found


def _key(text: str) -> str:
    return _FIGURE.sub("#", text.casefold())[:200]


def _keeps_step(others: Sequence[Edge], page: int, text: str) -> bool:
    """Say whether the text differs from those of other pages only by a figure that counts the pages."""
    figures = [int(figure) for figure in _FIGURE.findall(text)]
    for edge in others:
        theirs = [int(figure) for figure in _FIGURE.findall(edge.text)]
        steps = {mine - other for mine, other in zip(figures, theirs, strict=False) if mine != other}
        if steps == {page - edge.page}:
            return not _is_title(text)
    return False


def _is_title(text: str) -> bool:
    return (
        re.match(r"(?:annex|appendix|schedule|exhibit|article|section|clause|anlage|part)\b", text, re.IGNORECASE)
        is not None
    )
