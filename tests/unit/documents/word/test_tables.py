"""Tables: rows and cells as they are seen."""

from __future__ import annotations

from .word_files import abstract, cell, level, lines, num, numbered, p, r, read_body, row, table

SPAN = '<w:gridSpan w:val="2"/>'
FIRST = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def test_rows_and_cells() -> None:
    assert lines(read_body(table(row(cell("a"), cell("b")), row(cell("c"), cell("d"))))) == ["| a | b |", "| c | d |"]


def test_the_row_that_names_the_columns_is_marked() -> None:
    marked = table(row(cell("a"), cell("b"), properties="<w:tblHeader/>"), row(cell("c"), cell("d")))
    assert lines(read_body(marked)) == ["| a | b |", "| --- | --- |", "| c | d |"]
    bold = [cell(inside=p(r(name, "<w:b/>"))) for name in ("Purpose", "Term")]
    assert lines(read_body(table(row(*bold), row(cell("Hosting"), cell("1 year")))))[1] == "| --- | --- |"
    left = [row(cell(inside=p(r(name, "<w:b/>"))), cell("x")) for name in ("Purpose", "Term")]
    assert lines(read_body(table(*left))) == ["| Purpose | x |", "| Term | x |"]


def test_a_name_over_columns_and_a_cell_over_rows_are_said_again() -> None:
    body = table(row(cell("wide", SPAN), cell("c")), row(cell("tall", FIRST), cell("e"), cell("f")),
                 row(cell("", ON), cell("h"), cell("i")))  # fmt: skip
    assert lines(read_body(body)) == ["| wide | wide | c |", "| tall | e | f |", "| tall | h | i |"]


def test_a_cell_over_columns_below_the_head_stands_once() -> None:
    body = table(row(cell("a"), cell("b"), cell("c")), row(cell("wide", SPAN), cell("d")),
                 row(cell("left"), cell("", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")))  # fmt: skip
    assert lines(read_body(body)) == ["| a | b | c |", "| wide | | d |", "| left | | |"]


def test_rows_that_begin_further_right_keep_their_columns() -> None:
    body = table(row(cell("a"), cell("b")), row(cell("c"), properties='<w:gridBefore w:val="1"/>'))
    assert lines(read_body(body)) == ["| a | b |", "| | c |"]


def test_paragraphs_and_lists_in_a_cell_follow_each_other() -> None:
    inside = p(r("Measures:")) + numbered("locks", 1) + numbered("alarms", 1) + p(r("All day."))
    body = table(row(cell("1"), cell(inside=inside)))
    read = read_body(body, numbering=abstract(0, level(0, "lowerLetter", "(%1)")) + num(1, 0))
    assert lines(read) == ["| 1 | Measures: (a) locks; (b) alarms; All day. |"]


def test_tables_that_only_lay_out_a_page_are_paragraphs() -> None:
    inner = table(row(cell("a"), cell("b")), row(cell("c"), cell("d")))
    body = table(row(cell(inside=p(r("left"))), cell(inside=p(r("right")) + inner)))
    assert lines(read_body(body)) == ["left", "right", "| a | b |", "| c | d |"]
    boxed = table(row(cell("Important.")), row(cell("Very.")))
    assert lines(read_body(boxed)) == ["Important.", "Very."]
    column = table(row(cell("I"), cell(inside="".join(p(r(f"clause {n}")) for n in range(9)))))
    assert lines(read_body(column))[:3] == ["I", "clause 0", "clause 1"]


def test_bars_in_a_cell_do_not_break_it() -> None:
    assert lines(read_body(table(row(cell("a | b"), cell("c"))))) == ["| a ¦ b | c |"]


def test_empty_rows_are_left_out_and_ragged_ones_filled() -> None:
    body = table(row(cell("a"), cell("b")), row(cell(), cell()), row(cell("c")))
    assert lines(read_body(body)) == ["| a | b |", "| c | |"]


def test_a_row_too_flat_to_be_read_is_hidden() -> None:
    flat = '<w:trHeight w:val="10" w:hRule="exact"/>'
    read = read_body(table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), properties=flat)))
    assert lines(read) == ["| a | b |"]
    assert [h.text for h in read.hidden] == ["c", "d"]


def test_rows_in_content_controls() -> None:
    inner = row(cell("a"), cell("b"))
    assert lines(read_body(table(f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"))) == ["| a | b |"]
