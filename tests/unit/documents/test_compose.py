"""Clauses become one text, and each mark cuts its own clause out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.documents.compose import ClauseInput, canonical_text, compose_document, compose_text
from clause_auditor.documents.unseen import read_seen
from clause_auditor.domain.contract import DocumentRole
from clause_auditor.errors import InputError

line = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
clauses = st.lists(st.builds(ClauseInput, number=line, heading=line, text=st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=60)), max_size=6)  # fmt: skip


@settings(deadline=None)
@given(clauses)
def test_marks_cut_out_head_and_body(given_clauses: list[ClauseInput]) -> None:
    document = compose_document("d", "", DocumentRole.DPA, 1, "en", given_clauses)
    assert len(document.clauses) == len(given_clauses)
    before = 0
    for clause, mark in zip(given_clauses, document.clauses, strict=True):
        head = document.text[mark.start : mark.body].split()
        body = document.text[mark.body : mark.end]
        assert head == read_seen(f"{clause.number} {clause.heading}").text.split()
        assert body == read_seen(canonical_text(clause.text).strip("\n ")).text
        assert before <= mark.start <= mark.body <= mark.end <= len(document.text)
        before = mark.end


def test_a_heading_stands_in_a_paragraph_of_its_own_and_a_number_beside_its_text() -> None:
    document = compose_document(
        "d",
        "DPA",
        DocumentRole.DPA,
        0,
        "",
        [
            ClauseInput("4", "Security"),
            ClauseInput("4.1", "Keys", "Keys rotate."),
            ClauseInput("4.2", "", "Logs stay."),
        ],
    )
    assert document.text == "4 Security\n\n4.1 Keys\n\nKeys rotate.\n\n4.2 Logs stay."


@pytest.mark.parametrize(("number", "level"), [("", 1), ("4", 1), ("4.2", 2), ("4.2(b)(iii)", 4), ("A", 1)])
def test_the_level_follows_the_number(number: str, level: int) -> None:
    document = compose_document("d", "", DocumentRole.MAIN, 0, "", [ClauseInput(number, "", "Text.")])
    assert document.clauses[0].level == level


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b"])
def test_what_no_offset_can_count_is_refused(bad: str) -> None:
    with pytest.raises(InputError, match="offset 1"):
        compose_text("d", bad)
    with pytest.raises(InputError, match="clause 7"):
        compose_document("d", "", DocumentRole.MAIN, 0, "", [ClauseInput("7", "", bad)])
