"""Notes at the foot of a page: small rows, or rows below a short line, the first of which begins with its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clause_auditor.documents.pdf.lines import Row
from clause_auditor.documents.pdf.paints import Box

_SMALL: Final = 0.92
_MARK = re.compile(r"\[?(?:\d{1,3}|[*\u2020\u2021])\]?\.?")


def part_notes(rows: list[Row], body: float, rules: Sequence[Box] = ()) -> tuple[list[Row], list[Row]]:
    """Return the rows of a page's text and those of its notes; `body` is the size of the text's letters."""
    if place := _below_line(rows, rules):
        return rows[:place], rows[place:]
    place = len(rows)
    while place > 0 and rows[place - 1].size <= _SMALL * body:
        place -= 1
    if 0 < place < len(rows) and _MARK.fullmatch(rows[place].lines[0].words[0].text):
        return rows[:place], rows[place:]
    return rows, []


def _below_line(rows: list[Row], rules: Sequence[Box]) -> int:
    """Return the first row below a short line at the left margin, if it begins with a raised mark; 0 if none does."""
    width = max((line.x1 for row in rows for line in row.lines), default=0.0)
    for rule in rules:
        if rule.y1 - rule.y0 > 3 or not 40 < rule.x1 - rule.x0 < 0.45 * width:
            continue
        place = sum(row.base <= rule.y0 for row in rows)
        if 0 < place < len(rows) and abs(rows[place].lines[0].x0 - rule.x0) < 6:
            word, row = rows[place].lines[0].words[0], rows[place]
            if _MARK.fullmatch(word.text) and word.size < 0.8 * row.size:
                return place
    return 0
