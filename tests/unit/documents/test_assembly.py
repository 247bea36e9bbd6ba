"""Blocks become canonical text, with pages, paragraphs and hidden passages where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.documents.assembly import Assembly, Piece, Turn
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.unseen import Unseen
from clause_auditor.domain.contract import HiddenKind
from clause_auditor.errors import LimitError

TINY = Unseen(HiddenKind.TINY, "secret words")
pieces = st.lists(
    st.one_of(st.text(max_size=12), st.builds(Turn, st.integers(1, 9)), st.just(TINY), st.just(" \n ")), max_size=6
)


def test_each_kind_of_block() -> None:
    assembly = Assembly()
    assembly.heading(2, ["Breach\nnotice"], "4.2")
    assembly.paragraph(["one\ttwo ", " three\nfour"])
    assembly.item("(a)", ["item"], depth=2)
    assembly.item("-", ["point"])
    assembly.paragraph(["Title"], bold=True)
    assembly.table([[["Purpose"], ["Term"]], [["Hosting | mail"], ["1\nyear"]]], head=True)
    assembly.paragraph(["end"])
    assert assembly.finish().text.split("\n\n") == [
        "## 4.2 Breach notice",
        "one two three\nfour",
        "        (a) item",
        "- point",
        "**Title**",
        "| Purpose | Term |\n| --- | --- |\n| Hosting ¦ mail | 1 year |",
        "end",
    ]


def test_pages_and_paragraphs() -> None:
    assembly = Assembly()
    assembly.page = 1
    assembly.paragraph(["one"])
    assembly.paragraph(["two ", Turn(2), "more"])
    assembly.paragraph([Turn(4)])
    assembly.paragraph(["three"])
    found = assembly.finish()
    assert [(found.text[a.start :].split()[0], a.page, a.paragraph) for a in found.anchors] == [
        ("one", 1, 1), ("two", 1, 2), ("more", 2, 2), ("three", 4, 3),
    ]  # fmt: skip


def test_hidden_passages_stand_where_they_would_be_read() -> None:
    assembly = Assembly()
    assembly.paragraph(["shall ", TINY, "notify no\u200bw"])
    assembly.paragraph([TINY])
    assembly.item("1.", [TINY, "x"])
    found = assembly.finish()
    assert [(h.kind, found.text[h.offset :][:6]) for h in found.hidden] == [
        (HiddenKind.TINY, "notify"), (HiddenKind.ZERO_WIDTH, "w\n\n1. "), (HiddenKind.TINY, "\n\n1. x"),
        (HiddenKind.TINY, "x"),
    ]  # fmt: skip


def test_a_head_is_recognised_by_its_looks() -> None:
    assembly = Assembly()
    assembly.table([[["Name"], ["Country"]], [["Bolt GmbH"], ["Germany"]]])
    assembly.table([[["1."], ["It shall notify."]], [["2."], ["It shall help."]]])
    assert assembly.finish().text.count("| --- |") == 1


def test_long_hidden_passages_are_cut_and_the_text_is_bounded() -> None:
    assembly = Assembly(ReadingOptions(max_text_bytes=100))
    assembly.paragraph(["x", Unseen(HiddenKind.TINY, "word " * 500)])
    assert len(assembly.finish().hidden[0].text) == 300
    with pytest.raises(LimitError, match="max_text_bytes"):
        assembly.paragraph(["y" * 200])


@given(st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "item", "table"]), pieces), max_size=8))
def test_whatever_comes_offsets_are_true(blocks: list[tuple[str, list[Piece]]]) -> None:
    assembly = Assembly()
    for kind, block in blocks:
        if kind == "table":
            assembly.table([[block, block], [block]])
        elif kind == "item":
            assembly.item("(a)", block, 1)
        elif kind == "heading":
            assembly.heading(3, block)
        else:
            assembly.paragraph(block)
    found = assembly.finish()
    starts = [anchor.start for anchor in found.anchors]
    assert starts == sorted(starts)
    assert all(0 <= start < len(found.text) for start in starts)
    assert all(0 <= hidden.offset <= len(found.text) for hidden in found.hidden)
    assert [a.paragraph for a in found.anchors] == sorted(a.paragraph for a in found.anchors)
    assert "\0" not in found.text
