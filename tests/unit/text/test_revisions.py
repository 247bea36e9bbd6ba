from __future__ import annotations

from functools import partial

from clause_auditor.domain.contract import ClauseMark, Contract, Document
from clause_auditor.domain.remedy import Edit
from clause_auditor.text.revisions import Revision, revise

TEXT = "We shall tell you."
edit = partial(Edit, "a")


def test_edits_are_made_in_the_order_of_the_text() -> None:
    revision = Revision([edit(9, 13, "inform"), edit(0, 2, "Acme")])
    assert revision.apply(TEXT) == "Acme shall inform you."


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    assert Revision([edit(3, 13, "may"), edit(9, 13, "write to")]).apply(TEXT) == "We may you."


def test_an_edit_given_twice_is_made_once() -> None:
    assert Revision([edit(8, 8, " not"), edit(8, 8, " not")]).apply(TEXT) == "We shall not tell you."


def test_offsets_move_with_the_text() -> None:
    revision = Revision([edit(0, 2, "Acme"), edit(8, 8, " not")])
    after = revision.apply(TEXT)
    for word in ("tell", "you"):
        assert after[revision.move(TEXT.index(word)) :].startswith(word)


def test_an_offset_within_an_edit_moves_to_its_beginning() -> None:
    assert Revision([edit(3, 8, "may")]).move(5) == 3


def test_spans_tell_where_the_new_words_stand() -> None:
    revision = Revision([edit(0, 2, "Acme"), edit(3, 8, "may")])
    after = revision.apply(TEXT)
    assert [after[start:end] for start, end in revision.spans()] == ["Acme", "may"]


def test_marks_of_clauses_move_with_the_document_that_is_revised() -> None:
    mark = ClauseMark(3, 18, 9)
    contract = Contract(documents=(Document("a", TEXT, clauses=(mark,)), Document("b", TEXT, clauses=(mark,))))
    one, other = revise(contract, "a", Revision([edit(0, 2, "Acme")])).documents
    assert one.text == "Acme shall tell you."
    assert one.text[one.clauses[0].start : one.clauses[0].end] == "shall tell you."
    assert other == contract.documents[1]
