"""Automatic numbering is written as a word processor shows it."""

from __future__ import annotations

import pytest

from clause_auditor.documents.word.counting import count

from .word_files import abstract, level, lines, num, numbered, p, r, read_body, style

LEGAL = (
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)


def shown(definition: str, *paragraphs: tuple[int, int], nums: str = "", styles: str = "") -> list[str]:
    """The labels before paragraphs, given as (list, level)."""
    body = "".join(numbered("x", number, place) for number, place in paragraphs)
    read = read_body(body, numbering=definition + (nums or num(1, 0)), styles=styles)
    return [line.removesuffix("x").strip() for line in lines(read)]


def test_a_legal_list_counts_each_level_anew_below_a_higher_one() -> None:
    found = shown(abstract(0, *LEGAL), (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1))
    assert found == ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1"]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    assert shown(abstract(0, *LEGAL), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1.1", "1.2", "2.", "2.1"]


def test_lists_of_one_definition_count_on_and_an_override_begins_anew() -> None:
    nums = num(1, 0) + num(2, 0) + num(3, 0, level0=5)
    found = shown(abstract(0, *LEGAL), (1, 0), (2, 0), (3, 0), (3, 0), (1, 0), nums=nums)
    assert found == ["1.", "2.", "5.", "6.", "7."]


def test_an_override_of_a_lower_level_holds_whenever_that_level_begins() -> None:
    nums = num(1, 0) + num(2, 0, level1=3)
    found = shown(abstract(0, *LEGAL), (1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1), nums=nums)
    assert found == ["1.", "1.1", "1.3", "1.4", "2.", "2.3"]


def test_legal_numbers_are_decimal_whatever_the_levels_above_are() -> None:
    levels = (level(0, "upperRoman", "Article %1"), level(1, "decimal", "Section %1.%2", extra="<w:isLgl/>"))
    assert shown(abstract(0, *levels), (1, 0), (1, 0), (1, 1)) == ["Article I", "Article II", "Section 2.1"]


def test_a_level_may_never_begin_anew_or_only_below_a_certain_one() -> None:
    never = (level(0, "decimal", "%1."), level(1, "decimal", "Q%2", extra='<w:lvlRestart w:val="0"/>'))
    assert shown(abstract(0, *never), (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "Q1", "2.", "Q2"]
    after_first = (*LEGAL[:2], level(2, "decimal", "Q%3", extra='<w:lvlRestart w:val="1"/>'))
    found = shown(abstract(0, *after_first), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2))
    assert found == ["1.", "1.1", "Q1", "1.2", "Q2", "2.", "Q1"]


def test_a_list_may_start_at_any_number_zero_too() -> None:
    levels = (level(0, "decimal", "%1.", start=3), level(1, "decimal", "%1.%2", start=0))
    assert shown(abstract(0, *levels), (1, 0), (1, 1), (1, 1), (1, 0)) == ["3.", "3.0", "3.1", "4."]


def test_bullets_are_dashes_whatever_sign_they_are() -> None:
    assert shown(abstract(0, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o")), (1, 0), (1, 1)) == ["-", "-"]


def test_a_list_may_show_words_and_no_number() -> None:
    assert shown(abstract(0, level(0, "none", "Note: ")), (1, 0)) == ["Note:"]
    assert shown(abstract(0, level(0, "none", "")), (1, 0)) == [""]
    hidden = level(0, "decimal", "%1.", extra="<w:rPr><w:vanish/></w:rPr>")
    assert shown(abstract(0, hidden), (1, 0)) == [""]


def test_a_style_brings_its_list_and_its_level() -> None:
    levels = (
        level(0, "decimal", "%1.", extra='<w:pStyle w:val="Clause"/>'),
        level(1, "decimal", "%1.%2", extra='<w:pStyle w:val="Sub"/>'),
    )
    place = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Clause", paragraph=place) + style("Sub", base="Clause", paragraph=place) + style("More", base="Sub")
    body = "".join(p(r("x"), f'<w:pStyle w:val="{name}"/>') for name in ("Clause", "Sub", "More", "Clause"))
    read = read_body(body, numbering=abstract(0, *levels) + num(1, 0), styles=styles)
    assert lines(read) == ["1. x", "1.1 x", "1.2 x", "2. x"]


def test_a_paragraph_can_leave_the_list_of_its_style() -> None:
    styles = style("Clause", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    off = '<w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = p(r("x"), '<w:pStyle w:val="Clause"/>') + p(r("y"), off) + p(r("z"), '<w:pStyle w:val="Clause"/>')
    read = read_body(body, numbering=abstract(0, *LEGAL) + num(1, 0), styles=styles)
    assert lines(read) == ["1. x", "y", "2. z"]


def test_a_list_may_be_that_of_a_list_style() -> None:
    linked = abstract(0, extra='<w:numStyleLink w:val="House"/>')
    home = abstract(1, *LEGAL, extra='<w:styleLink w:val="House"/>')
    styles = style("House", paragraph='<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    assert shown(linked + home, (1, 0), (1, 1), nums=num(1, 0) + num(2, 1), styles=styles) == ["1.", "1.1"]


def test_headings_carry_their_numbers_and_clauses_in_heading_styles_stay_clauses() -> None:
    levels = (
        level(0, "decimal", "%1.", extra='<w:pStyle w:val="H1"/>'),
        level(1, "decimal", "%1.%2", extra='<w:pStyle w:val="H2"/>'),
    )
    styles = style("H1", title="heading 1", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    styles += style("H2", title="heading 2", paragraph='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    body = p(r("Breach"), '<w:pStyle w:val="H1"/>')
    body += p(r("The Processor shall notify the Controller."), '<w:pStyle w:val="H2"/>')
    body += p(r("Content"), '<w:pStyle w:val="H2"/>')
    read = read_body(body, numbering=abstract(0, *levels) + num(1, 0), styles=styles)
    assert lines(read) == ["# 1. Breach", "1.1 The Processor shall notify the Controller.", "## 1.2 Content"]


def test_numbers_in_a_list_are_not_spent_on_paragraphs_that_nobody_sees() -> None:
    unseen = p(
        r("secret", "<w:vanish/>"),
        '<w:rPr><w:vanish/></w:rPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    )
    body = numbered("x", 1) + unseen + numbered("y", 1)
    assert lines(read_body(body, numbering=abstract(0, *LEGAL) + num(1, 0))) == ["1. x", "2. y"]


def test_levels_and_lists_that_do_not_exist_show_nothing() -> None:
    assert lines(read_body(numbered("x", 7) + numbered("y", 1, 99), numbering=abstract(0, *LEGAL) + num(1, 0))) == [
        "x",
        "y",
    ]


@pytest.mark.parametrize(
    ("form", "values", "texts"),
    [
        ("decimal", (1, 10), ("1", "10")),
        ("decimalZero", (1, 10), ("01", "10")),
        ("upperRoman", (4, 9, 1999), ("IV", "IX", "MCMXCIX")),
        ("lowerRoman", (3, 40), ("iii", "xl")),
        ("upperLetter", (1, 26, 27, 54), ("A", "Z", "AA", "BBB")),
        ("lowerLetter", (2, 28), ("b", "bb")),
        ("ordinal", (1, 2, 3, 11, 12, 13, 21, 112), ("1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "112th")),
        ("cardinalText", (1, 20, 42), ("One", "Twenty", "Forty-Two")),
        ("ordinalText", (1, 12, 20, 21), ("First", "Twelfth", "Twentieth", "Twenty-First")),
        ("numberInDash", (5,), ("- 5 -",)),
        ("hex", (255,), ("FF",)),
        ("chicago", (1, 2, 5), ("*", "†", "**")),
        ("decimalEnclosedCircle", (1, 20, 21), ("①", "⑳", "21")),
        ("thaiNumbers", (12,), ("๑๒",)),
        ("thaiLetters", (1,), ("ก",)),
        ("russianLower", (1, 30), ("а", "аа")),
        ("chineseCounting", (10, 11, 25), ("十", "十一", "二十五")),
        ("no such form", (3,), ("3",)),
        ("lowerRoman", (0, -2), ("0", "-2")),
    ],
)
def test_every_format_of_numbers(form: str, values: tuple[int, ...], texts: tuple[str, ...]) -> None:
    assert tuple(count(value, form) for value in values) == texts
