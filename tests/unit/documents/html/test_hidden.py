"""What the eye does not see of a page is left out and told, whichever way it is hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.documents.html import extract
from clause_auditor.documents.html.colours import CLEAR, read_colour
from clause_auditor.documents.options import DEFAULTS
from clause_auditor.domain.contract import HiddenKind
from clause_auditor.errors import InputError

from .pages import hidden, lines, page

STYLES = {
    "display:none": HiddenKind.HIDDEN_RUN,
    "DISPLAY : NONE !important": HiddenKind.HIDDEN_RUN,
    "visibility:hidden": HiddenKind.HIDDEN_RUN,
    "visibility:collapse": HiddenKind.HIDDEN_RUN,
    "opacity:0": HiddenKind.HIDDEN_RUN,
    "opacity:0.01": HiddenKind.HIDDEN_RUN,
    "font-size:0": HiddenKind.TINY,
    "font-size:1px": HiddenKind.TINY,
    "font-size:0.1em": HiddenKind.TINY,
    "font:1px/1 Arial": HiddenKind.TINY,
    "color:#fff": HiddenKind.SAME_COLOUR,
    "color:white": HiddenKind.SAME_COLOUR,
    "color:rgb(254, 254, 254)": HiddenKind.SAME_COLOUR,
    "color:rgba(0,0,0,0)": HiddenKind.SAME_COLOUR,
    "color:transparent": HiddenKind.SAME_COLOUR,
    "background:#003;color:#003": HiddenKind.SAME_COLOUR,
    "position:absolute;left:-9999px": HiddenKind.OUTSIDE_PAGE,
    "position:fixed;top:-200em": HiddenKind.OUTSIDE_PAGE,
    "text-indent:-9999px": HiddenKind.OUTSIDE_PAGE,
    "clip:rect(0 0 0 0)": HiddenKind.OUTSIDE_PAGE,
    "clip:rect(1px, 1px, 1px, 1px)": HiddenKind.OUTSIDE_PAGE,
    "clip-path:inset(50%)": HiddenKind.OUTSIDE_PAGE,
    "height:0;overflow:hidden": HiddenKind.TINY,
    "max-height:1px;overflow:hidden": HiddenKind.TINY,
    "transform:scale(0)": HiddenKind.TINY,
    "transform:scale(.01, 1)": HiddenKind.TINY,
    "transform:rotateX(90deg)": HiddenKind.OUTSIDE_PAGE,
    "font:0/0 a": HiddenKind.TINY,
    "filter:opacity(0)": HiddenKind.HIDDEN_RUN,
    "filter:blur(1px) opacity(1%)": HiddenKind.HIDDEN_RUN,
    "letter-spacing:-2em": HiddenKind.TINY,
    "zoom:.01": HiddenKind.TINY,
    "scale:0.01": HiddenKind.TINY,
    "line-height:0;overflow:hidden": HiddenKind.TINY,
    "font:16px/0 Arial;overflow:clip": HiddenKind.TINY,
    "color:hsl(0 0% 100%)": HiddenKind.SAME_COLOUR,
    "color:color(srgb 1 1 1)": HiddenKind.SAME_COLOUR,
    "background-color:black;background:#fff;color:#fff": HiddenKind.SAME_COLOUR,
    "background:url(a.png);background-image:none;color:#fff": HiddenKind.SAME_COLOUR,
    "position:relative;left:-9999px": HiddenKind.OUTSIDE_PAGE,
    "margin-left:-9999px": HiddenKind.OUTSIDE_PAGE,
    "margin:0 0 0 -9999px": HiddenKind.OUTSIDE_PAGE,
    "clip-path:circle(0)": HiddenKind.OUTSIDE_PAGE,
    "--a:none;display:var(--a)": HiddenKind.HIDDEN_RUN,
    "display:none!important;display:block": HiddenKind.HIDDEN_RUN,
}
SEEN = (
    "color:#000", "color:#777", "color:white;background:#003", "background-image:url(a.png);color:white", "opacity:0.9",
    "font-size:8px", "display:block", "position:absolute;left:20px", "overflow:hidden;height:200px",
    "visibility:visible",
    "font:700 16px/1.5 Arial", "letter-spacing:-.03em", "zoom:.9", "line-height:0", "transform:rotate(90deg)",
    "background:linear-gradient(#000,#000);color:white", "filter:opacity(90%)", "scale:1.1", "margin-left:-480px",
    "background:no-repeat #003;color:white", "overflow:hidden;line-height:1", "text-decoration:line-through",
    "color:var(--x)", "text-indent:-2em", "left:-9999px",
)  # fmt: skip


@pytest.mark.parametrize("style", list(STYLES))
def test_a_style_that_hides_takes_the_text_out(style: str) -> None:
    body = f"<p>The Processor shall <span style='{style}'>not</span> delete.</p>"
    assert hidden(body) == [(STYLES[style], "not")]
    assert lines(body) == ["The Processor shall delete."]


@pytest.mark.parametrize("style", SEEN)
def test_a_style_that_does_not_hide_leaves_it(style: str) -> None:
    assert "shown words" in " ".join(lines(f"<p>One.</p><p style='{style}'>shown words</p>"))


@pytest.mark.parametrize(
    ("rule", "hides"),
    [
        (".x { display: none }", True),
        ("p.x{display:none}", True),
        ("#i { display: none }", True),
        ("div .x { visibility: hidden }", True),
        ("div > p.x { color: white }", True),
        ("h1, .x { font-size: 0 }", True),
        ("@media screen { .x { display: none } }", True),
        (".x { display: none } .x { display: block }", False),
        (".x { display: none !important } .x { display: block }", True),
        ("#i { display: block } .x { display: none }", False),
        ("@media print { .x { display: none } }", False),
        ("@media (max-width: 600px) { .x { display: none } }", False),
        ("nav .x { display: none }", False),
        (".x:hover { display: none }", False),
        ("/* .x { display: none } */", False),
        (".x { display: none", True),
    ],
)
def test_rules_of_style_sheets_hide_as_a_browser_would(rule: str, hides: bool) -> None:
    found = hidden("<div><p class='a x' id=i>words of it</p></div>", f"<style>{rule}</style>")
    assert [words for _, words in found] == (["words of it"] if hides else [])


def test_a_sheet_for_print_hides_nothing_on_the_screen() -> None:
    assert hidden("<p class=x>words</p>", "<style media=print>.x{display:none}</style>") == []


def test_a_visible_child_of_an_invisible_parent_is_seen() -> None:
    body = "<div style='visibility:hidden'>gone <b style='visibility:visible'>seen words</b></div>"
    assert lines(body) == ["**seen words**"]
    assert lines("<p>one</p><div style='visibility:hidden'>gone <b style='visibility:inherit'>too</b></div>") == ["one"]


@pytest.mark.parametrize(
    "body",
    [
        "<p hidden>words of no display here now</p>",
        "<template><p>words of no display here now</p></template>",
        "<noscript>words of no display here now</noscript>",
        "<dialog>words of no display here now</dialog>",
        "<!-- words of no display that must be here -->",
        "<font color=#ffffff>words of no display here now</font>",
        "<table bgcolor=navy><tr><td style='color:navy'>words of no display here now<td>b</table>",
    ],
)
def test_markup_that_hides_is_told(body: str) -> None:
    assert [words.startswith("words of no display") for _, words in hidden(body)] == [True]
    assert "no display" not in page(f"<p>Seen.</p>{body}").text


@pytest.mark.parametrize(
    "body",
    [
        "<!-- /header -->",
        "<!-- This page was made by a program, see its site -->",
        "<!--[if IE]><p>x</p><![endif]-->",
        "<script>a b c d e f g</script>",
    ],
)
def test_marks_for_programs_are_no_hidden_words(body: str) -> None:
    assert hidden(body) == []


def test_hidden_words_stand_where_they_would() -> None:
    taken = page("<p>The Processor shall <span style='display:none'>not</span> delete.</p>")
    assert taken.text[: taken.hidden[0].offset] == "The Processor shall "


@pytest.mark.parametrize(
    ("value", "colour"),
    [("#FFF", (255, 255, 255)), ("#ffffff00", CLEAR), ("rgb(100%,0%,0%)", (255, 0, 0)),
     ("rgba(1 2 3 / 50%)", (1, 2, 3)),
     ("transparent", CLEAR), ("hsl(0 0% 0%)", (0, 0, 0)), ("rgb(1,2)", None), ("#12", None), ("", None),
     ("rgb(nan,0,0)", None)],
)  # fmt: skip
def test_colours_are_read_in_all_their_forms(value: str, colour: object) -> None:
    assert read_colour(value) == colour


FRAGMENTS = st.sampled_from(
    ["<p>", "</p>", "<ol start=2>", "<li>", "</ol>", "<table>", "<tr>", "<td rowspan=3>", "</table>",
     "<span style='color:#fff'>",
     "</span>", "<b>", "</b>", "<br>", "<pre>", "<h1>", "</h1>", "<del>", "</del>", "<template>", "<!--", "-->",
     "words ",
     "&amp;",
     "<nav>", "</nav>", "<div style='display:none'>", "</div>", "<dl><dt>", "<input value=v>", "\u200b", "|"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(FRAGMENTS, max_size=40))
def test_any_page_is_read_or_refused_and_its_offsets_hold(parts: list[str]) -> None:
    try:
        taken = extract(("<html><body>" + "".join(parts)).encode(), DEFAULTS)
    except InputError:
        return
    places = [anchor.start for anchor in taken.anchors]
    assert places == sorted(places)
    assert all(0 <= passage.offset <= len(taken.text) for passage in taken.hidden)
