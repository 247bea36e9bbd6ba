"""The letter as a Word file: styles, numbers, fields, dates, and hostile text."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from documents.office import convert
from openxml_audit import FileFormat, OpenXmlValidator

from clause_auditor.domain.finding import Evidence, Severity, Status
from clause_auditor.errors import InputError
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.letter.word_letter import write_letter_word
from reports.conftest import finding
from reports.letter.conftest import FINDINGS, with_findings

HOSTILE = "A & <b> \x00\x0b\ud800\ufffe\uffff\u202e \u05d0\u05d1 =cmd|' /C calc'!A0 ]]>"


def write(outcome: Outcome) -> bytes:
    return write_letter_word(outcome, ReportStyle())


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in docx.Document(io.BytesIO(data)).paragraphs]  # type: ignore[misc, union-attr]


def test_the_letter_stands_in_real_styles(outcome: Outcome) -> None:
    found = paragraphs(write(outcome))
    assert found[0] == ("Note to Sender", "Note to the sender: delete before sending")
    assert ("Title", "Data Processing Terms: points to settle before signature") in found
    assert [text for style, text in found if style == "Heading 1"] == [
        "What the law asks for",
        "What good practice asks for, beyond the law",
        "Points to clarify",
    ]
    assert [text for style, text in found if style == "Request"][1] == "The inspection rule"
    assert ("Quote", "Clause 2.1: “no right to inspect”") in found
    assert ("Offered Wording", "The Vendor will report a breach within 48 hours.") in found
    assert ("List Bullet", "The transfer rule. The message of transfer.") in found


def test_requests_are_numbered_and_pages_too(outcome: Outcome) -> None:
    with zipfile.ZipFile(io.BytesIO(write(outcome))) as parts:
        footer, header = parts.read("word/footer1.xml").decode(), parts.read("word/header1.xml").decode()
    assert 'w:instr="PAGE"' in footer
    assert 'w:instr="NUMPAGES"' in footer
    assert "Data Processing Terms: points to settle" in header
    document = docx.Document(io.BytesIO(write(outcome)))
    assert document.styles["Request"].element.pPr.numPr.numId.val > 0
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]


def test_nobody_is_named_as_author_and_every_date_is_that_of_the_audit(outcome: Outcome) -> None:
    data = write(outcome)
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created
    assert properties.created.date().isoformat() == "2026-11-22"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert not any("thumbnail" in name or "app.xml" in name for name in parts.namelist())


def test_the_same_audit_gives_the_same_bytes(outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    first = write(outcome)
    later = time.time() + 86_400 * 400
    monkeypatch.setattr(time, "time", lambda: later)
    assert write(outcome) == first


def test_the_file_is_valid_and_opens(outcome: Outcome, tmp_path: Path) -> None:
    bad = finding(
        HOSTILE, Status.WEAK, Severity.HIGH, message=HOSTILE, evidence=(Evidence("d", 0, 1, HOSTILE, HOSTILE),)
    )
    for number, each in enumerate(
        (
            outcome,
            with_findings(outcome, *FINDINGS, bad),
            with_findings(outcome, FINDINGS[0]),
            Outcome(HOSTILE, error=InputError.at("x.pdf", "is no PDF")),  # type: ignore[arg-type]
        )
    ):
        path = tmp_path / f"letter{number}.docx"
        path.write_bytes(write(each))
        result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
        assert result.is_valid, result.errors
    text = convert(tmp_path / "letter1.docx", "txt:Text", tmp_path).read_text(encoding="utf-8-sig")
    assert "1. The own-ends rule; The instructions rule" in text
    assert "A & <b> <U+0000>" in text
