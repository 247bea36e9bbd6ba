"""One sheet on which contract text is text: never a formula, a number, a link or markup; and within Excel's limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from clause_auditor.reports.escaping import leads_to_web
from clause_auditor.reports.excel.styles import Styles
from clause_auditor.reports.quoting import harmless, shorten

A4: Final = 9
A3: Final = 8
"""Numbers of papers."""
MOST_LINKS: Final = 65_530
"""Links that a sheet can hold."""
_LONGEST_CELL: Final = 32_767
"""UTF-16 units; a code point takes one or two."""
_LONGEST_KEPT: Final = 16_000
"""Code points that fit in any case."""
_LINE_HEIGHT: Final = 13.0
"""Points, of letters of ten points."""


class Sheet:
    """Writes cells; rows and columns count from 0."""

    def __init__(self, worksheet: Worksheet, styles: Styles) -> None:
        self.worksheet = worksheet
        self.styles = styles
        self.unlinked = 0
        """Addresses that stand as text, for the sheet could hold no more links."""
        self._links = 0

    def text(self, row: int, column: int, text: str, look: Format | None = None) -> None:
        """Write a text as it is; an empty one only where it has a look."""
        if text:
            self.worksheet.write_string(row, column, as_cell(text), look)
        elif look:
            self.worksheet.write_blank(row, column, None, look)

    def number(self, row: int, column: int, number: int, look: Format | None = None) -> None:
        """Write a number."""
        self.worksheet.write_number(row, column, number, look)

    def link(self, row: int, column: int, url: str, text: str, look: Format) -> None:
        """Write a text that leads to the web or, by "internal:", into the workbook; plain text if it cannot."""
        if not url.startswith("internal:") and not leads_to_web(url):
            self.text(row, column, text, self.styles.wrapped if text else None)
        elif self._links >= MOST_LINKS:
            self.unlinked += 1
            self.text(row, column, text, self.styles.wrapped)
        else:
            self._links += 1
            self.worksheet.write_url(row, column, url, look, as_cell(text))

    def heads(self, row: int, words: Iterable[str]) -> None:
        """Write the heads of columns."""
        for column, word in enumerate(words):
            self.text(row, column, word, self.styles.head)

    def lay_out(self, widths: Sequence[float], *, paper: int = A4) -> None:
        """Set widths of columns in characters, and print on landscape pages as wide as the sheet."""
        for column, width in enumerate(widths):
            self.worksheet.set_column(column, column, width, self.styles.wrapped)
        self.worksheet.set_landscape()
        self.worksheet.set_paper(paper)
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.worksheet.set_footer("&L&A&RPage &P of &N")

    def head_rows(self, row: int, columns: int = 1) -> None:
        """Keep the rows up to this one, and the first columns, in sight; print the row of heads on every page."""
        self.worksheet.freeze_panes(row + 1, columns)
        self.worksheet.repeat_rows(row)


def as_cell(text: str) -> str:
    """Return the text as a cell can hold it: shortened in its middle if it is too long, nothing that is no XML."""
    if len(text) > _LONGEST_KEPT and len(text.encode("utf-16-le", "surrogatepass")) // 2 > _LONGEST_CELL:
        text = shorten(text, _LONGEST_KEPT)
    text = "\n".join(map(harmless, text.split("\n")))
    # xlsxwriter takes a text between these marks for XML of its own and would not escape it.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def height_of(texts: Iterable[tuple[str, int]], most_lines: int) -> float:
    """Return the height of a row in points for texts in columns of these widths, at most so many lines."""
    lines = 1
    for text, width in texts:
        if text:
            lines = max(lines, sum(1 + len(part) // width for part in text.split("\n")))
    return min(lines, most_lines) * _LINE_HEIGHT + 3
