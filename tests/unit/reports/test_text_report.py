"""The terminal report, held to snapshots: set UPDATE_SNAPSHOTS=1 to write them anew and read the difference."""

from __future__ import annotations

import dataclasses
import os
import re
from pathlib import Path

import pytest

from clause_auditor.domain.audit import Audit, JudgedDocument, Perspective
from clause_auditor.domain.finding import Evidence
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.reports.interface import ReportStyle
from clause_auditor.reports.text_report import render_text

SNAPSHOTS = Path(__file__).parent / "snapshots"
STYLES = {
    "plain": ReportStyle("dpa.md", 80),
    "narrow": ReportStyle("dpa.md", 44),
    "explained": ReportStyle("dpa.md", 100, explain=True),
    "coloured": ReportStyle("dpa.md", 80, colour=True),
}


def hold(name: str, text: str) -> None:
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STYLES)
def test_the_report_is_as_agreed(sample: Audit, name: str) -> None:
    hold(name, render_text(sample, STYLES[name]))


def test_an_overlay_is_told_with_its_changes_and_conflicts(sample: Audit) -> None:
    use = OverlayUse("house", "1.0.0", "House lines", "demo", "aa", ("Sooner.",), ("r is off.",), ("Both set it.",))
    text = render_text(dataclasses.replace(sample, overlays=(use,)), ReportStyle())
    head = text[: text.index("Decision:")]
    for words in ("Overlay house 1.0.0 on demo: House lines", "– Sooner.", "– Conflict: Both set it."):
        assert words in head
    assert "Overlay" not in render_text(sample, ReportStyle())


def test_the_vendor_is_told_what_to_offer(sample: Audit) -> None:
    vendor = dataclasses.replace(sample, perspective=Perspective.VENDOR)
    text = render_text(vendor, STYLES["plain"])
    assert "What to offer:" in text
    assert "What to ask for:" not in text
    assert re.findall(r": (contrary|missing|weak)$", text, re.M) == ["contrary", "missing", "weak"]


def test_several_documents_are_named_with_the_quote(sample: Audit) -> None:
    documents = (*sample.scope.documents, JudgedDocument("msa", "Master Agreement", "main", "fr", 9, False))
    scope = dataclasses.replace(sample.scope, documents=documents)
    text = render_text(dataclasses.replace(sample, scope=scope), STYLES["plain"])
    assert "Data Processing Terms, Clause 6.1:" in text
    assert "Master Agreement (main, fr, 9 words, not judged)" in text


def test_no_line_is_wider_than_the_terminal(sample: Audit) -> None:
    for width in (40, 61, 80, 100, 250):
        lines = render_text(sample, ReportStyle("dpa.md", width)).splitlines()
        assert max(map(len, lines)) <= min(width, 100)


def test_without_colour_there_is_no_escape(sample: Audit) -> None:
    assert "\x1b" not in render_text(sample, STYLES["plain"])
    assert "\x1b[1;31m" in render_text(sample, STYLES["coloured"])


def test_nothing_of_the_contract_reaches_the_terminal_as_a_command(sample: Audit) -> None:
    evil = "\x1b[2J\x1b]0;title\x07 \u202egnp.exe \u200b\x9b31m pay"
    hostile = tuple(
        dataclasses.replace(f, message=evil, remedy=evil, evidence=(Evidence("dpa", 0, 1, evil, evil),))
        for f in sample.findings
    )
    document = JudgedDocument("dpa", evil, "dpa", "en", 1, True)
    scope = dataclasses.replace(sample.scope, documents=(document,), not_judged=(evil,))
    text = render_text(dataclasses.replace(sample, findings=hostile, scope=scope), ReportStyle(evil, 80, explain=True))
    assert not set(text) & set("\x1b\x07\x9b\u202e\u200b")
    assert "<U+202E>" in text


def test_an_audit_without_findings_says_so(sample: Audit) -> None:
    empty = dataclasses.replace(sample, findings=())
    assert "No obligation was judged." in render_text(empty, STYLES["plain"])
