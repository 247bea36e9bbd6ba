"""Tables of pages."""

from __future__ import annotations

import pytest

from .pages import lines

TABLES = {
    "plain": ("<tr><td>a<td>b<tr><td>c<td>d", ["| a | b |", "| --- | --- |", "| c | d |"]),
    "head": ("<tr><th>A.<th>1<tr><td>c<td>d", ["| A. | 1 |", "| --- | --- |", "| c | d |"]),
    "no head": ("<tr><td>1. a<td>b;<tr><td>c<td>d", ["| 1. a | b; |", "| c | d |"]),
    "over columns": ("<tr><td>a;<td>b<tr><td colspan=2>wide", ["| a; | b |", "| wide | |"]),
    "over rows": ("<tr><td rowspan=2>a;<td>b<tr><td>d", ["| a; | b |", "| a; | d |"]),
    "a name over columns": (
        "<tr><th colspan=2>P<th>T<tr><td>c<td>d<td>e",
        ["| P | P | T |", "| --- | --- | --- |", "| c | d | e |"],
    ),
    "over both": (
        "<tr><td rowspan=2 colspan=2>a;<td>b<tr><td>c<tr><td>d<td>e<td>f",
        ["| a; | | b |", "| a; | | c |", "| d | e | f |"],
    ),
    "only the lower part": ("<tr><td rowspan=2>a;<td>b<tr><tr><td>c<td>d", ["| a; | b |", "| c | d |"]),
    "over rows at the end": ("<tr><td>a;<td rowspan=2>b<tr><td>c", ["| a; | b |", "| c | b |"]),
    "several paragraphs": ("<tr><td>a;<td><p>One.<p>Two<p>Three", ["| a; | One. Two; Three |"]),
    "lists": ("<tr><td>a;<td><ol><li>x<li>y</ol>", ["| a; | 1. x; 2. y |"]),
    "bars": ("<tr><td>a|b;<td>c", ["| a\u00a6b; | c |"]),
    "caption": ("<caption>Cap</caption><tr><td>a;<td>b", ["Cap", "| a; | b |"]),
    "empty row": ("<tr><td><td><tr><td>a<td>b", ["| a | b |"]),
    "one column": ("<tr><td>boxed<tr><td>text", ["boxed", "text"]),
    "headings": ("<tr><td><h2>Left</h2><td><p>right", ["## Left", "right"]),
    "nested": ("<tr><td>left<td><table><tr><td>a;<td>b</table>", ["left", "| a; | b |"]),
    "empty rows before text": ("<tr><td>a;<td>b<tr><tr>words", ["| a; | b; words |"]),
    "layout": ("<tr><td>x", ["x"]),
}


@pytest.mark.parametrize("name", list(TABLES))
def test_a_table_becomes_rows_or_only_lays_out(name: str) -> None:
    source, expected = TABLES[name]
    assert lines(f"<table>{source}</table>") == expected


def test_absurd_spans_cost_nothing() -> None:
    assert lines("<table><tr><td colspan=999999999 rowspan=999999999>a;<td>b<tr><td>c</table>")[0] == "| a; | b |"
