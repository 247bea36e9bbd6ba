"""Comments stand around exactly the words that they speak of, beside all that was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.bootstrap import build_auditor
from clause_auditor.documents.extracted import extracted_document
from clause_auditor.documents.options import DEFAULTS
from clause_auditor.documents.word import extract
from clause_auditor.documents.word.names import W
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.markup import ClosingList, Comment, Entry
from clause_auditor.errors import InputError
from clause_auditor.reports.quoting import clean_quote

from ..word_files import cell, p, r, row, table, word_file
from .contracts import WEAK, WRITERS
from .marked import accepted, commented, mark, members, original, part

CLOSING = ClosingList("What is missing", "Read this.", (Entry("Notice", ("Law: x",), ("The wording.",)),))


def comment(text: str, words: str, *paragraphs: str) -> Comment:
    return Comment("main", text.index(words), text.index(words) + len(words), paragraphs or ("Weak",))


@pytest.mark.parametrize("writer", WRITERS)
def test_every_finding_is_commented_at_the_words_that_it_quotes(writer: str, tmp_path: Path) -> None:
    data = WRITERS[writer](tmp_path, WEAK)
    document = extracted_document("main", extract(data, DEFAULTS))
    audit = build_auditor().audit(Contract(documents=(document,)), AuditOptions(packs=("gdpr",), as_of="2026-11-22"))
    passages = [passage for finding in audit.findings for passage in finding.evidence]
    assert len(passages) > 20
    comments = [Comment("main", each.start, each.end, (each.quote,)) for each in passages]
    marked = mark(data, *comments)
    assert not marked.not_placed
    told = part(marked.data, "word/comments.xml").findall(f"{W}comment")
    words = commented(marked.data)
    assert len(told) == len(words) == len(passages)
    for each, passage in zip(told, passages, strict=True):
        assert words[each.get(f"{W}id", "")] == " ".join(clean_quote(passage.quote, 10_000).replace("|", " ").split())
    assert accepted(marked.data) == original(marked.data) == document.text


def test_the_parts_of_a_comment() -> None:
    data = word_file(p(r("one two three")))
    marked = mark(data, comment("one two three", "two", "Weak", "Why"), author="Jo <X>", initials="JX")
    (made,) = part(marked.data, "word/comments.xml")
    assert {name.removeprefix(W): given for name, given in made.attrib.items()} == {
        "id": "1",
        "author": "Jo <X>",
        "date": "2026-11-22T00:00:00Z",
        "initials": "JX",
    }
    assert ["".join(each.itertext()) for each in made] == ["Weak", "Why"]
    assert b"comments+xml" in members(marked.data)["[Content_Types].xml"]
    assert b'Target="comments.xml"' in members(marked.data)["word/_rels/document.xml.rels"]
    reference = next(part(marked.data).iter(f"{W}commentReference"))
    assert reference.get(f"{W}id") == "1"


def test_comments_that_are_there_stay() -> None:
    data = word_file(p(r("one two three")))
    once = mark(data, comment("one two three", "one two"), comment("one two three", "two"))
    twice = mark(once.data, comment("one two three", "two three"), author="Second")
    before, after = (part(each.data, "word/comments.xml") for each in (once, twice))
    assert len(before) == 2
    assert [each.get(f"{W}id") for each in after] == ["1", "2", "3"]
    assert commented(twice.data) == {"1": "one two", "2": "two", "3": "two three"}
    kept = set(members(once.data)) - {"word/document.xml", "word/comments.xml"}
    assert all(members(once.data)[name] == members(twice.data)[name] for name in kept)


def test_hostile_text_becomes_legal_xml() -> None:
    data = word_file(p(r("one")))
    marked = mark(data, comment("one", "one", "a\0b\x1b<w:p/>&amp;\ud800\uffff ]]> =cmd|x"))
    (made,) = part(marked.data, "word/comments.xml")
    assert "".join(made.itertext()) == "a\ufffdb\ufffd<w:p/>&amp;\ufffd\ufffd ]]> =cmd|x"


def test_a_row_of_a_table_and_a_number_can_be_commented() -> None:
    data = word_file(p(r("x")) + table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))))
    text = accepted(data)
    marked = mark(data, comment(text, "| c | d |"), comment(text, "| c"))
    assert commented(marked.data) == {"1": "c d", "2": "c"}


def test_in_notes_and_boxes_the_comment_stands_at_the_mark_and_quotes() -> None:
    inside = f"<v:textbox><w:txbxContent>{p(r('In a box.'))}</w:txbxContent></v:textbox>"
    box = f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"
    notes = f'<w:footnote w:id="2">{p(r("In a note."))}</w:footnote>'
    data = word_file(p(r("one") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("two") + box), footnotes=notes)
    text = accepted(data)
    marked = mark(data, comment(text, "a note"), comment(text, "a box"))
    assert not marked.not_placed
    told = ["".join(each.itertext()) for each in part(marked.data, "word/comments.xml")]
    assert told == ["WeakOn: “a note”", "WeakOn: “a box”"]
    assert members(marked.data)["word/footnotes.xml"] == members(data)["word/footnotes.xml"]


def test_the_closing_list_is_behind_all_and_can_be_rejected() -> None:
    for body in (
        p(r("one")),
        p(r("one")) + table(row(cell("a"), cell("b"))),
        "<w:sdt><w:sdtContent>" + p(r("one")) + "</w:sdtContent></w:sdt>",
    ):
        data = word_file(f"{body}<w:sectPr/>")
        marked = mark(data, closing=CLOSING)
        assert original(marked.data) == accepted(data)
        assert accepted(marked.data).endswith("The wording.")
        assert part(marked.data)[0][-1].tag == f"{W}sectPr"
        assert "word/comments.xml" not in members(marked.data)


def test_all_else_keeps_its_bytes() -> None:
    extra = {"word/vbaProject.bin": b"\0macro", "docProps/custom.xml": b"<x/>", "word/media/a.png": b"\x89PNG"}
    data = word_file(p(r("one two")), extra=extra, styles="<!-- kept -->", settings="<w:zoom/>")
    marked = mark(data, comment("one two", "two"))
    touched = {"word/document.xml", "word/_rels/document.xml.rels"}
    before, after = members(data), members(marked.data)
    assert {name: after[name] for name in before if name not in touched} == {
        name: before[name] for name in before if name not in touched
    }
    assert set(after) - set(before) == {"word/comments.xml", "[Content_Types].xml"}


def test_another_file_and_the_strict_form_are_refused() -> None:
    data = word_file(p(r("one")))
    strict = {"word/footnotes.xml": b'<w:footnotes xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}
    with pytest.raises(InputError, match="strict form"):
        mark(word_file(p(r("one")), extra=strict), comment("one", "one"))
    from clause_auditor.documents.word.marks import mark_up
    from clause_auditor.domain.markup import Markup

    with pytest.raises(InputError, match="not the file that was audited"):
        mark_up(data, Markup("2026-11-22"), "0" * 64, DEFAULTS)
