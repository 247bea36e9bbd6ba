"""Colours and cell formats. No meaning rests on a colour alone: beside it always stands the word."""

from __future__ import annotations

from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from clause_auditor.reports.portfolio import NOT_AUDITED

_FONT: Final = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_LINK: Final = {"font_color": "#0B5394", "underline": 1, "text_wrap": True}
COLOURS: Final = {
    "Critical": ("#7F2704", "#FFFFFF"),
    "High": ("#E6842A", "#000000"),
    "Medium": ("#FDBE85", "#000000"),
    "Low": ("#FEEDDE", "#000000"),
    "For a person to decide": ("#DCD3EA", "#000000"),
    NOT_AUDITED: ("#404040", "#FFFFFF"),
    "Accepted": ("#D9D9D9", "#000000"),
    "Met": ("#C6DBEF", "#000000"),
    "Does not arise": ("#FFFFFF", "#6B6B6B"),
}
"""Background and letters by group of findings (`arrangement`): orange darkens with severity, blue is good. The colour
blind see light and dark of orange, and orange from blue."""
ALIASES: Final = {"fail": "Critical", "review": "For a person to decide", "pass": "Met"}
"""Decisions take the colours of what they rest on."""


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self.plain = self._format({})
        self.wrapped = self._format({"text_wrap": True})
        self.number = self._format({"align": "center", "valign": "vcenter", "num_format": "#,##0;-#,##0;–"})
        self.percent = self._format({"align": "center", "num_format": '0" %"'})
        self.link = self._format(_LINK)
        self.middle = self._format({"text_wrap": True, "valign": "vcenter"})
        self.middle_link = self._format({**_LINK, "valign": "vcenter"})
        self.title = self._format({"bold": True, "font_size": 14})
        head = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True, "border": 1}
        self.head = self._format({**head, "border_color": "#FFFFFF", "valign": "vcenter"})
        self.cells = {word: self._coloured(word) for word in (*COLOURS, *ALIASES)}
        """Coloured, in the middle of the cell."""
        self.marks = {word: self._mark(word) for word in COLOURS}
        """For colours on condition."""
        self.line = book.add_format({"bottom": 1, "bottom_color": "#BFBFBF"})

    def _format(self, more: dict[str, object]) -> Format:
        return self._book.add_format({**_FONT, **more})

    def _coloured(self, word: str) -> Format:
        ground, letters = COLOURS[ALIASES.get(word, word)]
        look = {"bg_color": ground, "font_color": letters, "align": "center", "valign": "vcenter", "text_wrap": True}
        return self._format({**look, "border": 1, "border_color": "#BFBFBF"})

    def _mark(self, word: str) -> Format:
        ground, letters = COLOURS[word]
        return self._book.add_format({"bg_color": ground, "font_color": letters})
