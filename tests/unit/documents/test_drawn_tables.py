"""Tables drawn with dashes in a plain text become rows; nothing else changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.documents import read_data
from clause_auditor.documents.drawn_tables import rewrite_tables

from .office import pandoc

SIMPLE = """Annex 1

  Purpose     Term
  ----------- ---------
  Hosting     1 year
  Support     2 years

After."""


def test_a_table_under_a_head_becomes_rows() -> None:
    assert rewrite_tables(SIMPLE) == (
        "Annex 1\n\n| Purpose | Term |\n| --- | --- |\n| Hosting | 1 year |\n| Support | 2 years |\n\n\nAfter."
    )


def test_cells_of_several_lines_are_put_together_within_a_frame() -> None:
    framed = "\n".join(
        (
            "  --------------------------",
            "  Head       Second",
            "             line",
            "  ---------- ---------------",
            "  a          one two",
            "             three",
            "",
            "  b          four",
            "  --------------------------",
            "",
            "after",
        )
    )
    rows = [line for line in rewrite_tables(framed).split("\n") if line]
    assert rows == ["| Head | Second line |", "| --- | --- |", "| a | one two three |", "| b | four |", "after"]


def test_a_table_without_a_head_has_none() -> None:
    text = rewrite_tables("  ---- -----\n  a    b\n  c    d\n  ---- -----\n\nend")
    assert text.split("\n")[:2] == ["| a | b |", "| c | d |"]


def test_a_bar_in_a_cell_does_not_part_it() -> None:
    assert "| a\u00a6b | c |" in rewrite_tables("  X    Y\n  ---- -----\n  a|b  c\n")


def test_lines_of_dashes_that_part_sections_stay() -> None:
    text = "One.\n\n--------------------\n\nTwo.\n\nTitle\n-----\n\nThree -- four"
    assert rewrite_tables(text) == text


def test_what_pandoc_draws_is_read_as_the_table_that_it_was(tmp_path) -> None:
    source = "# Annex\n\n| Purpose | Term |\n|---|---|\n| Hosting | 1 year |\n| Support of users | 2 years |\n"
    contract = read_data(pandoc(source, "plain", tmp_path / "a.txt").read_bytes(), "a.txt")
    lines = contract.documents[0].text.split("\n")
    assert [line for line in lines if line.startswith("|")] == [
        "| Purpose | Term |",
        "| --- | --- |",
        "| Hosting | 1 year |",
        "| Support of users | 2 years |",
    ]


@given(st.text("ab -\n|", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    letters = "".join(letter for letter in rewrite_tables(text) if letter in "ab")
    assert letters == "".join(letter for letter in text if letter in "ab")
