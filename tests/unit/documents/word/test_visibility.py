"""What the eye does not see is left out of the text and told."""

from __future__ import annotations

import pytest

from clause_auditor.documents.word.visibility import contrast
from clause_auditor.domain.contract import HiddenKind

from .word_files import cell, lines, p, r, read_body, row, style, table

FILLED = "<w14:textFill><w14:solidFill><w14:{}/></w14:solidFill></w14:textFill>"
HIDDEN = [
    ("<w:vanish/>", HiddenKind.HIDDEN_RUN),
    ('<w:color w:val="FFFFFF"/>', HiddenKind.SAME_COLOUR),
    ('<w:color w:val="FEFEFE" w:themeColor="background1"/>', HiddenKind.SAME_COLOUR),
    ('<w:color w:val="auto" w:themeColor="background1"/>', HiddenKind.SAME_COLOUR),
    ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', HiddenKind.SAME_COLOUR),
    ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', HiddenKind.SAME_COLOUR),
    ('<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="auto"/>', HiddenKind.SAME_COLOUR),
    ('<w:sz w:val="2"/>', HiddenKind.TINY),
    ('<w:sz w:val="1"/>', HiddenKind.TINY),
    ('<w:w w:val="1"/>', HiddenKind.TINY),
    ("<w14:textFill><w14:noFill/></w14:textFill>", HiddenKind.SAME_COLOUR),
    ('<w:color w:val="000000"/>' + FILLED.format('srgbClr w14:val="FFFFFF"'), HiddenKind.SAME_COLOUR),
    (FILLED.format('schemeClr w14:val="bg1"'), HiddenKind.SAME_COLOUR),
    ('<w:spacing w:val="-400"/>', HiddenKind.TINY),
    ('<w:position w:val="-3000"/>', HiddenKind.OUTSIDE_PAGE),
    ('<w:position w:val="3000"/>', HiddenKind.OUTSIDE_PAGE),
]
SEEN = [
    "",
    '<w:vanish w:val="0"/>',
    "<w:webHidden/>",
    '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="000000"/>',
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
    '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>',
    '<w:color w:val="808080"/>',
    '<w:color w:val="D9D9D9"/>',
    '<w:sz w:val="10"/>',
    '<w:w w:val="80"/>',
    '<w:color w:val="FFFFFF"/>' + FILLED.format('srgbClr w14:val="102030"'),
    FILLED.format('schemeClr w14:val="tx1"'),
    '<w:spacing w:val="-20"/>',
    '<w:position w:val="6"/>',
    '<w:sz w:val="72"/><w:spacing w:val="-100"/>',
]


@pytest.mark.parametrize(("properties", "kind"), HIDDEN)
def test_hidden_runs(properties: str, kind: HiddenKind) -> None:
    read = read_body(p(r("shall ") + r("not ", properties) + r("notify")))
    assert read.text == "shall notify"
    (passage,) = read.hidden
    assert (passage.kind, passage.text, passage.offset) == (kind, "not", 6)


@pytest.mark.parametrize("properties", SEEN)
def test_seen_runs(properties: str) -> None:
    read = read_body(p(r("shall ") + r("not ", properties) + r("notify")))
    assert (read.text, read.hidden) == ("shall not notify", ())


def test_white_on_the_ground_of_a_paragraph_a_cell_or_a_page() -> None:
    white = r("words", '<w:color w:val="FFFFFF"/>')
    dark = '<w:shd w:val="clear" w:fill="203040"/>'
    assert read_body(p(white, dark)).text == "words"
    assert lines(read_body(table(row(cell(properties=dark, inside=p(white)), cell("b"))))) == ["| words | b |"]
    page = '<w:background w:color="203040"/>'
    from clause_auditor.documents.options import DEFAULTS
    from clause_auditor.documents.word import extract

    from .word_files import word_file

    shown = word_file(p(white), head=page, settings="<w:displayBackgroundShape/>")
    assert extract(shown, DEFAULTS).text == "words"
    kept = read_body(p(r("seen")) + p(white, '<w:shd w:val="clear" w:fill="auto"/>'))
    assert [passage.kind for passage in kept.hidden] == [HiddenKind.SAME_COLOUR]


def test_white_in_the_head_row_of_a_dark_table_style_is_seen() -> None:
    fill = '<w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr>'
    first = f'<w:tblStylePr w:type="firstRow">{fill}</w:tblStylePr>'
    styles = f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{first}</w:style>'
    white = p(r("white", '<w:color w:val="FFFFFF"/>'))
    body = table(
        row(cell(inside=white), cell("b")), row(cell(inside=white), cell("d")), properties='<w:tblStyle w:val="T"/>'
    )
    read = read_body(body, styles=styles)
    assert lines(read) == ["| white | b |", "| | d |"]
    assert [passage.text for passage in read.hidden] == ["white"]


def test_hidden_by_style_and_seen_again_by_a_second_one() -> None:
    styles = style("Ghost", run="<w:vanish/>", kind="character") + style("Base", run="<w:vanish/>")
    styles += style("Child", base="Base")
    ghost = r("boo", '<w:rStyle w:val="Ghost"/>')
    assert read_body(p(r("a ") + ghost), styles=styles).text == "a"
    assert [h.text for h in read_body(p(r("a")) + p(r("b"), '<w:pStyle w:val="Child"/>'), styles=styles).hidden] == [
        "b"
    ]
    assert read_body(p(ghost, '<w:pStyle w:val="Base"/>'), styles=styles).text == "boo"


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:spacing w:line="20" w:lineRule="exact"/>', HiddenKind.TINY),
        ('<w:ind w:left="30000"/>', HiddenKind.OUTSIDE_PAGE),
        ('<w:framePr w:x="-20000" w:y="1"/>', HiddenKind.OUTSIDE_PAGE),
    ],
)
def test_whole_paragraphs_out_of_sight(properties: str, kind: HiddenKind) -> None:
    read = read_body(p(r("seen")) + p(r("unseen"), properties) + p(r("also seen")))
    assert lines(read) == ["seen", "also seen"]
    assert [(h.kind, h.text) for h in read.hidden] == [(kind, "unseen")]


def test_spaces_that_nobody_sees_are_not_told() -> None:
    assert read_body(p(r("a") + r("   ", "<w:vanish/>") + r("b"))).hidden == ()


def test_text_boxes_are_read_where_they_hang_and_hidden_ones_told() -> None:
    def box(place: str, shape: str = "", properties: str = "") -> str:
        position = f'<wp:positionH relativeFrom="page"><wp:posOffset>{place}</wp:posOffset></wp:positionH>'
        content = f"<w:txbxContent>{p(r('boxed', properties))}</w:txbxContent>"
        inner = f'<wp:anchor>{position}<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="b"/>'
        inner += f"<wps:wsp><wps:spPr>{shape}</wps:spPr><wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor>"
        choice = f'<mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
        old = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{choice}{old}</mc:AlternateContent></w:r>"

    assert lines(read_body(p(r("text") + box("1000")))) == ["text", "boxed"]
    white = '<w:color w:val="FFFFFF"/>'
    dark = '<a:solidFill><a:srgbClr val="102030"/></a:solidFill>'
    assert lines(read_body(p(r("text") + box("1000", dark, white)))) == ["text", "boxed"]
    outside = read_body(p(r("text") + box("-90000000")))
    assert [h.kind for h in outside.hidden] == [HiddenKind.OUTSIDE_PAGE]
    pale = read_body(p(r("text") + box("1000", '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', white)))
    assert [h.kind for h in pale.hidden] == [HiddenKind.SAME_COLOUR]


def test_contrast_is_reckoned_as_for_web_pages() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1
