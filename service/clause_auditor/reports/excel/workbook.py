"""The workbook: its sheets, its properties, and the same bytes for the same outcomes."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Final

from xlsxwriter import Workbook

from clause_auditor.reports.excel.about import write_about
from clause_auditor.reports.excel.findings import write_findings
from clause_auditor.reports.excel.rules import write_rules
from clause_auditor.reports.excel.sheet import Sheet
from clause_auditor.reports.excel.styles import Styles
from clause_auditor.reports.excel.summary import write_summary
from clause_auditor.reports.interface import Outcome, ReportStyle

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet that Excel can hold, without the head."""
_NO_DAY: Final = "1980-01-01"
_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""In memory: contract text goes to no temporary file. Without a clock, for the rest of the bytes is constant too."""


def write_excel(outcomes: Sequence[Outcome], style: ReportStyle, most_rows: int = MOST_ROWS) -> bytes:
    """Return the workbook; findings beyond `most_rows` are left out, and the workbook says so."""
    data = io.BytesIO()
    book = Workbook(data, _OPTIONS)
    book.set_properties({"title": "Audit of contracts", "created": _created(outcomes)})
    styles = Styles(book)
    sheets = [Sheet(book.add_worksheet(name), styles) for name in ("Summary", "Findings", "Rules", "About")]
    limits = write_findings(sheets[1], outcomes, most_rows)
    write_summary(sheets[0], outcomes, limits, most_rows)
    write_rules(sheets[2], outcomes)
    write_about(sheets[3], outcomes, limits)
    book.close()
    return data.getvalue()


def _created(outcomes: Sequence[Outcome]) -> datetime.datetime:
    return datetime.datetime.fromisoformat(max((o.audit.as_of for o in outcomes if o.audit), default=_NO_DAY))
