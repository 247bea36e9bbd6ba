"""One contract by the law of four days: the table in docs/law-over-time.md is what the audits say."""

from __future__ import annotations

from pathlib import Path

from clause_auditor import audit
from clause_auditor.domain.audit import Audit

ROOT = Path(__file__).parents[2]
DAYS = ("2020-01-01", "2022-01-01", "2024-01-01", "2026-11-22")
ABSENT = "–"


def audits() -> dict[str, Audit]:
    return {day: audit(ROOT / "examples/dpa-of-2019.md", as_of=day, announced=True) for day in DAYS}


def changing_rows(found: dict[str, Audit]) -> list[str]:
    statuses = {day: {f.rule_id: str(f.status) for f in result.findings} for day, result in found.items()}
    rules = sorted({rule for each in statuses.values() for rule in each})
    rows = {rule: [statuses[day].get(rule, ABSENT).replace("_", " ") for day in DAYS] for rule in rules}
    return [f"| `{rule}` | {' | '.join(row)} |" for rule, row in rows.items() if len(set(row)) > 1]


def test_the_page_shows_what_changes_between_the_days() -> None:
    page = (ROOT / "docs/law-over-time.md").read_text(encoding="utf-8")
    shown = [line for line in page.splitlines() if line.startswith("| `")]
    assert shown == changing_rows(audits())


def test_what_is_announced_is_in_force_later_or_never_dated() -> None:
    for day, result in audits().items():
        assert all(law.start == "" or law.start > day for law in result.announced)


def test_nothing_of_gdpr_is_asked_for_before_it_applied() -> None:
    early = audit(ROOT / "examples/dpa-of-2019.md", as_of="2018-05-24", packs=["gdpr"])
    assert early.findings == ()
    assert early.decision.value == "review"
