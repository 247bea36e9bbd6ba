"""The sheet of rules: what each asks for, on which law, and how the contracts stand to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.excel.sheet import Sheet, height_of
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.rows import flat
from clause_auditor.reports.wording import spaced

_HEADS: Final = {
    "Rule": 34,
    "Title": 36,
    "Pack": 10,
    "Family": 18,
    "Basis": 12,
    "Law": 26,
    "Where to read it": 40,
    "Why it matters": 44,
    "Our line": 40,
}
_WIDTHS: Final = tuple(_HEADS.values())
_ACCEPTED = "Accepted"
_COUNTED: Final = (*Status, _ACCEPTED)
_LINK_COLUMN = list(_HEADS).index("Where to read it")


def write_rules(sheet: Sheet, outcomes: Sequence[Outcome]) -> None:
    """Write each rule that was evaluated with the number of contracts of every status; accepted ones among them."""
    sheet.lay_out([*_WIDTHS, *[12] * len(_COUNTED)])
    sheet.heads(0, [*_HEADS, *(spaced(word).capitalize() for word in _COUNTED)])
    sheet.worksheet.set_row(0, 30)
    first, counts = _tally(finding for outcome in outcomes if outcome.audit for finding in outcome.audit.findings)
    for row, rule_id in enumerate(sorted(first), start=1):
        _write_rule(sheet, row, first[rule_id])
        for column, word in enumerate(_COUNTED, start=len(_HEADS)):
            sheet.number(row, column, counts[rule_id, word], sheet.styles.number)
    sheet.worksheet.autofilter(0, 0, max(1, len(first)), len(_HEADS) + len(_COUNTED) - 1)
    sheet.head_rows(0)


def _tally(findings: Iterable[Finding]) -> tuple[dict[str, Finding], Counter[tuple[str, str]]]:
    first: dict[str, Finding] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        first.setdefault(finding.rule_id, finding)
        counts[finding.rule_id, finding.status] += 1
        counts[finding.rule_id, _ACCEPTED] += finding.waiver is not None
    return first, counts


def _write_rule(sheet: Sheet, row: int, finding: Finding) -> None:
    texts = [
        finding.rule_id,
        finding.title,
        finding.pack,
        spaced(finding.family),
        spaced(finding.basis),
        "; ".join(citation.text for citation in finding.citations),
        "\n".join(flat(citation.url) for citation in finding.citations),
        finding.why,
        " ".join(finding.ours),
    ]
    for column, text in enumerate(texts):
        if column == _LINK_COLUMN:
            sheet.link(row, column, text.split("\n")[0], text, sheet.styles.link)
        else:
            sheet.text(row, column, flat(text), sheet.styles.wrapped)
    sheet.worksheet.set_row(row, height_of(zip(texts, _WIDTHS, strict=True), 8))
