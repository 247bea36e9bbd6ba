"""The summary: contracts down, families across, the worst of each family in the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.arrangement import arrange
from clause_auditor.reports.excel.sheet import A3, Sheet, height_of
from clause_auditor.reports.excel.styles import COLOURS
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.portfolio import COUNTED, NOT_AUDITED, count_findings, families_of, say_decisions
from clause_auditor.reports.rows import count_rows, flat, say_error
from clause_auditor.reports.wording import spaced

_LEADING: Final = {"Contract": 30, "Decision": 10, "Why": 36}
_NARROW, _WIDE = 9, 12.5
_FIRST_COUNT = len(_LEADING)
_FIRST_FAMILY = _FIRST_COUNT + len(COUNTED)
_LEGEND_ROW, _HEAD_ROW = 2, 4
_MOST_LINES = 5


def write_summary(sheet: Sheet, outcomes: Sequence[Outcome], limits: Iterable[str], most_rows: int) -> None:
    """Write a row for each contract, each linked to the first of its findings, and for each file that was not read."""
    families = families_of(outcomes)
    sheet.lay_out([*_LEADING.values(), *[_NARROW] * len(COUNTED), *[_WIDE] * len(families)], paper=A3)
    sheet.worksheet.hide_gridlines(2)
    _write_top(sheet, outcomes, limits)
    sheet.heads(_HEAD_ROW, [*_LEADING, *COUNTED.values(), *(flat(spaced(family).capitalize()) for family in families)])
    sheet.worksheet.set_row(_HEAD_ROW, 44)
    starts = accumulate(map(count_rows, outcomes), initial=1)
    for row, (outcome, start) in enumerate(zip(outcomes, starts, strict=False), start=_HEAD_ROW + 1):
        _write_contract(sheet, row, outcome, start if start <= most_rows else 0)
        if outcome.audit:
            _write_counts(sheet, row, outcome.audit)
            _write_families(sheet, row, outcome.audit, families)
    last = _FIRST_FAMILY + len(families) - 1
    sheet.worksheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + max(1, len(outcomes)), last)
    sheet.head_rows(_HEAD_ROW)


def _write_top(sheet: Sheet, outcomes: Sequence[Outcome], limits: Iterable[str]) -> None:
    sheet.text(0, 0, "Audit of contracts", sheet.styles.title)
    sheet.text(1, 0, say_decisions(outcomes), sheet.styles.plain)
    sheet.worksheet.set_row(0, 22)
    sheet.text(_LEGEND_ROW, 0, "The worst of each family; colours by severity:", sheet.styles.plain)
    for column, word in enumerate(COLOURS, start=_FIRST_COUNT):
        sheet.text(_LEGEND_ROW, column, word, sheet.styles.cells[word])
    sheet.worksheet.set_row(_LEGEND_ROW, 42)
    sheet.text(_LEGEND_ROW + 1, 0, " ".join(limits), sheet.styles.plain)


def _write_contract(sheet: Sheet, row: int, outcome: Outcome, start: int) -> None:
    audit = outcome.audit
    name, decision = flat(outcome.name), audit.decision.value if audit else NOT_AUDITED
    why = flat(" ".join(audit.decision_reasons)) if audit else say_error(outcome)
    if start:
        sheet.link(row, 0, f"internal:'Findings'!A{start + 1}", name, sheet.styles.middle_link)
    else:
        sheet.text(row, 0, name, sheet.styles.middle)
    sheet.text(row, 1, decision, sheet.styles.cells[decision])
    sheet.text(row, 2, why, sheet.styles.middle)
    sheet.worksheet.set_row(
        row, max(29, height_of([(name, _LEADING["Contract"]), (why, _LEADING["Why"])], _MOST_LINES))
    )


def _write_counts(sheet: Sheet, row: int, audit: Audit) -> None:
    counts = count_findings(audit)
    for column, word in enumerate(COUNTED, start=_FIRST_COUNT):
        sheet.number(row, column, counts[word], sheet.styles.number)


def _write_families(sheet: Sheet, row: int, audit: Audit, families: Iterable[str]) -> None:
    worst: dict[str, tuple[str, Finding]] = {}
    for group in arrange(audit):
        for finding in group.findings:
            worst.setdefault(finding.family, (group.title, finding))
    for column, family in enumerate(families, start=_FIRST_FAMILY):
        if family in worst:
            title, finding = worst[family]
            sheet.text(row, column, _cell(finding), sheet.styles.cells[title])


def _cell(finding: Finding) -> str:
    """What a cell says of the worst finding of its family."""
    status = spaced(finding.status.value)
    if finding.waiver:
        return f"{status}\naccepted"
    if finding.status.violates:
        return f"{status}\n{finding.severity.value}"
    settled = finding.status in (Status.ERROR, Status.UNKNOWN) or not finding.needs_review
    return status if settled else f"{status}, to be checked"
