"""Lists: the numbers and marks that a browser shows."""

from __future__ import annotations

import pytest

from clause_auditor.documents.html.lists import write_number

from .pages import lines, page

THREE = "<li>one<li>two<li>three"
KINDS = {
    "<ol>": ["1. one", "2. two", "3. three"],
    "<ol type=a>": ["a. one", "b. two", "c. three"],
    "<ol type=A>": ["A. one", "B. two", "C. three"],
    "<ol type=i>": ["i. one", "ii. two", "iii. three"],
    "<ol type=I>": ["I. one", "II. two", "III. three"],
    "<ol start=7>": ["7. one", "8. two", "9. three"],
    "<ol start=-1>": ["-1. one", "0. two", "1. three"],
    "<ol start=x>": ["1. one", "2. two", "3. three"],
    "<ol reversed>": ["3. one", "2. two", "1. three"],
    "<ol reversed start=10>": ["10. one", "9. two", "8. three"],
    "<ol style='list-style-type: lower-alpha'>": ["a. one", "b. two", "c. three"],
    "<ol style='list-style: upper-roman inside'>": ["I. one", "II. two", "III. three"],
    "<ol style='list-style-type: decimal-leading-zero'>": ["01. one", "02. two", "03. three"],
    "<ol style='list-style-type: lower-greek'>": ["α. one", "β. two", "γ. three"],
    "<ol style='list-style: none'>": ["one", "two", "three"],
    "<ol class=l>": ["i. one", "ii. two", "iii. three"],
    "<ul>": ["- one", "- two", "- three"],
    "<ul type=square>": ["- one", "- two", "- three"],
    "<ul style='list-style-type: decimal'>": ["1. one", "2. two", "3. three"],
    "<menu>": ["- one", "- two", "- three"],
}


@pytest.mark.parametrize("opening", list(KINDS))
def test_items_are_labelled_as_a_browser_labels_them(opening: str) -> None:
    assert lines(f"{opening}{THREE}", "<style>ol.l { list-style-type: lower-roman }</style>") == KINDS[opening]


def test_a_value_of_an_item_goes_on_from_there() -> None:
    assert lines("<ol><li>one<li value=5>five<li>six</ol>") == ["1. one", "5. five", "6. six"]


def test_lists_within_lists_are_indented_and_counted_apart() -> None:
    body = "<ol><li>one<ol type=a><li>x<li>y<ul><li>dot</ul></ol><li>two</ol>"
    assert page(body).text.split("\n\n") == ["1. one", "    a. x", "    b. y", "        - dot", "2. two"]


def test_the_second_paragraph_of_an_item_has_no_label() -> None:
    assert lines("<ol><li><p>one</p><p>more</p></li><li><p>two</p></ol>") == ["1. one", "more", "2. two"]


def test_a_heading_in_an_item_takes_its_number() -> None:
    assert lines("<ol><li><h2>Breach</h2><p>Text.</p></ol>") == ["## 1. Breach", "Text."]


def test_a_number_written_by_hand_stands_in_the_place_of_a_bullet() -> None:
    assert lines("<ul><li>(a) first<li><b>(b)</b> second</ul>") == ["(a) first", "(b) second"]


def test_an_item_without_a_list_is_a_bullet() -> None:
    assert lines("<li>alone") == ["- alone"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(27, "lower-alpha", "aa"), (52, "upper-latin", "AZ"), (53, "lower-latin", "ba"), (0, "lower-alpha", "0"),
     (-3, "upper-roman", "-3"), (3999, "upper-roman", "MMMCMXCIX"), (4000, "lower-roman", "4000"),
     (25, "lower-greek", "αα")],
)  # fmt: skip
def test_numbers_beyond_an_alphabet_or_a_form(number: int, form: str, text: str) -> None:
    assert write_number(number, form) == text
