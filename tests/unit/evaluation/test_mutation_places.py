from __future__ import annotations

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_places import carry, find_places, join, overlap, passage_text
from clause_auditor.text.revisions import Revision

TEXT = "We **shall** tell you,\npromptly, of a [breach](https://example.test/breach)."


def contract() -> Contract:
    return Contract(documents=(Document("a", "Nothing here."), Document("b", TEXT)))


def test_passages_are_found_by_their_words() -> None:
    found = find_places(contract(), ["shall tell you promptly", "of a breach"])
    assert [TEXT[start:end] for start, end in found["b"]] == ["shall** tell you,\npromptly", "of a [breach"]
    assert "a" not in found


def test_a_passage_that_stands_nowhere_is_left_out() -> None:
    assert not find_places(contract(), ["shall tell him", ""])


def test_joined_spans_do_not_overlap() -> None:
    assert join({"a": [(0, 5), (8, 9)]}, {"a": [(3, 7)], "b": [(1, 2)]}) == {"a": [(0, 7), (8, 9)], "b": [(1, 2)]}


def test_overlap() -> None:
    assert overlap({"a": [(0, 5)]}, {"a": [(4, 6)]})
    assert not overlap({"a": [(0, 5)]}, {"a": [(5, 6)], "b": [(0, 5)]})


def test_spans_are_carried_with_what_was_put_in() -> None:
    revision = Revision([Edit(0, 2, "Acme")])
    assert carry({"b": [(5, 10)]}, {"b": revision}) == {"b": [(0, 4), (7, 12)]}


def test_the_text_of_passages_is_one_line() -> None:
    assert passage_text(contract(), {"b": [(13, 32), (0, 2)]}) == "tell you, promptly, [...] We"
