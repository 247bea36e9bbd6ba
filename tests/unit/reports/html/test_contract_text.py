"""The contract on the page: every word of it, harmless, with passages marked to the character."""

from __future__ import annotations

import dataclasses
import re
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Anchor, ClauseMark, Document, HiddenKind, HiddenPassage
from clause_auditor.domain.finding import Evidence, Finding, InsertionPoint, Severity, Status, Waiver
from clause_auditor.text.markup import mask

from ..conftest import finding
from .pages import outcome, passage, read, sheet_words, words


def weak(name: str, *evidence: Evidence, status: Status = Status.WEAK) -> Finding:
    return finding(name, status, Severity.HIGH, evidence=evidence)


def marks(tree: object) -> list[tuple[str, str, list[str]]]:
    """Return words, class and the findings linked, for each mark."""
    found = []
    for mark in tree.xpath("//mark"):  # type: ignore[attr-defined]
        links = []
        beside = mark.getnext()
        while not mark.tail and beside is not None and "ref" in (beside.get("class") or "").split():
            links.append(beside.get("href"))
            beside = beside.getnext() if not beside.tail else None
        found.append((mark.text_content(), mark.get("class"), links))
    return found


def test_overlapping_passages_are_cut_and_lead_to_every_finding(sample: Audit) -> None:
    text = "1. The Vendor may keep copies and tell nobody of it.\n"
    first = weak("first", passage(text, "The Vendor may keep copies"), status=Status.CONTRARY)
    second = weak("second", passage(text, "keep copies and tell nobody"))
    third = weak("third", passage(text, "keep copies and tell nobody"), status=Status.MET)
    tree = read([outcome(sample, Document("dpa", text), first, second, third)])
    assert marks(tree) == [
        ("The Vendor may ", "bad", ["#c1-f1"]),
        ("keep copies", "bad", ["#c1-f1", "#c1-f2", "#c1-f3"]),
        (" and tell nobody", "care", ["#c1-f2", "#c1-f3"]),
    ]
    assert sheet_words(tree) == "1. The Vendor may keep copies and tell nobody of it."


def test_a_passage_over_several_paragraphs_is_marked_in_each(sample: Audit) -> None:
    text = "1. The Vendor shall:\n\n(a) tell Bolt; and\n\n(b) stop.\n"
    tree = read([outcome(sample, Document("dpa", text), weak("long", passage(text, text.strip())))])
    assert "".join(mark for mark, _, _ in marks(tree)).replace(" ", "") == re.sub(r"\s", "", text)
    assert len(tree.xpath("//blockquote/a")) == 1


@pytest.mark.parametrize("bounds", [(-5, 3), (3, 3), (2, 1), (0, 999)])
def test_a_passage_outside_the_text_is_told_without_a_link(sample: Audit, bounds: tuple[int, int]) -> None:
    tree = read([outcome(sample, Document("dpa", "Short."), weak("odd", Evidence("dpa", *bounds, "Short.", "1")))])
    assert not tree.xpath("//mark")
    assert words(tree, "//blockquote/span") == ["Clause 1"]


def test_markup_is_laid_out_and_never_obeyed(sample: Audit) -> None:
    text = (
        "# Terms & <b>Conditions</b>\n\n<script>alert('x')</script>\n\n1.1 See [Annex 1](https://a.example/b \"t\") or"
        " [this](javascript:alert(1)), AT&amp;T, &lt;img src=x onerror=y&gt; and **so** on.\n\n"
        "<img src=x onerror=alert(1)>\n\n| Item | Days |\n|---|---|\n| Notice | 3 |\n\n<!-- hidden <i>words</i> -->\n"
    )
    tree = read([outcome(sample, Document("dpa", text), weak("none"))])
    assert words(tree, "//article//h4") == ["Terms & Conditions"]
    assert [words(row, ".//th|.//td") for row in tree.xpath("//article//tr")] == [["Item", "Days"], ["Notice", "3"]]
    shown = sheet_words(tree)
    assert "AT&T, <img src=x onerror=y> and so on." in shown
    assert "alert('x')" in shown
    assert "hidden" in shown


def test_control_and_direction_marks_are_written_out(sample: Audit) -> None:
    hebrew = "\u05d4\u05e1\u05e4\u05e7 \u05d9\u05d5\u05d3\u05d9\u05e2"
    text = f"1. The Vendor \u202eyam\u202c keep\x00 \x1b[2J copies\ud800.\n\n2. {hebrew}.\n"
    tree = read([outcome(sample, Document("dpa", text, "\u202eTitle"), weak("rtl", passage(text, "yam\u202c keep")))])
    shown = sheet_words(tree)
    assert "The Vendor <U+202E>yam<U+202C> keep<U+0000> <U+001B>[2J copies<U+D800>." in shown
    assert all(each.get("dir") == "auto" for each in tree.xpath("//article[contains(@class, 'sheet')]//p"))


def test_hostile_words_stay_words_everywhere(sample: Audit) -> None:
    evil = "\"><script>alert(1)</script>'&\x00\u202e"
    findings = [
        dataclasses.replace(
            each,
            title=evil, message=evil, remedy=evil, why=evil, ours=(evil,), family=evil, rule_id=evil,
            evidence=(Evidence("dpa", 0, 4, evil, evil),), waiver=Waiver(evil, until=evil),
        )
        for each in sample.findings
    ]  # fmt: skip
    document = Document("dpa", evil * 3, evil, language='en" onload="x')
    tree = read([dataclasses.replace(outcome(sample, document, *findings), name=evil)] * 2)
    assert "<script>alert(1)</script>'&<U+0000><U+202E>" in tree.text_content()


def test_pages_and_hidden_words_are_set_in_where_they_stand(sample: Audit) -> None:
    text = "1. One is here.\n\n2. Two goes over the page.\n"
    document = Document(
        "dpa",
        text,
        anchors=(Anchor(0, 1, 1), Anchor(17, 1, 2), Anchor(text.index("over"), 2, 2)),
        hidden=(
            HiddenPassage(HiddenKind.TINY, "but <never>", text.index("is")),
            HiddenPassage(HiddenKind.COVERED, "late", 999),
        ),
    )
    two = weak("two", passage(text, "Two goes over the page."))
    tree = read([outcome(sample, document, two)])
    assert words(tree, "//span[@class='page']") == ["page 1", "page 2"]
    assert [mark for mark, _, _ in marks(tree)] == ["Two goes ", "over the page."]
    first, last = words(tree, "//span[@class='unseen']")
    assert first == "⚠ Not seen by a reader (tiny): “but <never>”"
    assert "late" in last


def test_clauses_that_the_source_tells_are_headings(sample: Audit) -> None:
    text = "1 Notice\nAcme tells Bolt.\n2 End\nAcme stops.\n"
    clauses = (ClauseMark(0, 26, 9, "1", "Notice"), ClauseMark(26, len(text), 32, "2", "End"))
    tree = read([outcome(sample, Document("dpa", text, clauses=clauses), weak("all", passage(text, "1 Notice")))])
    assert words(tree, "//article[contains(@class, 'sheet')]//h4") == ["1 Notice~ 1", "2 End"]


def test_gaps_stand_in_order_and_past_the_end(sample: Audit) -> None:
    text = "1. One.\n\n2. Two.\n"
    points = [("late", 999), ("first", 7), ("second", 7)]
    findings = [
        finding(name, Status.MISSING, Severity.HIGH, insert_after=InsertionPoint("dpa", offset))
        for name, offset in points
    ]
    tree = read([outcome(sample, Document("dpa", text), *findings)])
    article = tree.xpath("//article[contains(@class, 'sheet')]")[0]
    assert [each.get("class") for each in article][:4] == ["item in0", "gap", "item in0", "gap"]
    assert words(article, ".//li") == ["✗ 2 The first rule", "✗ 3 The second rule", "✗ 1 The late rule"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.text(alphabet="ab1.|#-*_<>&;[]()\\`~ \n\t\u202e\u05d0", max_size=120),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=5),
)
def test_any_text_and_any_passages_make_a_sound_page(sample: Audit, text: str, bounds: list[tuple[int, int]]) -> None:
    findings = [weak(f"r{at}", Evidence("dpa", *pair, "q")) for at, pair in enumerate(bounds)]
    tree = read([outcome(sample, Document("dpa", text), *findings)])
    shown = Counter(sheet_words(tree))
    wanted = Counter(mask(text))
    assert all(shown[char] >= wanted[char] for char in "b\u05d0")


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "&a", "](", "[", "**", "| ", "# a\n", "1. a\n\n", "\u202e"])
def test_a_huge_text_takes_little_time(sample: Audit, piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    read([outcome(sample, Document("dpa", text))])
    assert time.perf_counter() - start < 20
