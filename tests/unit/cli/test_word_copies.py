"""The copies that a lawyer gets of an audited Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from documents.office import pandoc
from lxml import etree

from clause_auditor import audit, extract
from clause_auditor.cli.word_copies import annotate, redline
from clause_auditor.domain.markup import MarkedFile
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.interface import Outcome

WEAK = Path(__file__).parents[3] / "examples" / "weak-vendor-dpa.md"
BREACH = "gdpr.breach.notify-controller"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Outcome]:
    path = pandoc(WEAK.read_text(encoding="utf-8"), "docx", tmp_path_factory.mktemp("copies") / "weak.docx")
    contract = extract(path)
    return path.read_bytes(), Outcome("weak.docx", audit(contract, packs=["gdpr"], as_of="2026-11-22"), None, contract)


def with_remedies(outcome: Outcome, remedies: Mapping[str, tuple[Edit, ...]]) -> Outcome:
    made = {rule: Remedy(rule, RemedyKind.CHANGE, edits, "New wording.") for rule, edits in remedies.items()}
    return Outcome(outcome.name, outcome.audit, None, outcome.contract, made)


def text(data: bytes, revisions: str = "accepted") -> str:
    return extract(data, revisions=revisions).documents[0].text


def comments(marked: MarkedFile) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(marked.data)) as archive:
        return ["".join(each.itertext()) for each in etree.fromstring(archive.read("word/comments.xml"))]


def test_the_annotated_copy(given: tuple[bytes, Outcome]) -> None:
    data, outcome = given
    marked = annotate(data, "weak.docx", outcome)
    assert not marked.not_placed
    assert text(marked.data, "original") == text(data)
    told = comments(marked)
    assert outcome.audit is not None
    for finding in outcome.audit.findings:
        if finding.status.violates and finding.evidence:
            assert any(finding.title in comment and finding.message in comment for comment in told)
        elif finding.status.violates:
            assert finding.remedy.splitlines()[0] in text(marked.data)
    assert "Clause Auditor: what is missing" in text(marked.data)


def test_the_redline(given: tuple[bytes, Outcome]) -> None:
    data, outcome = given
    at = text(data).index("ten (10) business days")
    marked = redline(data, "weak.docx", with_remedies(outcome, {BREACH: (Edit("main", at, at + 22, "48 hours"),)}))
    assert "material within 48 hours after it has" in text(marked.data)
    assert text(marked.data, "original") == text(data)
    assert not marked.not_placed
    assert "Clause Auditor: what is still to be agreed" in text(marked.data)


def test_a_remedy_that_finds_no_place_is_told_and_listed(given: tuple[bytes, Outcome]) -> None:
    data, outcome = given
    lost = Edit("main", 10**6, 10**6, "nowhere")
    marked = redline(data, "weak.docx", with_remedies(outcome, {BREACH: (Edit("main", 0, 0, "half"), lost)}))
    assert [missed.mark for missed in marked.not_placed] == [lost]
    assert "half" not in text(marked.data)
    assert "New wording." in text(marked.data)
