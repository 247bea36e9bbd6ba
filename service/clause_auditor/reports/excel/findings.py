"""The sheet of findings: a row each, as a table to filter and sort."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

from clause_auditor.reports.excel.sheet import A3, MOST_LINKS, Sheet, height_of
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.rows import COLUMNS, Row, count_rows, rows_of

_HEADS: Final = {
    "contract": ("Contract", 24),
    "decision": ("Decision", 9),
    "pack": ("Pack", 8),
    "rule_id": ("Rule", 22),
    "title": ("Title", 24),
    "family": ("Family", 15),
    "basis": ("Basis", 9),
    "status": ("Status", 11),
    "severity": ("Severity", 10),
    "confidence": ("Confidence", 11),
    "needs_review": ("Needs review", 9),
    "document": ("Document", 14),
    "clause": ("Clause", 12),
    "page": ("Page", 6),
    "quote": ("Quote", 48),
    "belongs": ("Where it belongs", 13),
    "message": ("Message", 32),
    "why": ("Why it matters", 30),
    "law": ("Law", 18),
    "law_link": ("Where to read it", 22),
    "remedy": ("What to ask for", 48),
    "accepted": ("Accepted", 18),
    "fingerprint": ("Fingerprint", 16),
}
_WIDTHS: Final = {name: width for name, (_, width) in _HEADS.items()}
_PROSE: Final = ("contract", "title", "quote", "message", "why", "remedy", "accepted")
"""What a reader must see whole: it decides on the height of the row."""
_MOST_LINES = 8
_LAST = len(COLUMNS) - 1


def write_findings(sheet: Sheet, outcomes: Sequence[Outcome], most_rows: int) -> list[str]:
    """Write the rows of all contracts, contract after contract, worst first; return sentences on what was left out."""
    sheet.lay_out([_WIDTHS[name] for name in COLUMNS], paper=A3)
    rows = chain.from_iterable(map(rows_of, outcomes))
    for number, row in enumerate(islice(rows, most_rows), start=1):
        _write_row(sheet, number, row)
    wanted = sum(map(count_rows, outcomes))
    _make_table(sheet, max(1, min(wanted, most_rows)))
    return _limits(sheet, wanted, most_rows)


def _write_row(sheet: Sheet, number: int, row: Row) -> None:
    texts = {name: str(getattr(row, name)) for name in COLUMNS}
    for column, (name, text) in enumerate(texts.items()):
        if name == "confidence":
            if row.confidence:
                sheet.number(number, column, row.confidence, sheet.styles.percent)
        elif name == "law_link":
            sheet.link(number, column, text.split("\n")[0], text, sheet.styles.link)
        else:
            sheet.text(number, column, text)
    sheet.worksheet.set_row(number, height_of([(texts[name], _WIDTHS[name]) for name in _PROSE], _MOST_LINES))


def _make_table(sheet: Sheet, rows: int) -> None:
    heads = [{"header": _HEADS[name][0], "header_format": sheet.styles.head} for name in COLUMNS]
    look = {"name": "AllFindings", "style": "Table Style Light 15", "columns": heads}
    sheet.worksheet.add_table(0, 0, rows, _LAST, look)
    sheet.worksheet.set_row(0, 30)
    sheet.head_rows(0)
    _colour(sheet, rows)


def _colour(sheet: Sheet, rows: int) -> None:
    """By conditions, so that colours follow what people sort and change; the lines are for programs without tables."""
    column = COLUMNS.index("severity")
    for word in ("critical", "high", "medium", "low"):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": sheet.styles.marks[word.capitalize()]}
        sheet.worksheet.conditional_format(1, column, rows, column, rule)
    sheet.worksheet.conditional_format(1, 0, rows, _LAST, {"type": "no_errors", "format": sheet.styles.line})


def _limits(sheet: Sheet, wanted: int, most_rows: int) -> list[str]:
    sentences = []
    if wanted > most_rows:
        sentences.append(
            f"The sheet Findings holds the first {most_rows:,} of {wanted:,} rows: Excel can hold no more. "
            "Audit fewer contracts at a time, or take the CSV or JSON report, to have all."
        )
    if sheet.unlinked:
        sentences.append(
            f"In the sheet Findings {sheet.unlinked:,} addresses of the law stand as text without a link: "
            f"Excel can hold {MOST_LINKS:,} links a sheet."
        )
    return sentences
