"""Headings, paragraphs, breaks, definitions, forms: a page's text in its order."""

from __future__ import annotations

import pytest

from clause_auditor.documents.html import extract
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.domain.contract import View
from clause_auditor.errors import InputError, LimitError

from .pages import lines, page


def test_headings_and_paragraphs_stand_apart() -> None:
    assert lines("<h1>DPA</h1><p>One\n two.<p>Three<h2>4. Breach</h2>Four") == [
        "# DPA", "One two.", "Three", "## 4. Breach", "Four",
    ]  # fmt: skip


def test_a_clause_that_is_only_styled_as_a_heading_is_none() -> None:
    clause = "The Processor shall notify the Controller of every breach of personal data, at the latest within a day,"
    assert lines(f"<h3>{clause}</h3>") == [clause]


def test_a_bold_paragraph_and_a_bold_lead_are_marked() -> None:
    assert lines("<p><b>Security</b></p><p><strong>Audit.</strong> The Controller may audit.</p>") == [
        "**Security**", "**Audit.** The Controller may audit.",
    ]  # fmt: skip


def test_a_bold_lead_keeps_its_number_outside_the_mark() -> None:
    assert lines("<p><b>7.3. Leave to Audit.</b> The Controller may audit.</p>") == [
        "7.3. **Leave to Audit.** The Controller may audit.",
    ]  # fmt: skip


def test_bold_words_within_a_sentence_are_words() -> None:
    assert lines("<p>The <b>Processor</b> shall delete.</p>") == ["The Processor shall delete."]


def test_one_break_ends_a_line_and_two_end_a_paragraph() -> None:
    assert page("<p>a<br>b<br><br>c</p>").text == "a\nb\n\nc"


def test_preformatted_text_keeps_its_lines() -> None:
    assert page("<pre>1. one\n2. two\n\n3. three</pre>").text == "1. one\n2. two\n\n3. three"


def test_entities_quotes_and_links_read_as_shown() -> None:
    assert lines("<p>A &amp; B&nbsp;&euro;&#8364; <q>so</q> <a href='https://x.example'>the list</a></p>") == [
        "A & B €€ “so” the list"
    ]


def test_terms_of_a_definition_list_are_titles_of_what_they_mean() -> None:
    assert lines("<dl><dt>Breach<dd>means any loss.</dl>") == ["**Breach**", "means any loss."]


def test_fields_show_what_is_filled_in() -> None:
    assert lines("<p>Name: <input value='Acme'> <input type=checkbox checked> yes <input type=hidden value=x></p>") == [
        "Name: Acme ☒ yes"
    ]


def test_what_a_button_or_a_script_says_is_no_text_of_the_page() -> None:
    assert lines("<p>One.</p><button>Accept</button><script>var a='shall'</script><style>p{}</style><svg></svg>") == [
        "One."
    ]


def test_details_and_what_only_assistive_programs_pass_over_are_seen() -> None:
    assert lines("<details><summary>More</summary>Inside.</details><p aria-hidden=true>Icon text.</p>") == [
        "More", "Inside.", "Icon text.",
    ]  # fmt: skip


def test_notes_are_named_by_their_marks() -> None:
    body = (
        "<p>Within a day<a class=footnote-ref role=doc-noteref href=#fn1><sup>1</sup></a>.</p><section class=footnotes>"
        "<ol><li id=fn1><p>Not at weekends.<a role=doc-backlink href=#r>back</a></p></li></ol></section>"
    )
    assert lines(body) == ["Within a day[1].", "[1] Not at weekends."]


@pytest.mark.parametrize(("view", "text"), [(View.ACCEPTED, "Within 30 days."), (View.ORIGINAL, "Within 90 days.")])
def test_marked_changes_are_read_in_the_view_that_is_asked_for(view: View, text: str) -> None:
    taken = page("<p>Within <del>90</del><ins>30</ins> days.</p>", options=ReadingOptions(revisions=view))
    assert (taken.text, taken.view) == (text, view)


def test_furniture_is_left_out_and_said_to_be() -> None:
    taken = page(
        "<header><a>Logo</a></header><nav>Home</nav><div id=cookie-banner>We use cookies</div><main><header>"
        "<h1>DPA</h1></header><p>Text.</p><footer>Signed</footer></main><aside>Ad</aside><footer>Imprint</footer>"
    )
    assert [line for line in taken.text.split("\n") if line] == ["# DPA", "Text.", "Signed"]
    assert len(taken.remarks) == 1


def test_a_page_that_is_all_furniture_is_read_whole() -> None:
    assert lines("<footer><p>The Processor shall delete.</p></footer>") == ["The Processor shall delete."]


def test_a_long_box_about_cookies_may_be_the_contract() -> None:
    clause = "The Processor shall delete. " * 200
    assert "shall delete" in page(f"<p>One.</p><div class=cookie-notice>{clause}</div>").text


def test_a_page_without_headings_is_called_by_its_title() -> None:
    assert page("<p>Text.</p>", "<title>Data terms</title>").title == "Data terms"
    assert page("<h1>DPA</h1>", "<title>Acme</title>").title == ""


def test_a_page_without_text_is_refused_with_a_cure() -> None:
    with pytest.raises(InputError, match="no text") as caught:
        page("<div id=root></div><script>render()</script>")
    assert caught.value.faults[0].cure


def test_a_page_nested_without_measure_is_refused_and_not_read_in_part() -> None:
    with pytest.raises(LimitError, match="nested"):
        page("<div>" * 30_000 + "deep")


def test_deep_nesting_within_measure_is_read() -> None:
    assert lines("<div>" * 900 + "<p>deep" + "</div>" * 900) == ["deep"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "cp1252"), ("", "cp1252"), ("cp850", "cp850"),
     ("iso-8859-1", "utf-8"), ("utf-8", "utf-16"), ("", "utf-8-sig")],
)  # fmt: skip
def test_the_real_encoding_wins_over_a_false_one(declared: str, encoding: str) -> None:
    source = f"<html><head><meta charset='{declared}'></head><body><p>Größe, déjà, où, Maßnahmen</p></body></html>"
    assert extract(source.encode(encoding), DEFAULTS).text == "Größe, déjà, où, Maßnahmen"


def test_paragraphs_are_counted_for_anchors() -> None:
    taken = page("<h1>DPA</h1><p>One.</p><p>Two.</p>")
    assert [(anchor.page, anchor.paragraph) for anchor in taken.anchors] == [(0, 1), (0, 2), (0, 3)]
    assert taken.text[taken.anchors[2].start :] == "Two."
