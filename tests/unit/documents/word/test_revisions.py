"""Tracked changes in both views: as all accepted, and as before any."""

from __future__ import annotations

import pytest

from clause_auditor.documents.extraction import Extraction
from clause_auditor.domain.contract import View

from .word_files import (
    ORIGINAL,
    abstract,
    cell,
    level,
    lines,
    num,
    numbered,
    p,
    r,
    read_body,
    row,
    table,
    tracked,
)

MARK_GONE = "<w:rPr><w:del/></w:rPr>"
MARK_NEW = "<w:rPr><w:ins/></w:rPr>"
LIST = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)


def both(body: str, **parts: str) -> tuple[list[str], list[str]]:
    """The lines of both views: accepted, original."""
    views: list[Extraction] = [read_body(body, **parts), read_body(body, ORIGINAL, **parts)]
    return lines(views[0]), lines(views[1])


@pytest.mark.parametrize("added", ["ins", "moveTo"])
@pytest.mark.parametrize("taken", ["del", "moveFrom"])
def test_what_was_added_and_what_was_taken_away(added: str, taken: str) -> None:
    body = p(r("within ") + tracked(taken, r("90")) + tracked(added, r("30")) + r(" days"))
    assert both(body) == (["within 30 days"], ["within 90 days"])


def test_an_insertion_that_was_deleted_again_stands_in_neither_view() -> None:
    assert both(p(r("a ") + tracked("ins", tracked("del", r("never "))) + r("b"))) == (["a b"], ["a b"])


def test_a_mark_that_was_deleted_joins_two_paragraphs_and_the_later_one_gives_the_number() -> None:
    body = numbered("one", 1) + p(r("two "), MARK_GONE) + numbered("three", 1) + numbered("four", 1)
    assert both(body, numbering=LIST) == (
        ["1. one", "2. two three", "3. four"],
        ["1. one", "two", "2. three", "3. four"],
    )


def test_a_mark_that_was_inserted_splits_a_paragraph() -> None:
    assert both(p(r("one "), MARK_NEW) + p(r("two"))) == (["one", "two"], ["one two"])


def test_a_paragraph_deleted_with_its_mark_is_gone_and_not_counted() -> None:
    gone = p(tracked("del", r("gone")), f'{MARK_GONE}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body = numbered("one", 1) + gone + numbered("two", 1)
    assert both(body, numbering=LIST) == (["1. one", "2. two"], ["1. one", "2. gone", "3. two"])


def test_rows_and_cells_come_and_go() -> None:
    body = table(
        row(cell("a"), cell("b")),
        row(cell("new"), cell("n"), properties="<w:ins/>"),
        row(cell("old"), cell("o"), properties="<w:del/>"),
        row(cell("c"), cell("added", "<w:cellIns/>"), cell("taken", "<w:cellDel/>")),
    )
    accepted, original = both(body)
    assert accepted == ["| a | b |", "| new | n |", "| c | added |"]
    assert original == ["| a | b |", "| old | o |", "| c | taken |"]


def test_properties_before_the_change_hold_in_the_original_view() -> None:
    changed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr/></w:pPrChange>'
    unhidden = r("word", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    assert both(p(r("x"), changed), numbering=LIST) == (["1. x"], ["x"])
    assert both(p(r("a ") + unhidden)) == (["a word"], ["a"])


def test_deleted_fields_and_notes_go_with_their_text() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    field += (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("4.2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{p(r("small print"))}</w:footnote>'
    body = p(r("see ") + tracked("del", field) + r("above") + tracked("del", note))
    accepted, original = both(body, footnotes=notes)
    assert accepted == ["see above"]
    assert original == ["see 4.2above", "Footnote 1: small print"]


def test_the_view_is_told_only_where_there_are_changes() -> None:
    changed = p(tracked("ins", r("x")) + r("y"))
    assert read_body(changed).view is View.ACCEPTED
    assert read_body(changed, ORIGINAL).view is View.ORIGINAL
    assert read_body(p(r("y")), ORIGINAL).view is None
