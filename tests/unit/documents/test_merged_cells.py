"""Merged cells: every row has all columns, whatever spans are asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.documents.merged_cells import Cell, fill_merged
from clause_auditor.documents.unseen import Unseen
from clause_auditor.domain.contract import HiddenKind


def words(rows: list[list[list[object]]]) -> list[list[str]]:
    return [["".join(map(str, pieces)) for pieces in row] for row in rows]


def test_spans_beyond_all_measure_make_no_more_columns_than_begin() -> None:
    rows, _ = fill_merged(
        [[Cell(["x"], 0), Cell(["y"], 1, 2_000_000_000)], [Cell([each], n) for n, each in enumerate("abc")]], head=True
    )
    assert words(rows) == [["x", "y", "y"], ["a", "b", "c"]]


def test_one_cell_over_all_columns_is_no_name_of_each() -> None:
    rows, _ = fill_merged([[Cell(["All measures"], 0, 2)], [Cell(["a"], 0), Cell(["b"], 1)]], head=True)
    assert words(rows) == [["All measures", ""], ["a", "b"]]


def test_a_long_text_is_not_said_again() -> None:
    long = "The Processor shall delete. " * 20
    rows, _ = fill_merged([[Cell([long], 0), Cell(["a"], 1)], [Cell([], 0, goes_on=True), Cell(["b"], 1)]], None)
    assert words(rows) == [[long, "a"], ["", "b"]]


def test_what_is_repeated_is_bounded() -> None:
    rows = [[Cell(["y" * 190], 0), Cell(["a"], 1)]]
    rows += [[Cell([], 0, goes_on=True), Cell(["b"], 1)] for _ in range(5_000)]
    filled, _ = fill_merged(rows, None)
    assert sum(len(text) for row in words(filled) for text in row) < 110_000


def test_hidden_words_are_told_once() -> None:
    hidden = Unseen(HiddenKind.TINY, "not")
    rows, _ = fill_merged([[Cell(["tall", hidden], 0), Cell(["a"], 1)], [Cell([], 0, 1, True), Cell(["b"], 1)]], None)
    assert rows[1] == [["tall"], ["b"]]


@given(
    st.lists(
        st.lists(st.builds(Cell, st.just(["x"]), st.integers(0, 9), st.integers(1, 9), st.booleans()), max_size=6),
        max_size=8,
    )
)
def test_any_cells_become_rows_of_as_many_columns(rows: list[list[Cell]]) -> None:
    filled, _ = fill_merged(rows, None)
    assert len(filled) == sum(bool(row) for row in rows)
    assert len({len(row) for row in filled}) <= 1
