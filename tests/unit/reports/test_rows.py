"""Findings as rows: complete, worst first, and harmless."""

from __future__ import annotations

import dataclasses

import pytest
from tests.unit.reports.portfolio import portfolio

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.remedy import Remedy, RemedyKind
from clause_auditor.reports import Outcome
from clause_auditor.reports.rows import COLUMNS, count_rows, rows_of


def test_worst_first_then_what_a_person_decides_then_the_rest(sample: Audit) -> None:
    rows = list(rows_of(portfolio(sample)[0]))
    assert [(row.status, row.severity, bool(row.accepted)) for row in rows] == [
        ("contrary", "critical", False),
        ("missing", "high", False),
        ("unknown", "none", False),
        ("met", "none", False),
        ("error", "none", False),
        ("weak", "low", True),
        ("missing", "high", True),
        ("met", "none", False),
        ("not applicable", "none", False),
    ]
    assert [row.needs_review for row in rows[3:6]] == ["yes", "no", "yes"]


def test_a_row_holds_what_the_finding_says(sample: Audit) -> None:
    first, second, *_, waived, _, _ = rows_of(portfolio(sample)[0])
    assert first.quote == "“The Vendor need not notify anyone | of a breach.”"
    assert (first.clause, first.document, first.confidence) == ("Clause 6.1", "Data Processing Terms", 91)
    assert first.law_link == "https://eur-lex.europa.eu/eli/reg/2016/679/art_33/oj"
    assert second.belongs == "Data Processing Terms, after clause 6"
    assert waived.accepted == "=Known (by Ann, until 2027-01-31)"


def test_no_contract_drops_out(sample: Audit) -> None:
    for outcome in portfolio(sample):
        assert len(list(rows_of(outcome))) == count_rows(outcome) >= 1
    nothing, broken = (next(rows_of(outcome)) for outcome in portfolio(sample)[-2:])
    assert (nothing.decision, nothing.status) == ("review", "")
    assert nothing.message == "No obligation was judged. No pack applies."
    assert (broken.decision, broken.status) == ("error", "error")
    assert broken.message == "could not be audited: broken.pdf: is no PDF file. Supply another"


def test_a_remedy_that_was_judged_stands_before_the_model_wording(sample: Audit) -> None:
    remedy = Remedy("demo.breach", RemedyKind.CHANGE, (), "Within 72 hours.\n\nAlways.")
    row = next(rows_of(Outcome("a", audit=sample, remedies={"demo.breach": remedy})))
    assert row.remedy == "Within 72 hours.\nAlways."
    assert next(rows_of(Outcome("a", audit=sample))).remedy.startswith("Acme shall notify Bolt")


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "confidence"])
def test_texts_are_harmless(sample: Audit, name: str) -> None:
    for outcome in portfolio(sample):
        for row in rows_of(outcome):
            text = dataclasses.asdict(row)[name].replace("\n", "")
            assert text.isprintable()
