"""The sheet that says what the workbook rests on and where it ends: packs, law, engine, limits, no legal advice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.reports.excel.sheet import Sheet, height_of
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.quoting import shorten
from clause_auditor.reports.rows import flat

_WIDTHS: Final = (60, 12, 68, 60)
_NAMES_LENGTH = 600
_MOST_LINES = 10
_Rows = Sequence[tuple[str, ...]]


def write_about(sheet: Sheet, outcomes: Sequence[Outcome], limits: Iterable[str]) -> None:
    """Write one section under the other; what holds of several contracts stands once, with their names."""
    sheet.lay_out(_WIDTHS)
    sheet.worksheet.hide_gridlines(2)
    audits = [(flat(outcome.name), outcome.audit) for outcome in outcomes if outcome.audit]
    sections = (
        (("Notice", "Contracts", "Which"), _group(audits, lambda audit: (audit.scope.notice,))),
        (("Law and engine", "Contracts", "Which"), _group(audits, _basis)),
        (("Pack", "Version", "Digest (SHA-256)", "Applied"), _packs([audit for _, audit in audits])),
        (("Overlay", "Version", "Digest (SHA-256)", "What it changes"), _overlays([audit for _, audit in audits])),
        (("Not judged", "Contracts", "Which"), _group(audits, lambda audit: audit.scope.not_judged)),
        (("Left out of this workbook",), [(sentence,) for sentence in limits]),
    )
    row = 0
    for heads, rows in sections:
        if rows:
            row = _write_section(sheet, row, heads, rows)


def _write_section(sheet: Sheet, row: int, heads: Sequence[str], rows: _Rows) -> int:
    """Write the heads and as many columns of the rows; return the row for the next section."""
    sheet.heads(row, heads)
    for number, texts in enumerate(rows, start=row + 1):
        shown = texts[: len(heads)]
        for column, text in enumerate(shown):
            sheet.text(number, column, text, sheet.styles.wrapped)
        sheet.worksheet.set_row(number, height_of(zip(shown, _WIDTHS, strict=False), _MOST_LINES))
    return row + len(rows) + 2


def _group(audits: Sequence[tuple[str, Audit]], tell: Callable[[Audit], Iterable[str]]) -> _Rows:
    """Return each sentence with the number of contracts of which it is told, and their names."""
    groups: dict[str, list[str]] = {}
    for name, audit in audits:
        for sentence in tell(audit):
            groups.setdefault(flat(sentence), []).append(name)
    return [
        (said, f"{len(names):,}", "all" if len(names) == len(audits) else shorten("; ".join(names), _NAMES_LENGTH))
        for said, names in groups.items()
    ]


def _basis(audit: Audit) -> tuple[str, ...]:
    return f"Law as of {audit.scope.law_as_of or audit.as_of}", f"Engine {audit.engine_version}"


def _packs(audits: Iterable[Audit]) -> _Rows:
    uses: dict[tuple[str, str, str], list[bool]] = {}
    for audit in audits:
        for pack in audit.packs:
            uses.setdefault((flat(pack.name), flat(pack.version), pack.digest), []).append(pack.applied)
    return [(*pack, f"to {sum(applied):,} of {len(applied):,}") for pack, applied in uses.items()]


def _overlays(audits: Iterable[Audit]) -> _Rows:
    uses = dict.fromkeys(overlay for audit in audits for overlay in audit.overlays)
    return [
        (
            flat(f"{use.name}, on {use.extends}: {use.title}"),
            flat(use.version),
            use.digest,
            flat(" ".join((*use.changes, *use.switched_off, *use.conflicts))),
        )
        for use in uses
    ]
