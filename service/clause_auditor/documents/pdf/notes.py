"""Notes at the foot of a page: small rows below the text, the first of which begins with its mark."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.pdf.lines import Row

_SMALL: Final = 0.92
_MARK = re.compile(r"\[?(?:\d{1,3}|[*\u2020\u2021])\]?\.?")


def part_notes(rows: list[Row], body: float) -> tuple[list[Row], list[Row]]:
    """Return the rows of a page's text and those of its notes; `body` is the size of the text's letters."""
    place = len(rows)
    while place > 0 and rows[place - 1].size <= _SMALL * body:
        place -= 1
    if 0 < place < len(rows) and _MARK.fullmatch(rows[place].lines[0].words[0].text):
        return rows[:place], rows[place:]
    return rows, []
