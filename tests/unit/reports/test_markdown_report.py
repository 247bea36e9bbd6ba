"""Markdown that shows contract text literally: read by pandoc as GitHub's flavour, and held to a snapshot."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from pathlib import Path

import pytest
from lxml import html
from tests.unit.documents.office import PANDOC
from tests.unit.reports.portfolio import HOSTILE, hostile_finding, portfolio

from clause_auditor.domain.audit import Audit
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.markdown import write_markdown
from clause_auditor.reports.markdown.escaping import link, literal
from clause_auditor.reports.rows import flat

SNAPSHOT = Path(__file__).parent / "snapshots" / "portfolio.md"
STYLE = ReportStyle()


def render(text: str) -> html.HtmlElement:
    if PANDOC is None:
        pytest.skip("pandoc is not installed")
    command = [PANDOC, "-f", "gfm", "-t", "html", "--wrap=none"]
    found = subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=120).stdout
    return html.document_fromstring(f"<html><body>{found.decode()}</body></html>")


def words(page: html.HtmlElement) -> str:
    return " ".join("".join(page.xpath("//body//text()")).split())


def test_the_report_is_as_agreed(sample: Audit) -> None:
    outcomes = [each for each in portfolio(sample) if len(each.name) < 60]
    text = write_markdown(outcomes, ReportStyle(explain=True)).decode()
    if os.environ.get("UPDATE_SNAPSHOTS"):
        SNAPSHOT.write_text(text, encoding="utf-8")
    assert text == SNAPSHOT.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "place",
    ["{}", "> Clause: “{}”", "- **Law:** {}", "#### {}", "| a |\n| --- |\n| {} |"],
    ids=["line", "quote", "point", "head", "cell"],
)
def test_text_shows_literally(text: str, place: str) -> None:
    if len(text) > 2000:
        text = text[:600]
    page = render(place.format(literal(text)))
    assert flat(text) in words(page)
    assert not page.xpath("//a | //img | //code | //script | //em | //del | //h1 | //math | //span")
    assert len(page.xpath("//td")) == (place.count("{}") if place[0] == "|" else 0)


@pytest.mark.parametrize(
    "text",
    ["@someone", "#123", "GH-12", "org/repo#4", ":tada:", "!7", "https://e.example", "www.e.example", "m@e.example"],
)
def test_nothing_fires_that_is_found_after_the_marks(text: str) -> None:
    assert "<!-- -->" in literal(text)
    assert words(render(literal(text))) == text


def test_ordinary_words_stay_as_they_are() -> None:
    text = "Art. 28(3)(a): 72 hours, at 5 % a day; the Vendor's 'best' efforts"
    assert literal(text) == text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc", "", "https://a b", "https://a\n"])
def test_links_lead_to_the_web_alone(url: str) -> None:
    assert link("Law", url) == "Law"


def test_an_address_cannot_end_its_link() -> None:
    page = render(link("L]aw", "https://e.example/a)b<c>?x=1&copy=2|*"))
    assert page.xpath("//a/@href") == ["https://e.example/a%29b%3Cc%3E?x=1&copy=2%7C*"]
    assert words(page) == "L]aw"


def test_the_whole_report_has_one_table_and_no_link_but_its_own(sample: Audit) -> None:
    page = render(write_markdown(portfolio(sample), STYLE).decode())
    rows = page.xpath("//tr")
    assert len(page.xpath("//table")) == 1
    assert len(rows) == 1 + len(portfolio(sample))
    assert {len(row) for row in rows} == {9}
    for address in page.xpath("//a/@href"):
        assert address.startswith(("#contract-", "https://eur-lex.europa.eu/"))
    assert {f"#{name}" for name in page.xpath("//a/@id")} >= set(page.xpath("//td/a/@href"))


def test_quotes_are_bounded(sample: Audit) -> None:
    audit = dataclasses.replace(sample, findings=(hostile_finding("word " * 30_000),))
    lines = write_markdown([Outcome("a", audit=audit)], STYLE).decode().splitlines()
    assert max(len(line) for line in lines if line.startswith("> ")) < 600


def test_what_was_not_read_is_told(sample: Audit) -> None:
    text = write_markdown(portfolio(sample), STYLE).decode()
    assert "| [broken.pdf](#contract-31) | ! not audited |" in text
    assert "**Not audited:** broken.pdf: is no PDF file. Supply another" in text


def test_no_contract_is_told_too() -> None:
    assert write_markdown([], STYLE).decode() == "# Audit of contracts\n\nNo contract was audited.\n"
