"""Style sheets are followed as a browser would: selectors, cascade, conditions, custom properties."""

from __future__ import annotations

import pytest

from clause_auditor.documents.html.colours import read_colour
from clause_auditor.documents.html.media import holds_on_screen
from clause_auditor.errors import LimitError

from .pages import hidden, lines, page

BODY = (
    "<div class=box data-kind='Old terms' lang=en-GB><p>first one</p><p class='a x' id=i data-x=1>words of it</p>"
    "<p>last one</p></div>"
)
NONE = "{display:none}"


def taken_out(rules: str) -> list[str]:
    return [words for _, words in hidden(BODY, f"<style>{rules}</style>")]


@pytest.mark.parametrize(
    "selector",
    [
        "[data-x]", "[data-x='1']", "[DATA-X=\"1\"]", "p[class~=x]", "[class^='a ']", "p[class$=x]",
        "[class*=' ']",
        "[data-x='1' i]", ".x:not(.z)", ".x:not(.y, #z)", ".a:not(:hover)", "p:nth-child(2)", "p:nth-child(2n):not(#z)",
        ".box p:nth-last-child(2)", "p:nth-of-type(2)", "p:not(:first-child):not(:last-child)", "p + .x", "p ~ .x",
        "p+p.a",
        ".box > :is(.x, .none)", ":where(.box) .x", "p:has(+ p + p) + p.x", "*.x", "#i.a.x", ".\\78", "p:lang(en).x",
        "div[data-kind='old TERMS' i] .x", "html body .x", ".none, .x", ":root .x", ".x:nth-of-type(even)",
    ],
)  # fmt: skip
def test_a_selector_finds_its_element(selector: str) -> None:
    assert taken_out(selector + NONE) == ["words of it"]


@pytest.mark.parametrize(
    "selector",
    [
        "[data-x='2']", ".x:not(p)", "p:nth-child(4)", ".x:first-child", ".x:only-child", ".x + .x", ".x > p",
        ".x:empty",
        "p.x:has(b)", ".x:unknown", ".none ~ .x", ".x::before", ".x, :unknown", ".x:not(:is(.a))", "[data-x=''i]", "p[",
        ".x:nth-child(0)", ".x:hover", "span.x", ".X", "a:link.x",
    ],
)  # fmt: skip
def test_a_selector_passes_over_what_it_does_not_mean(selector: str) -> None:
    assert taken_out(selector + NONE) == []


@pytest.mark.parametrize(
    ("rules", "hides"),
    [
        (".x{display:none!important;display:block}", True),
        (".x{display:none;display:blah}", True),
        (".x{display:none;display:block}", False),
        (".x{display:none! IMPORTANT} #i{display:block}", True),
        (".x{d\\69splay:n\\6fne}", True),
        (".x{display:/**/none}", True),
        (".x{content:'}';display:none}", True),
        (".x{*display:block;display:none}", True),
        (".box{.x{display:none}}", True),
        (".box{& > .x{display:none}}", True),
        (".x{.box &{display:none}}", True),
        (".box{@media screen{.x{display:none}}}", True),
        (".x{@media screen{display:none}}", True),
        (".none{.x{display:none}}", False),
        ("@layer a{.x{display:none}} .x{display:block}", False),
        (".x{display:block} @layer a{#i{display:none}}", False),
        ("@media (min-width:1px){.x{display:none}}", True),
        ("@media not print{.x{display:none}}", True),
        ("@supports (display:grid){.x{display:none}}", True),
        ("@supports not (display:grid){.x{display:none}}", False),
        (":root{--d:none}.x{display:var(--d)}", True),
        (".box{--d:none}.x{display:var(--d)}", True),
        (".x{display:var(--none, none)}", True),
        (":root{--a:var(--b);--b:none}.x{display:var(--a)}", True),
        (":root{--d:none}.box{--d:block}.x{display:var(--d)}", False),
        (":root{--a:var(--a)}.x{display:var(--a)}", False),
        (":root{--c:#fff}.x{color:var(--c)}", True),
    ],
)
def test_the_cascade_ends_as_in_a_browser(rules: str, hides: bool) -> None:
    assert taken_out(rules) == (["words of it"] if hides else [])


@pytest.mark.parametrize("wrapper", ["template", "noscript"])
def test_a_style_sheet_that_a_browser_does_not_use_shows_nothing(wrapper: str) -> None:
    head = f"<style>.x{NONE}</style><{wrapper}><style>.x{{display:block!important}}</style></{wrapper}>"
    assert [words for _, words in hidden(BODY, head)] == ["words of it"]


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("", True), ("all", True), ("print", False), ("only screen and (min-width: 40em)", True),
        ("(max-width:600px)", False),
        ("not screen", False), ("print, screen", True), ("(400px <= width < 2000px)", True),
        ("(width > 2000px)", False),
        ("(orientation: portrait)", False), ("(prefers-color-scheme: dark)", False), ("(min-width: calc(1px))", False),
    ],
)  # fmt: skip
def test_conditions_are_those_of_an_ordinary_screen(query: str, holds: bool) -> None:
    assert holds_on_screen(query) is holds


@pytest.mark.parametrize(
    ("value", "grey"),
    [("hsl(0,0%,100%)", 255), ("hsla(120 0% 0% / 1)", 0), ("hwb(0 100% 0%)", 255), ("color(srgb 1 1 1)", 255),
     ("color(display-p3 0 0 0)", 0), ("lab(100 0 0)", 255), ("oklch(100% 0 0)", 255), ("oklab(0 0 0)", 0),
     ("color(srgb-linear 1 1 1)", 255), ("color(xyz 0.95 1 1.09)", 255), ("ghostwhite", None), ("WHITE", 255)],
)  # fmt: skip
def test_colours_of_all_kinds_are_known(value: str, grey: int | None) -> None:
    assert read_colour(value) == ((248, 248, 255) if grey is None else (grey, grey, grey))


@pytest.mark.parametrize("value", ["color()", "color(none)", "hsl(1e999 0% 0%)", "rgb(", "oklch(x)", "hsl(" * 400])
def test_a_colour_that_is_none_is_not_known(value: str) -> None:
    assert not isinstance(read_colour(value), str)


def test_words_that_a_style_sheet_writes_are_read() -> None:
    rules = "<style>.x::after{content:' not ' attr(data-x) '!'} b:before{content:'\\2022 '}</style>"
    assert lines("<p>May <span class=x data-x=ever>sell</span> data <b>now</b></p>", rules) == [
        "May sell not ever! data now"
    ]


def test_words_that_a_style_sheet_writes_and_hides_are_told() -> None:
    rules = "<style>.x::after{content:'not at all';color:white} p::before{content:'nor';display:none}</style>"
    assert {words for _, words in hidden("<p class=x>Sells</p>", rules)} == {"not at all", "nor"}


def test_numbers_that_a_style_sheet_writes_are_said_not_to_be_read() -> None:
    assert page("<p>a</p>", "<style>p::before{content:counter(c) '. '}</style>").remarks == (
        "Numbers that its style sheets write were not read.",
    )
    assert page("<p>a</p>", "<style>p::before{content:'\\f101'}</style>").remarks == ()


def test_style_sheets_elsewhere_are_said_not_to_be_read() -> None:
    (remark,) = page("<p>a</p>", "<link rel=stylesheet href=a.css>").remarks
    assert remark.startswith("Style sheets that are not in the page")
    assert page("<p>a</p>", "<link rel=stylesheet media=print href=a.css><link rel=icon href=b>").remarks == ()


@pytest.mark.parametrize(
    "source", ["<s>a</s>", "<strike>a</strike>", "<b style='text-decoration:line-through red'>a</b>"]
)
def test_struck_out_words_stand_and_are_remarked(source: str) -> None:
    taken = page(f"<p>one {source} two</p>")
    assert taken.text == "one a two"
    assert taken.remarks == ("A struck-out passage was judged as standing, since no tracked change deletes it.",)


def test_struck_out_passages_are_counted_and_others_are_not() -> None:
    body = "<p><s>a <b>b</b></s> c <s>d</s> <s style='text-decoration:none'>e</s> <del>f</del></p>"
    assert page(body).remarks[0].startswith("2 struck-out passages")


def test_many_rules_are_followed() -> None:
    rules = "".join(f".c{k} .d{k} p b:not(.x{k}){{color:#fff}}" for k in range(20_000))
    assert len(lines("<div class=c1><p><b>x</b> text</p></div>" * 500, f"<style>{rules}</style>")) == 500


@pytest.mark.parametrize(
    ("rules", "body"),
    [
        ("u " + "* " * 30 + "b.q{display:none}", "<u>y</u>" + "<i>" * 200 + "<b class=q>x"),
        (".a" + ":not(" * 60 + ".b" + ")" * 60 + "{color:red}", "<p class=a>x"),
        ("a{" * 60 + "color:red", "<a>x</a>"),
        ("p{--x:" + "(" * 50_000 + "}", "<p>x"),
        (".a{color:red}" * 200_000, "<p class=a>x"),
    ],
    ids=["descent", "nested-not", "nested-rules", "nested-value", "size"],
)
def test_sheets_that_cannot_be_followed_are_refused(rules: str, body: str) -> None:
    with pytest.raises(LimitError) as caught:
        page(body + "<p>seen</p>", f"<style>{rules}</style>")
    assert "PDF" in caught.value.faults[0].cure


def test_a_tag_of_very_many_attributes_is_refused_and_a_picture_in_the_page_is_not() -> None:
    with pytest.raises(LimitError, match="attributes"):
        page("<p " + " ".join(f"a{k}=1" for k in range(5_000)) + ">x</p>")
    assert lines(f"<p>x<img src='data:image/png;base64,{'a b/' * 9_000}'></p>") == ["x"]


def test_hidden_signs_are_not_told() -> None:
    assert hidden("<p>Title<a style='visibility:hidden'>\u00b6</a></p>") == []
