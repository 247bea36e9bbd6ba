"""Comparisons as text, JSON and HTML, held to snapshots; hostile words stay words. UPDATE_SNAPSHOTS=1 writes anew."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import jsonschema
import pytest
from lxml import html
from referencing import Registry, Resource

from clause_auditor.domain.audit import Audit, Decision, JudgedDocument
from clause_auditor.domain.comparison import (
    Change,
    ComparedFinding,
    ComparedPassage,
    Comparison,
    Stretch,
    TimeLimits,
)
from clause_auditor.domain.finding import Evidence, Severity, Status
from clause_auditor.errors import InputError
from clause_auditor.reports.comparison_formats import COMPARISON_FORMATS, ComparedDrafts, load_format
from clause_auditor.reports.interface import Outcome, ReportStyle

from .conftest import CONTRARY, IDLE, MET, MISSING, UNKNOWN, WEAK, finding

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCHEMAS = Path(__file__).parents[3] / "docs" / "schema"
EVIL = "</del><script>alert(1)</script> =cmd|'/C calc'!A0 \x1b[31m\x00\u202e\u200b\ud800\ufffe “&quot;”"
OLD = Evidence("dpa", 0, 40, "Acme shall notify Bolt within 48 hours.", "6.1")
NEW = Evidence("dpa", 5, 45, "Acme shall notify Bolt within 10 days.", "7.1")


@pytest.fixture
def drafts(sample: Audit) -> ComparedDrafts:
    met = dataclasses.replace(CONTRARY, status=Status.MET, severity=Severity.NONE, evidence=(OLD,), remedy="")
    worse = dataclasses.replace(CONTRARY, evidence=(NEW,))
    differs = ComparedPassage(OLD, NEW, (Stretch(30, 38),), (Stretch(30, 37),))
    moved = dataclasses.replace(MET, evidence=(Evidence("dpa", 9, 13, "Acme", "1.3"),))
    gone = dataclasses.replace(MISSING, status=Status.MET, severity=Severity.NONE, evidence=(OLD,))
    newly = dataclasses.replace(WEAK, evidence=(NEW,))
    news = finding("news", Status.MISSING, Severity.LOW)
    findings = (
        ComparedFinding("demo.breach", Change.LOST, met, worse, (differs,), TimeLimits(("48 hours",), ("10 days",))),
        ComparedFinding("demo.audit", Change.LOST, gone, MISSING, (ComparedPassage(OLD, None, (Stretch(0, 39),)),)),
        ComparedFinding("demo.news", Change.NEW_ONLY, None, news),
        ComparedFinding("demo.mechanism", Change.OLD_ONLY, IDLE, None),
        ComparedFinding("demo.transfer", Change.UNCLEAR, WEAK, UNKNOWN),
        ComparedFinding("demo.encryption", Change.CHANGED, WEAK, newly, (ComparedPassage(None, NEW, (), ()),)),
        ComparedFinding("demo.more", Change.GAINED, MISSING, MET),
        ComparedFinding("demo.roles", Change.MOVED, MET, moved, (ComparedPassage(MET.evidence[0], moved.evidence[0]),)),
        ComparedFinding("demo.rest", Change.UNCHANGED, UNKNOWN, UNKNOWN),
    )
    old = dataclasses.replace(sample, decision=Decision.PASS)
    reasons = ("1 obligation of the law at severity high or above stands worse in the new draft.",)
    comparison = Comparison(
        Decision.FAIL, reasons, findings, ("Pack other applies to the new draft only.",), old, sample
    )
    return ComparedDrafts(Outcome("old.docx", audit=old), Outcome("new.docx", audit=sample), comparison)


@pytest.fixture
def broken(sample: Audit) -> ComparedDrafts:
    error = InputError.at("new.docx", "the file is empty", "Send another")
    return ComparedDrafts(Outcome("old.docx", audit=sample), Outcome("new.docx", error=error))


def hostile(drafts: ComparedDrafts) -> ComparedDrafts:
    """The drafts with hostile words wherever words of a contract or a file name stand."""
    assert drafts.comparison
    passage = Evidence("dpa", 0, len(EVIL), EVIL, EVIL)
    evil = dataclasses.replace(CONTRARY, title=EVIL, message=EVIL, remedy=EVIL, evidence=(passage,))
    stretch = (Stretch(6, 30),)
    compared = ComparedFinding(
        "demo.breach", Change.LOST, evil, evil, (ComparedPassage(passage, passage, stretch, stretch),)
    )
    scope = dataclasses.replace(
        drafts.comparison.new.scope, documents=(JudgedDocument("dpa", EVIL, "dpa", "en", 1, True),), not_judged=(EVIL,)
    )
    audit = dataclasses.replace(drafts.comparison.new, scope=scope)
    comparison = Comparison(Decision.FAIL, (), (compared,), (EVIL,), audit, audit)
    return ComparedDrafts(Outcome(EVIL, audit=audit), Outcome(EVIL, audit=audit), comparison)


def render(drafts: ComparedDrafts, form: str, **style: object) -> str:
    return load_format(form)(drafts, ReportStyle(**style)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_the_report_is_as_agreed(drafts: ComparedDrafts, form: str) -> None:
    path = SNAPSHOTS / f"comparison.{form}"
    text = render(drafts, form)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("make", ["drafts", "broken"])
def test_the_json_keeps_to_the_schema(make: str, request: pytest.FixtureRequest) -> None:
    names = ("comparison.schema.json", "audit.schema.json", "audits.schema.json")
    schemas = [json.loads((SCHEMAS / name).read_text()) for name in names]
    jsonschema.Draft202012Validator.check_schema(schemas[0])
    registry = Registry().with_resources([(each["$id"], Resource.from_contents(each)) for each in schemas])
    validator = jsonschema.Draft202012Validator(schemas[0], registry=registry)
    report = json.loads(render(request.getfixturevalue(make), "json"))
    validator.validate(report)
    report["counts"]["lost"] = -1
    report["old"]["extra"] = 1
    assert len(list(validator.iter_errors(report))) == 2


def test_passages_are_told_by_their_place_and_the_words_that_differ(drafts: ComparedDrafts) -> None:
    first, second = json.loads(render(drafts, "json"))["findings"][:2]
    (passage,) = first["passages"]
    quote = first["old"]["evidence"][passage["old_evidence"]]["quote"]
    assert [quote[one["start"] : one["end"]] for one in passage["deleted"]] == ["48 hours"]
    assert second["passages"][0]["new_evidence"] is None


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_a_draft_that_could_not_be_read_is_told_and_nothing_passes(broken: ComparedDrafts, form: str) -> None:
    text = render(broken, form)
    assert "the file is empty" in text
    assert "loses nothing" not in text
    if form == "json":
        report = json.loads(text)
        assert (report["decision"], report["findings"], report["old"]["error"]) == (None, [], None)


def test_hostile_words_are_words_on_the_page(drafts: ComparedDrafts) -> None:
    page = html.fromstring(render(hostile(drafts), "html"))
    assert not page.xpath("//script | //img | //a | //iframe | //@onclick | //@src | //@href")
    assert len(page.xpath("//del")) == len(page.xpath("//ins")) == 1
    words = page.text_content()
    assert "alert(1)" in words
    assert not set(words) & set("\x00\x1b\u202e\u200b")
    assert "<U+202E>" in words


def test_hostile_words_are_words_on_a_terminal(drafts: ComparedDrafts) -> None:
    text = render(hostile(drafts), "text")
    assert not set(text) & set("\x00\x1b\u202e\u200b")
    assert "alert(1)" in text


def test_the_page_needs_nothing_from_outside(drafts: ComparedDrafts) -> None:
    text = render(drafts, "html")
    assert html.fromstring(text).xpath("//meta[@http-equiv]/@content")[0].startswith("default-src 'none'")
    assert not any(word in text for word in ("http://", "https://", "url(", "@import", "<script", "<link"))


def test_no_line_is_wider_than_the_terminal(drafts: ComparedDrafts) -> None:
    for width in (40, 80, 100):
        assert max(map(len, render(drafts, "text", width=width).splitlines())) <= width


def test_a_comparison_without_findings_says_so(drafts: ComparedDrafts) -> None:
    assert drafts.comparison
    empty = dataclasses.replace(drafts, comparison=dataclasses.replace(drafts.comparison, findings=()))
    for form in ("text", "html"):
        assert "no obligation was judged" in render(empty, form)
