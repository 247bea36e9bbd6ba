"""The page as a whole: what a reader finds, one contract or many, and nothing that could run or call out."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from itertools import pairwise

import pytest

from clause_auditor.domain.audit import Announcement, Audit, JudgedDocument, Perspective, Strictest
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Citation, Severity, Status
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.errors import InputError
from clause_auditor.reports.formats import find_format
from clause_auditor.reports.html.page import MOST_WHOLE, write_html
from clause_auditor.reports.interface import Outcome, ReportStyle

from ..conftest import CONTRARY, MISSING, finding
from .pages import outcome, passage, read, words

TEXT = """# Terms

1.1 Acme is the processor of Bolt.

1.2 The **Vendor** need not notify anyone of a breach. It may keep copies.

- as long as it likes
"""
PAPER = Document("dpa", TEXT, "Data Processing Terms")
BREACH = dataclasses.replace(CONTRARY, evidence=(passage(TEXT, "The **Vendor** need not notify anyone of a breach."),))


def sample_outcome(sample: Audit) -> Outcome:
    findings = tuple(BREACH if each is CONTRARY else each for each in sample.findings)
    return outcome(sample, PAPER, *findings)


@pytest.mark.parametrize("name", ["report.html", "REPORT.HTM"])
def test_its_file_names_are_known(name: str) -> None:
    form = find_format(name)
    assert form is not None
    assert form.load() is write_html


def test_all_there_is_to_know_is_told(sample: Audit) -> None:
    tree = read([sample_outcome(sample)])
    text = " ".join(tree.text_content().split())
    assert words(tree, "//*[@class='verdict']") == ["Decision: ✗ fail"]
    for told in (
        "2 violations of what the law asks for",
        "7 obligations judged:",
        "demo 1.2.0: the text names personal data",
        "other 0.1.0: nothing speaks of its regime",
        "Annex 3 is named and not in the text.",
        "not legal advice",
        "72 hours is our line.",
        "Accepted by the board (until 2027-01-31)",
        "The clock may run before the controller knows.",
        "Acme shall notify Bolt of every personal data breach",
        "Looked for and not found: notice.",
    ):
        assert told in text
    assert words(tree, "//section[@class='group']/h4") == [
        "Critical (1)",
        "High (1)",
        "For a person to decide (2)",
        "Accepted (1)",
        "Met (1)",
        "Does not arise (1)",
    ]


def test_headings_go_down_step_by_step(sample: Audit) -> None:
    tree = read([sample_outcome(sample)])
    levels = [int(each.tag[1]) for each in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_finding_leads_to_its_passage_and_back(sample: Audit) -> None:
    tree = read([sample_outcome(sample)])
    card = tree.get_element_by_id("c1-f1")
    target = card.xpath(".//blockquote/a/@href")[0]
    mark = tree.get_element_by_id(target[1:])
    assert mark.text_content() == "The Vendor need not notify anyone of a breach."
    assert mark.getnext().get("href") == "#c1-f1"
    assert "contrary" in mark.getnext().get("aria-label")


def test_what_is_missing_has_its_place_in_the_text(sample: Audit) -> None:
    tree = read([sample_outcome(sample)])
    target = tree.get_element_by_id("c1-f2").xpath(".//dd/a/@href")[0]
    gap = tree.get_element_by_id(target[1:])
    assert gap.text_content().startswith("Missing here")
    assert gap.xpath(".//a/@href") == ["#c1-f2"]
    assert gap.getprevious().text_content().startswith("1.2")


def test_the_policy_admits_this_style_sheet_alone(sample: Audit) -> None:
    page = write_html([sample_outcome(sample)], ReportStyle()).decode()
    css = re.findall(r"(?s)<style>(.*)</style>", page)[0]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'".replace("'", "&#x27;") in page
    assert "url(" not in css
    assert "@import" not in css


def test_only_addresses_of_the_web_become_links(sample: Audit) -> None:
    laws = (Citation("Evil", "javascript:alert(1)"), Citation("Fine", "HTTPS://law.example/a?b=1&c='2'"))
    tree = read([outcome(sample, PAPER, dataclasses.replace(BREACH, citations=laws))])
    links = tree.xpath("//a[@rel]")
    assert [(each.text, each.get("href"), each.get("rel")) for each in links] == [
        ("Fine", "HTTPS://law.example/a?b=1&c='2'", "noreferrer noopener")
    ]
    assert "Evil" in words(tree, "//ul[@class='laws']/li")


def test_a_checked_remedy_shows_what_changes(sample: Audit) -> None:
    start = TEXT.index("need not")
    edit = Edit("dpa", start, start + len("need not"), "shall at once")
    added = Edit("dpa", len(TEXT), len(TEXT), "\n2. Audits\n\nBolt may audit.\n")
    remedies = {
        BREACH.rule_id: Remedy(BREACH.rule_id, RemedyKind.CHANGE, (edit,), "…"),
        MISSING.rule_id: Remedy(MISSING.rule_id, RemedyKind.ADDITION, (added,), "…"),
    }
    tree = read([outcome(sample, PAPER, BREACH, MISSING, remedies=remedies)])
    change, addition = tree.xpath("//div[@class='remedy']")
    assert words(change, ".//del") == ["need not"]
    assert words(change, ".//p[@class='edit']")[0].startswith("1.2 The Vendor need not shall at once notify anyone")
    assert addition.xpath(".//ins")[0].text == "2. Audits\n\nBolt may audit."
    assert "Acme shall notify Bolt" not in tree.text_content()


def test_the_vendor_is_told_what_to_offer(sample: Audit) -> None:
    vendor = dataclasses.replace(sample, perspective=Perspective.VENDOR)
    assert "What to offer" in words(read([outcome(vendor, PAPER)]), "//dt")


def test_reasons_are_folded_unless_asked_for(sample: Audit) -> None:
    folded = read([sample_outcome(sample)]).xpath("//details")
    assert folded
    assert all(each.get("open") is None for each in folded)
    assert all(
        each.get("open") is not None
        for each in read([sample_outcome(sample)], ReportStyle(explain=True)).xpath("//details")
    )


def test_overlays_views_strictest_and_announced_law(sample: Audit) -> None:
    audit = dataclasses.replace(
        sample,
        scope=dataclasses.replace(sample.scope, views=("Read with tracked changes accepted.",)),
        overlays=(OverlayUse("house", "1.0.0", "House lines", "demo", "aa", ("Sooner.",), (), ("Both set it.",)),),
        strictest={"breach_notification": Strictest("demo.breach", "demo", "24 hours is less than 72.")},
        announced=(Announcement("x", "New Act", "2027-08-02", "It adds a duty.", "https://law.example/x"),),
    )
    text = " ".join(read([outcome(audit, PAPER)]).text_content().split())
    for told in (
        "Read with tracked changes accepted.",
        "house 1.0.0 on demo: House lines",
        "Conflict: Both set it.",
        "breach notification: demo.breach (24 hours is less than 72)",
        "New Act: from 2027-08-02. It adds a duty.",
    ):
        assert told in text


def test_several_contracts_begin_with_a_summary(sample: Audit) -> None:
    broken = Outcome("broken<b>.docx", error=InputError.at("broken.docx", "no ZIP file", "Save it anew"))
    tree = read([sample_outcome(sample), broken])
    heads = words(tree, "//thead//th")
    first, second = ([each.text_content() for each in row] for row in tree.xpath("//tbody/tr"))
    assert dict(zip(heads, first, strict=True)) == {
        "Contract": "dpa.md",
        "Decision": "✗ fail",
        "Audit": "✗ missing",
        "Breach notification": "✗ contrary",
        "Security": "? unknown",
    }
    assert second == ["broken<b>.docx", "! not audited", "no ZIP file"]
    assert tree.xpath("//tbody//a/@href") == ["#c1", "#c2"]
    section = tree.get_element_by_id("c2")
    assert "It has not passed." in section.text_content()
    assert "broken.docx: no ZIP file. Save it anew" in section.text_content()


def test_no_contract_and_no_finding_are_said(sample: Audit) -> None:
    assert "No contract was given." in read([]).text_content()
    empty = Outcome("a.json", audit=dataclasses.replace(sample, findings=()), contract=Contract())
    text = read([empty]).text_content()
    assert "No obligation was judged." in text
    assert "facts alone were judged" in text


def test_many_contracts_leave_out_texts_and_say_so(sample: Audit) -> None:
    tree = read([sample_outcome(sample)] * (MOST_WHOLE + 1))
    assert "are left out" in words(tree, "//p[@class='notice']")[0]
    assert not tree.xpath("//article[contains(@class, 'sheet')] | //details")
    assert len(tree.xpath("//article[contains(@class, 'card')]")) == 5 * (MOST_WHOLE + 1)
    assert not read([sample_outcome(sample)] * 2).xpath("//p[@class='notice']")


def test_several_documents_are_told_apart(sample: Audit) -> None:
    other = Document("msa", "1. Acme pays.\n", "Master Agreement")
    judged = (*sample.scope.documents, JudgedDocument("msa", "Master Agreement", "main", "fr", 9, False))
    audit = dataclasses.replace(sample, scope=dataclasses.replace(sample.scope, documents=judged))
    fee = finding("fee", Status.WEAK, Severity.LOW, evidence=(passage(other.text, "Acme pays.", "msa"),))
    audit = dataclasses.replace(audit, findings=(fee,))
    tree = read([Outcome("all.zip", audit=audit, contract=Contract((PAPER, other)))])
    assert words(tree, "//h4[@class='sheet-title']") == ["Data Processing Terms", "Master Agreement"]
    assert words(tree, "//blockquote/a") == ["Master Agreement, Clause 1"]
    assert words(tree, "//mark") == ["Acme pays."]
    assert "Master Agreement (main, fr, 9 words, not judged)" in tree.text_content()


def test_the_same_outcomes_give_the_same_bytes(sample: Audit) -> None:
    assert write_html([sample_outcome(sample)] * 2, ReportStyle()) == write_html(
        [sample_outcome(sample)] * 2, ReportStyle()
    )
