"""Marked files in other programs: a validator finds no new fault in them, LibreOffice opens them with all marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from clause_auditor.domain.markup import ClosingList, Comment, Entry
from clause_auditor.domain.remedy import Edit

from ...office import convert
from .contracts import WEAK, WRITERS
from .marked import accepted, mark, original, part, words_of

CLOSING = ClosingList("What is missing", "Read this.", (Entry("Notice", ("Law: x",), ("The wording.",)),))


def faults(path: Path) -> int:
    return len(OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path).errors)


@pytest.mark.parametrize("writer", WRITERS)
def test_a_marked_file_is_as_valid_as_it_was_and_opens(writer: str, tmp_path: Path) -> None:
    data = WRITERS[writer](tmp_path, WEAK)
    text = accepted(data)
    place = text.index("4.1 ") - 2
    marks = [
        Comment("main", text.index("train"), text.index("train") + 40, ("Weak", "Why")),
        Edit("main", text.index("ten (10)"), text.index("ten (10)") + 8, "two (2)"),
        Edit("main", place, place, "\n\nA clause of its own.\n"),
        Edit("main", text.index("3.3 "), text.index("## 4"), ""),
    ]
    marked = mark(data, *marks, closing=CLOSING)
    assert not marked.not_placed
    (tmp_path / "given.docx").write_bytes(data)
    (tmp_path / "marked.docx").write_bytes(marked.data)
    assert faults(tmp_path / "marked.docx") <= faults(tmp_path / "given.docx")
    assert convert(tmp_path / "marked.docx", "pdf", tmp_path).read_bytes().startswith(b"%PDF")
    (tmp_path / "again").mkdir()
    again = convert(tmp_path / "marked.docx", "docx:MS Word 2007 XML", tmp_path / "again").read_bytes()
    assert words_of(accepted(again)) == words_of(accepted(marked.data))
    assert words_of(original(again)) == words_of(text)
    assert len(part(again, "word/comments.xml")) == 1
