"""Findings as CSV (RFC 4180): UTF-8 with a byte order mark, CRLF, a line for each finding, every field in quotes.

A program that opens the file could take a field for a formula. As OWASP advises ("CSV Injection"), an apostrophe is put
before a field that begins with = + - @ or a look-alike, and also after a semicolon, at which other locales split.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.rows import COLUMNS, rows_of

_TRIGGER: Final = re.compile(r"((?:^|;)\s*)(?=[=+\-@−＝＋－＠﹦﹢﹣﹫])")
_VALUES: Final = attrgetter(*COLUMNS)


def write_csv(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return a head and a line for each finding, worst first within its contract; line ends in fields are spaces."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for outcome in outcomes:
        writer.writerows(map(_field, _VALUES(row)) for row in rows_of(outcome))
    return text.getvalue().encode("utf-8-sig")


def _field(value: str | int) -> str:
    return _TRIGGER.sub(r"\1'", " ".join(str(value or "").split()))
