"""Pages for tests: outcomes with passages found by their words, and a page read back strictly."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from html.parser import HTMLParser

from lxml import html

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Evidence, Finding
from clause_auditor.reports.html.page import write_html
from clause_auditor.reports.interface import Outcome, ReportStyle

VOID = {"meta", "br"}


def passage(text: str, words: str, document_id: str = "dpa") -> Evidence:
    start = text.index(words)
    return Evidence(document_id, start, start + len(words), words, "1")


def outcome(audit: Audit, document: Document, *findings: Finding, **more: object) -> Outcome:
    """Return an outcome with these findings, or those of the audit where none is given."""
    audit = dataclasses.replace(audit, findings=findings or audit.findings)
    return Outcome("dpa.md", audit=audit, contract=Contract((document,)), **more)  # type: ignore[arg-type]


def read(outcomes: Sequence[Outcome], style: ReportStyle | None = None) -> html.HtmlElement:
    """Write the page, check what holds of every page, and return its tree."""
    page = write_html(outcomes, style or ReportStyle()).decode()
    check_nesting(page)
    tree = html.fromstring(page)
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    addresses = [each.get("href") for each in tree.iter("a")]
    assert {address[1:] for address in addresses if address.startswith("#")} <= set(ids)
    assert all(address.lower().startswith(("#", "https://", "http://")) for address in addresses)
    assert {each.tag for each in tree.iter() if isinstance(each.tag, str)}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "form", "svg", "base"}
    )
    names = {name for each in tree.iter() for name in each.attrib}
    assert not [name for name in names if name in ("src", "style") or name.startswith("on")]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", page)
    return tree


def check_nesting(page: str) -> None:
    """Fail where an element is not closed in its turn."""
    checker = _Nesting()
    checker.feed(page)
    checker.close()
    assert checker.stack == []


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def words(tree: html.HtmlElement, path: str) -> list[str]:
    """Return the words of each element of a path."""
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


def sheet_words(tree: html.HtmlElement) -> str:
    """Return the contract's own words as the page shows them: no references, no gaps."""
    for added in tree.xpath("//a[contains(@class, 'ref')] | //div[@class='gap']"):
        added.drop_tree()
    return " ".join(words(tree, "//article[contains(@class, 'sheet')]"))
