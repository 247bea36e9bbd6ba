"""Copies of Word files are marked in the confined process; what cannot be marked is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from clause_auditor.documents import read_data
from clause_auditor.documents.marked_copies import can_be_marked, is_word_name, mark_up
from clause_auditor.domain.contract import Document
from clause_auditor.domain.markup import ClosingList, Comment, Entry, Markup
from clause_auditor.domain.remedy import Edit
from clause_auditor.errors import InputError, ProtectedError

from .word.word_files import ORIGINAL, p, r, tracked, word_file

DATA = word_file(p(r("one two three")))
NOWHERE = Edit("main", 90, 91, "")
EVERYTHING = Markup(
    "2026-11-22",
    (Comment("main", 0, 3, ("Weak", "Why \0 \u202e")),),
    (Edit("main", 4, 7, "2"), NOWHERE),
    ClosingList("Missing", "Read.", (Entry("Notice", ("Law",), ("Wording.",)),)),
)


def document(data: bytes, name: str = "a.docx") -> Document:
    return read_data(data, name).documents[0]


def test_a_copy_is_marked_and_the_bytes_given_stay() -> None:
    before = bytes(DATA)
    marked = mark_up(DATA, "a.docx", document(DATA), EVERYTHING)
    assert document(marked.data).text.startswith("one 2 three\n\n**Missing**\n\nRead.")
    assert read_data(marked.data, "a.docx", options=ORIGINAL).documents[0].text == "one two three"
    assert [missed.mark for missed in marked.not_placed] == [NOWHERE]
    assert before == DATA
    assert mark_up(DATA, "a.docx", document(DATA), EVERYTHING) == marked


def test_the_view_is_that_of_the_document() -> None:
    data = word_file(p(r("one ") + tracked("del", r("two ")) + r("three")))
    read = read_data(data, "a.docx", options=ORIGINAL).documents[0]
    marked = mark_up(data, "a.docx", read, Markup("2026-11-22", edits=(Edit("main", 8, 13, "four"),)))
    assert document(marked.data).text == "one four"


def test_a_member_of_an_archive() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("terms/a.docx", DATA)
        archive.writestr("terms/b.md", "# Terms")
    contract = read_data(packed.getvalue(), "all.zip")
    marked = mark_up(packed.getvalue(), "all.zip", contract.documents[0], EVERYTHING, paper="terms/a.docx")
    assert document(marked.data).text.startswith("one 2 three")
    with pytest.raises(InputError, match="no Word file") as caught:
        mark_up(packed.getvalue(), "all.zip", contract.documents[1], EVERYTHING, paper="terms/b.md")
    assert caught.value.faults[0].place == "all.zip, terms/b.md"


def test_what_is_no_word_file_or_another_one_is_refused() -> None:
    with pytest.raises(InputError, match="no Word file"):
        mark_up(b"# Terms", "a.md", Document("main", "# Terms"), EVERYTHING)
    with pytest.raises(InputError, match="not the file that was audited"):
        mark_up(DATA, "a.docx", Document("main", "other"), EVERYTHING)
    with pytest.raises(ProtectedError):
        mark_up(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 40,
            "a.docx",
            document(DATA),
            EVERYTHING,
        )


def test_which_files_can_be_marked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", "# Terms")
    assert can_be_marked(DATA, "a.docx")
    assert not can_be_marked(packed.getvalue(), "a.zip")
    assert not can_be_marked(b"PK\x03\x04broken", "a.docx")
    assert not can_be_marked(b"# Terms", "a.md")
    assert [is_word_name(name) for name in ("a.DOCX", "x/a.docm", "a.pdf", "docx")] == [True, True, False, False]
