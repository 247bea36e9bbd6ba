"""Edits as tracked changes: each where it belongs, each to be rejected, none lost."""

from __future__ import annotations

import pytest

from clause_auditor.documents.word.names import W
from clause_auditor.domain.remedy import Edit

from ..word_files import ORIGINAL, abstract, cell, level, num, numbered, p, r, row, style, table, tracked, word_file
from .marked import accepted, applied, change, edit, ids, mark, original, part

LINK = "<w:hyperlink>{}</w:hyperlink>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

PLACED = {
    "within a run": (p(r("Notify within ten days.")), "ten", "two"),
    "over runs": (p(r("Notify with") + r("in t", "<w:b/>") + r("en days.")), "within ten", "after two"),
    "at the beginning": (p(r("Notify soon.")), "Notify", "Tell us"),
    "nothing but out": (p(r("Notify us soon.")), " us", ""),
    "a whole paragraph": (p(r("One.")) + p(r("Two.")) + p(r("Three.")), "Two.\n\n", ""),
    "paragraph and gap before": (p(r("One.")) + p(r("Two.")) + p(r("Three.")), "\n\nTwo.", ""),
    "over paragraphs": (p(r("One two.")) + p(r("Three.")) + p(r("Four five.")), "two.\n\nThree.\n\nFour", "and"),
    "in a link": (p(r("See ") + LINK.format(r("our long page")) + r(".")), "long", "short"),
    "over a link": (p(r("See ") + LINK.format(r("our page")) + r(" now.")), "our page now", "it"),
    "in a content control": (p(CONTROL.format("", r("ten days"))), "ten", "two"),
    "in a paragraph of a control": (CONTROL.format("", p(r("ten days"))), "ten", "two"),
    "in a cell": (table(row(cell("a b"), cell("c d")), row(cell("e f"), cell("g h"))), "g", "x"),
    "a field as a whole": (p(r("By ") + FIELD.format("REF a", r("4.2")) + r(" now.")), "By 4.2 now", "Here"),
    "the text of a link field": (p(FIELD.format('HYPERLINK "x"', r("our long page"))), "long", "short"),
    "over an inserted passage": (p(r("one ") + tracked("ins", r("two ")) + r("three")), "one two three", "four"),
    "in an inserted passage": (p(r("a ") + tracked("ins", r("one two three"))), "two", "four"),
    "behind a deleted one": (p(r("one ") + tracked("del", r("gone ")) + r("two")), "one two", "three"),
    "double blanks": (p(r("one  two,") + r(" three")), " two", ""),
    "over a hidden passage": (p(r("one ") + r("unseen", "<w:vanish/>") + r(" two")), "one two", "three"),
    "tab and break": (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a b\nc", "d"),
    "capitals": (p(r("straße und weg", "<w:caps/>")), "UND", "oder"),
    "ligature": (p(r("the \ufb01rst one")), "f", "F"),
    "before a heading": (p(r("One.")) + p(r("Title"), '<w:pStyle w:val="H"/>') + p(r("Two.")), "One.\n\n", ""),
}


@pytest.mark.parametrize("name", PLACED)
def test_an_edit_is_placed_and_can_be_rejected(name: str) -> None:
    body, old, new = PLACED[name]
    data = word_file(body, styles=style("H", title="heading 1", paragraph='<w:outlineLvl w:val="0"/>'))
    marked = change(data, old, new)
    assert not marked.not_placed
    wanted = applied(accepted(data), [edit(accepted(data), old, new)])
    upper = wanted.replace("oder", "ODER") if name == "capitals" else wanted
    assert accepted(marked.data).split() == upper.split()
    assert len(set(ids(marked.data)) - {"1"}) == len([each for each in ids(marked.data) if each != "1"])


@pytest.mark.parametrize(
    ("body", "old", "reason"),
    [
        (p(r("one ") + FIELD.format("REF a", r("clause four"))), "clause", "field"),
        (p(r("one ") + '<w:fldSimple w:instr="PAGE">' + r("two") + "</w:fldSimple>"), "two", "field"),
        (p(CONTROL.format('<w:lock w:val="sdtContentLocked"/>', r("two"))), "two", "locked"),
        (p(CONTROL.format("<w:dataBinding/>", r("two"))), "two", "data"),
        (p(tracked("moveTo", r("two"))), "two", "moved"),
        (p(r("one")) + table(row(cell("two"), cell("three"))), "one\n\n| two", "border"),
        (p(r("one")) + CONTROL.format("", p(r("two"))), "one\n\ntwo", "border"),
    ],
)
def test_what_cannot_be_placed_is_told_with_its_reason(body: str, old: str, reason: str) -> None:
    data = word_file(body + p(r("behind")))
    marked = change(data, old, "new")
    assert [missed.mark.text for missed in marked.not_placed if isinstance(missed.mark, Edit)] == ["new"]
    assert reason in marked.not_placed[0].reason
    assert accepted(marked.data) == accepted(data)


def test_numbers_and_places_out_of_the_text_are_told() -> None:
    body = numbered("one", 1) + numbered("two", 1)
    data = word_file(body, numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0))
    marked = mark(data, Edit("main", 0, 2, "7."), Edit("main", 50, 60, ""))
    assert ["numbering" in missed.reason or "not in the text" in missed.reason for missed in marked.not_placed] == [
        True,
        True,
    ]


def test_words_that_stay_are_not_marked() -> None:
    data = word_file(p(r("The vendor shall notify within ten days of it.")))
    marked = change(
        data, "The vendor shall notify within ten days of it.", "The vendor shall notify within two days of it."
    )
    gone = ["".join(change.itertext()) for change in part(marked.data).iter(f"{W}del")]
    come = ["".join(change.itertext()) for change in part(marked.data).iter(f"{W}ins")]
    assert (gone, come) == (["ten"], ["two"])


def test_new_text_looks_like_what_it_stands_for() -> None:
    data = word_file(p(r("a ") + r("b", '<w:b/><w:color w:val="FF0000"/>') + r(" c")))
    marked = change(data, "b", "d")
    run = next(part(marked.data).iter(f"{W}ins")).find(f"{W}r")
    assert run is not None
    assert [each.tag for each in run[0]] == [f"{W}b", f"{W}color"]


NEW = "\n\nA clause of its own.\n"


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (p(r("One.")) + p(r("Two.")), "One."),
        (p(r("One.")) + p(r("Two.")), "Two."),
        (p(r("One."), '<w:pStyle w:val="H"/>') + p(r("Two.")), "One."),
        (p(r("One.")) + table(row(cell("a"), cell("b"))) + p(r("Two.")), "b |"),
        (table(row(cell("One."))) + p(r("Two.")), "One."),
        (CONTROL.format("", p(r("One."))) + p(r("Two.")), "One."),
        (p(r("One.")) + CONTROL.format("", p(r("Two."))), "Two."),
        (p(r("One.")) + p(r("Two."), '<w:pStyle w:val="H"/>'), "One."),
    ],
)
def test_a_new_clause_is_a_paragraph_of_its_own(body: str, after: str) -> None:
    data = word_file(body, styles=style("H", title="heading 1", paragraph='<w:outlineLvl w:val="0"/>'))
    text = accepted(data)
    place = text.index(after) + len(after)
    marked = mark(data, Edit("main", place, place, NEW))
    assert not marked.not_placed
    assert original(marked.data) == text
    assert accepted(marked.data).split() == applied(text, [Edit("main", place, place, NEW)]).split()
    assert "\n\nA clause of its own." in accepted(marked.data)


def test_several_new_clauses_at_one_place_keep_their_order() -> None:
    data = word_file(p(r("One.")))
    marked = mark(data, *(Edit("main", 4, 4, f"\n\n{word}\n") for word in ("First.", "Second.", "Third.\n\nFourth.")))
    assert accepted(marked.data).split() == "One. First. Second. Third. Fourth.".split()
    assert original(marked.data) == "One."


def test_a_new_clause_takes_the_style_but_not_the_number() -> None:
    styles = style("L", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = "".join(p(r(text), '<w:pStyle w:val="L"/>') for text in ("one", "two"))
    data = word_file(body, styles=styles, numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0))
    marked = mark(data, Edit("main", 6, 6, NEW))
    assert accepted(marked.data) == "1. one\n\nA clause of its own.\n\n2. two"


def test_a_new_clause_behind_a_note_stands_in_the_body() -> None:
    notes = '<w:footnote w:id="2">' + p(r("A note.")) + "</w:footnote>"
    body = p(r("One.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("Title"), '<w:outlineLvl w:val="0"/>')
    data = word_file(body, footnotes=notes)
    place = accepted(data).index("A note.") + 7
    marked = mark(data, Edit("main", place, place, NEW))
    assert list(part(marked.data).iter(f"{W}ins"))
    assert original(marked.data) == accepted(data)


def test_the_view_that_was_judged_is_the_one_that_is_edited() -> None:
    data = word_file(p(r("one ") + tracked("del", r("two ")) + tracked("ins", r("three ")) + r("four")))
    marked = change(data, "four", "five", ORIGINAL)
    assert (accepted(marked.data), original(marked.data)) == ("one three five", "one two four")
    assert "takes this passage out already" in change(data, "two", "six", ORIGINAL).not_placed[0].reason
