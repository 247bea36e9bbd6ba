"""The page in a browser: it asks for nothing, fits a phone, and its links keep the reader's place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clause_auditor.api import audit, extract
from clause_auditor.reports.html.page import write_html
from clause_auditor.reports.interface import Outcome, ReportStyle

from .browser import Page, open_browser

EXAMPLES = Path(__file__).parents[4] / "examples"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outcomes = []
    for name in ("weak-vendor-dpa.md", "good-dpa.md"):
        contract = extract(EXAMPLES / name)
        outcomes.append(Outcome(name, audit=audit(contract, as_of="2026-11-22"), contract=contract))
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(write_html(outcomes, ReportStyle()))
    return path


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with open_browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


def test_it_asks_for_nothing_and_complains_of_nothing(page: Page, report: Path) -> None:
    page.show(1400, 1000)
    page.open(report)
    assert [each["request"]["url"] for each in page.events_of("Network.requestWillBeSent")] == [report.as_uri()]
    assert page.events_of("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled") == []
    assert page.run("getComputedStyle(document.querySelector('.card')).borderLeftWidth") == "5px"


@pytest.mark.parametrize("width", [360, 420, 800, 1400])
def test_nothing_runs_off_the_side(page: Page, report: Path, width: int) -> None:
    page.show(width, 900)
    page.open(report)
    assert page.run("document.documentElement.scrollWidth") == width


def test_a_passage_is_shown_beside_its_finding(page: Page, report: Path) -> None:
    page.show(1400, 1000)
    page.open(report)
    page.run("document.querySelector('#c1-f10').scrollIntoView()")
    before = page.run("scrollY")
    page.run("document.querySelector('#c1-f10 a.place').click()")
    assert abs(page.run("scrollY") - before) < 8
    assert 0 < page.run("document.querySelector('mark:target').getBoundingClientRect().top") < 300
    page.run("document.querySelector('mark:target').nextElementSibling.click()")
    assert page.run("location.hash").startswith("#c1-f")


def test_in_the_dark_it_is_dark(page: Page, report: Path) -> None:
    page.show(1400, 1000, dark=True)
    page.open(report)
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"


def test_it_prints_whole(page: Page, report: Path) -> None:
    page.show(1400, 1000)
    page.open(report)
    printed = page.printed()
    assert printed.startswith(b"%PDF")
    import pypdfium2

    document = pypdfium2.PdfDocument(printed)
    text = " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document)
    document.close()
    assert "Questions about this Addendum go to legal@brightpipe.example." in text
    assert "It is not legal advice." in text
