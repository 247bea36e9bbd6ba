"""The workbook, validated, read back by another program, and opened by a third."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator
from tests.unit.documents.office import convert
from tests.unit.reports.portfolio import HOSTILE, hostile_finding, portfolio

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Citation
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.excel import write_excel
from clause_auditor.reports.excel.sheet import as_cell
from clause_auditor.reports.rows import COLUMNS, rows_of

STYLE = ReportStyle()


def load(outcomes: list[Outcome], *limits: int) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_excel(outcomes, STYLE, *limits)))


def grid(book: Workbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


@pytest.mark.parametrize("count", [0, 1, 99])
def test_it_is_valid(sample: Audit, tmp_path: Path, count: int) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(write_excel(portfolio(sample)[:count], STYLE))
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []


def test_the_same_outcomes_give_the_same_bytes(sample: Audit) -> None:
    first = write_excel(portfolio(sample), STYLE)
    assert first == write_excel(portfolio(sample), STYLE)
    assert load(portfolio(sample)).properties.created.isoformat() == "2026-11-22T00:00:00"


def test_every_finding_stands_as_its_row_says(sample: Audit) -> None:
    rows = [row for outcome in portfolio(sample) for row in rows_of(outcome)]
    found = grid(load(portfolio(sample)), "Findings")
    assert len(found) == 1 + len(rows)
    for line, row in zip(found[1:], rows, strict=True):
        expected = [getattr(row, name) or None for name in COLUMNS]
        assert line == [as_cell(value) if isinstance(value, str) else value for value in expected]


def test_contract_text_is_text_in_every_sheet(sample: Audit) -> None:
    for sheet in load(portfolio(sample)):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type in "sn"
            assert not isinstance(cell.value, str) or len(cell.value.encode("utf-16-le")) <= 2 * 32_767
            if cell.hyperlink:
                assert (cell.hyperlink.target or "https://eur-lex.").startswith("https://eur-lex.")
                assert (cell.hyperlink.location or "'Findings'!").startswith("'Findings'!")


def test_long_texts_are_shortened_in_sight() -> None:
    for text in HOSTILE[-2:]:
        assert " […] " in as_cell(text)
    assert as_cell("ä" * 32_767) == "ä" * 32_767


def test_addresses_that_are_none_of_the_web_are_no_links(sample: Audit) -> None:
    law = (Citation("Local law", "file:///etc/passwd"), Citation("GDPR", "https://eur-lex.example/x"))
    odd = dataclasses.replace(hostile_finding("x"), citations=law)
    sheet = load([Outcome("a", audit=dataclasses.replace(sample, findings=(odd,)))])["Findings"]
    cell = sheet.cell(2, 1 + COLUMNS.index("law_link"))
    assert cell.value == "file:///etc/passwd\nhttps://eur-lex.example/x"
    assert cell.hyperlink is None


def test_the_summary_tells_the_worst_of_each_family(sample: Audit) -> None:
    book = load(portfolio(sample))
    rows = grid(book, "Summary")
    every = dict(zip(map(str, rows[4]), rows[5], strict=True))
    assert every["Breach notification"] == "contrary\ncritical"
    assert every["Consent"] == "missing\naccepted"
    assert every["Record"] == "error"
    assert every["Security"] == "unknown"
    assert [every[name] for name in ("Critical", "High", "Low", "To decide", "Accepted", "Met")] == [1, 1, 0, 3, 2, 1]
    assert rows[1][0] == "31 contracts, law as of 2026-11-22: 29 fail, 1 review, 1 not audited."
    broken = rows[-1]
    assert broken[:3] == [
        "broken.pdf",
        "not audited",
        "could not be audited: broken.pdf: is no PDF file. Supply another",
    ]
    assert set(broken[3:]) == {None}


def test_each_contract_leads_to_its_first_finding(sample: Audit) -> None:
    book = load(portfolio(sample))
    for row in range(6, 6 + len(portfolio(sample))):
        cell = book["Summary"].cell(row, 1)
        target = cell.hyperlink.location.split("!")[1]
        assert book["Findings"][target].value == cell.value


def test_what_exceeds_is_said(sample: Audit) -> None:
    book = load(portfolio(sample), 3)
    assert len(grid(book, "Findings")) == 4
    said = "holds the first 3 of 39 rows"
    assert said in str(book["Summary"]["A4"].value)
    assert any(said in str(row[0]) for row in grid(book, "About"))
    assert book["Summary"].cell(7, 1).hyperlink is None


def test_rules_are_counted_over_the_contracts(sample: Audit) -> None:
    rows = grid(load(portfolio(sample)), "Rules")
    rules = {str(row[0]): dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]}
    assert rules["demo.hostile"]["Contrary"] == len(HOSTILE)
    assert (rules["demo.waived"]["Missing"], rules["demo.waived"]["Accepted"]) == (1, 1)
    assert rules["demo.breach"]["Our line"] == "72 hours is our line."


def test_about_tells_what_the_workbook_rests_on(sample: Audit) -> None:
    use = OverlayUse("house", "1.0.0", "House lines", "demo", "aa" * 32, ("Sooner.",), ("Off.",), ())
    rows = grid(load([Outcome("a", audit=dataclasses.replace(sample, overlays=(use,)))]), "About")
    assert ["demo", "1.2.0", "ab" * 32, "to 1 of 1"] in rows
    assert ["other", "0.1.0", "cd" * 32, "to 0 of 1"] in rows
    assert ["house, on demo: House lines", "1.0.0", "aa" * 32, "Sooner. Off."] in rows
    told = {row[0] for row in rows}
    assert {
        "Law as of 2026-11-22",
        "Engine 0.1.0",
        sample.scope.notice,
        "Annex 3 is named and not in the text.",
    } <= told


def test_people_can_filter_scroll_and_print(sample: Audit) -> None:
    book = load(portfolio(sample))
    assert [book[name].freeze_panes for name in ("Summary", "Findings", "Rules")] == ["B6", "B2", "B2"]
    assert book["Summary"].auto_filter.ref == "A5:O36"
    assert book["Findings"].tables["AllFindings"].ref == "A1:W40"
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # one page is the default


def test_another_program_opens_it(sample: Audit, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(write_excel(portfolio(sample), STYLE))
    assert convert(path, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
