"""The inside of paragraphs: fields, notes, breaks, signs, content controls, and what is left out."""

from __future__ import annotations

import pytest

from .word_files import lines, p, r, read_body, style


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return mark("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + mark("separate") + result + mark("end")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("with") + r("in"), "within"),
        (r("a") + "<w:r><w:tab/></w:r>" + r("b"), "a b"),
        (r("a") + "<w:r><w:br/></w:r>" + r("b"), "a\nb"),
        (r("sub") + "<w:r><w:noBreakHyphen/></w:r>" + r("processor"), "sub-processor"),
        (r("pro") + "<w:r><w:softHyphen/></w:r>" + r("cessor"), "processor"),
        (r("see ") + field("REF _Ref1 \\r", r("4.2")), "see 4.2"),
        (r("x") + field("XE &quot;secret&quot;", "") + r("y"), "xy"),
        (field("IF " + field("MERGEFIELD a", r("inner")), r("outer")), "outer"),
        ('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>", "7"),
        ('<w:hyperlink r:id="x">' + r("our site") + "</w:hyperlink>", "our site"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("Acme") + "</w:sdtContent></w:sdt>", "Acme"),
        ("<w:smartTag>" + r("Paris") + "</w:smartTag>", "Paris"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" yes"), "☑ yes"),
        (r("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>') + r(" yes"), "☑ yes"),
        (r("confidential", "<w:caps/>"), "CONFIDENTIAL"),
        (r("Name: ") + r("\t", '<w:u w:val="single"/>'), "Name: ____"),
        (r("a") + '<w:r><w:commentReference w:id="1"/></w:r>' + r("b"), "ab"),
        (r("a") + "<w:r><w:instrText>loose code</w:instrText></w:r>" + r("b"), "ab"),
    ],
)
def test_pieces_of_a_line(inside: str, text: str) -> None:
    assert read_body(p(inside)).text == text


def test_a_field_that_is_never_closed_swallows_nothing() -> None:
    body = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("clause one")) + p(r("clause two"))
    assert lines(read_body(body)) == ["clause one", "clause two"]


def test_boxes_to_tick() -> None:
    def box(ticked: str) -> str:
        inside = f"<w:ffData><w:checkBox>{ticked}</w:checkBox></w:ffData>"
        return f'<w:r><w:fldChar w:fldCharType="begin">{inside}</w:fldChar></w:r>'

    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(box("<w:checked/>") + end + r(" Module Two")) + p(box('<w:default w:val="0"/>') + end + r(" Module Three"))
    assert lines(read_body(body)) == ["☒ Module Two", "☐ Module Three"]


def test_notes_stand_at_the_end_of_their_section_each_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = '<w:footnote w:type="separator" w:id="0">' + p(r("rule")) + "</w:footnote>"
    notes += f'<w:footnote w:id="5">{p(r("Not at weekends."))}</w:footnote>'
    ends = f'<w:endnote w:id="5">{p(r("See Annex I."))}</w:endnote>'
    heading = '<w:outlineLvl w:val="0"/>'
    body = p(r("One"), heading) + p(r("Within 24 hours") + mark.format(5) + r(".")) + p(r("Then more."))
    body += p(r("Two"), heading) + p(r("Again") + mark.format(5) + '<w:r><w:endnoteReference w:id="5"/></w:r>')
    assert lines(read_body(body, footnotes=notes, endnotes=ends)) == [
        "# One",
        "Within 24 hours.",
        "Then more.",
        "Footnote 1: Not at weekends.",
        "# Two",
        "Again",
        "Endnote 1: See Annex I.",
    ]


def test_a_title_and_its_text_on_one_line_by_a_hidden_mark() -> None:
    title = p(r("Breach."), '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
    assert lines(read_body(title + p(r(" The Processor shall notify.")))) == ["Breach. The Processor shall notify."]


def test_contents_lists_are_left_out_but_not_text_in_their_style() -> None:
    styles = style("TOC1", title="toc 1")
    toc = '<w:pStyle w:val="TOC1"/>'
    body = p(r("1. Breach") + "<w:r><w:tab/></w:r>" + r("7"), toc) + p(r("The Processor may sell all data."), toc)
    assert lines(read_body(body, styles=styles)) == ["The Processor may sell all data."]


def test_pages_are_told_where_the_file_tells_them() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    read = read_body(p(r("one")) + p(r("two ") + turn + r("three")) + p(turn + r("four")))
    places = [(anchor.page, anchor.paragraph, read.text[anchor.start :].split()[0]) for anchor in read.anchors]
    assert places == [(1, 1, "one"), (1, 2, "two"), (2, 2, "three"), (3, 3, "four")]
    assert {a.page for a in read_body(p(r("one")) + p(r("two"))).anchors} == {0}


def test_titles_without_a_style_and_bold_leads_keep_their_emphasis() -> None:
    bold = "<w:b/>"
    body = (
        p(r("Security", bold))
        + p(r("Breach.", bold) + r(" Acme shall notify."))
        + p(r('"Data"', bold) + r(" means data."))
    )
    assert lines(read_body(body)) == ["**Security**", "**Breach.** Acme shall notify.", '"Data" means data.']


def test_what_is_not_read_is_said() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'
    body = p(r("text") + picture) + '<w:altChunk r:id="y"/>'
    assert read_body(body).remarks == ("A picture in it was not read.", "A part of another file was not read.")
