"""Struck-out words are judged as they stand, and the scope says so."""

from __future__ import annotations

import pytest
from reportlab.platypus import Table

from .files import body, by_hand, flowing, line, read

WORDS = line(560, "The vendor may sell data.") + line(540, "It may not.") + line(520, "It may.")


def struck(content: bytes = b"", notes: int = 0) -> tuple[str, ...]:
    kind = b"<</Type/Annot/Subtype/StrikeOut/F 4/Rect[50 555 300 575]/QuadPoints[50 572 250 572 50 556 250 556]>>"
    names = b" ".join(b"%d 0 R" % (7 + number) for number in range(notes))
    taken = read(by_hand(WORDS + content, [kind] * notes, page=b"/Annots[%s]" % names))
    assert "The vendor may sell data." in taken.text
    return taken.remarks


def remark(passages: str) -> tuple[str, ...]:
    return (f"Struck-out words are judged as if they stood: {passages} struck out.",)


def test_notes_that_strike_words_out_are_counted() -> None:
    assert struck(notes=1) == remark("1 passage is")
    assert struck(notes=2) == remark("2 passages are")


@pytest.mark.parametrize("drawing", [b"1 w 45 564 m 250 564 l S", b"45 563 200 1.2 re f"], ids=["line", "thin box"])
def test_lines_through_words_are_counted(drawing: bytes) -> None:
    assert struck(drawing) == remark("1 passage is")


def test_passages_that_are_apart_are_counted_one_by_one() -> None:
    assert struck(b"1 w 45 564 m 250 564 l S 45 524 m 250 524 l S") == remark("2 passages are")


@pytest.mark.parametrize(
    "drawing",
    [b"1 w 45 558 m 250 558 l S", b"1 w 45 572 m 250 572 l S", b"1 w 45 500 m 45 600 l S", b"1 w 45 564 m 56 564 l S"],
    ids=["below", "above", "upright", "too short"],
)
def test_other_lines_strike_nothing_out(drawing: bytes) -> None:
    assert struck(drawing) == ()


def test_the_lines_of_a_table_strike_nothing_out() -> None:
    rows = [[f"cell {row} {column}" for column in range(3)] for row in range(12)]
    style = [("GRID", (0, 0), (-1, -1), 1, "black"), ("TOPPADDING", (0, 0), (-1, -1), 0),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
    assert read(flowing([body("Words."), Table(rows, style=style)])).remarks == ()
