"""The styles of a Word letter: sober, and the sender's own to change in one place."""

from __future__ import annotations

from typing import Final, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

NOTE: Final = "Note to Sender"
REQUEST: Final = "Request"
WORDING: Final = "Offered Wording"
_INK, _GREY = RGBColor(0x1F, 0x2A, 0x44), RGBColor(0x50, 0x50, 0x50)
_INDENT: Final = Mm(8)
_FONT: Final = "Arial"
_THEMED: Final = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_AFTER_SHADE: Final = ("w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What the schema puts behind borders and shades in a paragraph's properties."""


def set_styles(document: Document) -> None:
    """Shape the styles of a letter; `NOTE`, `REQUEST` and `WORDING` are new ones."""
    _shape(document, "Normal", 10.5, after=6)
    title = _shape(document, "Title", 15, before=14, after=12, ink=_INK)
    title.font.bold = True
    _drop(title, "w:pBdr")
    _shape(document, "Heading 1", 13, before=18, after=4, ink=_INK)
    _shape(document, "Quote", 10.5, after=6, ink=_GREY).paragraph_format.left_indent = _INDENT
    _drop(_shape(document, "List Bullet", 10.5, after=4), "w:contextualSpacing")
    for name in ("Header", "Footer"):
        _shape(document, name, 8.5, ink=_GREY)
    request = _shape(document, "Heading 2", 11.5, before=14, after=4, ink=_INK, name=REQUEST)
    request.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = _add_numbering(document)
    wording = _shape(document, "Normal", 10.5, after=6, name=WORDING)
    wording.paragraph_format.left_indent = _INDENT
    _frame(wording, "F1F5EA", "6B8E23", "left")
    _frame(_shape(document, "Normal", 9.5, after=2, name=NOTE), "FFF4CE", "C9A400", "top", "left", "bottom", "right")


def _shape(
    document: Document,
    base: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    ink: RGBColor | None = None,
    name: str = "",
) -> ParagraphStyle:
    """Set letters (points), distances (points) and colour of a style, or of a new one of that name built on it."""
    style = cast(ParagraphStyle, document.styles[base])
    if name:
        style = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style, style.quick_style = document.styles[base], True
    style.font.name, style.font.size = _FONT, Pt(size)
    for mark in _THEMED:
        style.element.rPr.rFonts.attrib.pop(qn(f"w:{mark}"), None)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.1
    if ink is not None:
        style.font.color.rgb = ink
    return style


def _drop(style: ParagraphStyle, tag: str) -> None:
    for found in style.element.findall(f".//{qn(tag)}"):
        found.getparent().remove(found)


def _frame(style: ParagraphStyle, shade: str, line: str, *sides: str) -> None:
    """Put a shade behind the paragraphs of a style and a line on these sides."""
    lines = "".join(f'<w:{side} w:val="single" w:sz="12" w:space="4" w:color="{line}"/>' for side in sides)
    properties = style.element.get_or_add_pPr()
    for xml in (f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>", f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{shade}"/>'):
        properties.insert_element_before(parse_xml(xml), *_AFTER_SHADE)


def _add_numbering(document: Document) -> int:
    """Add the numbers "1.", "2." that go through the whole letter, and return their id."""
    numbering = document.part.numbering_part.element
    kinds = numbering.findall(qn("w:abstractNum"))
    kind = 1 + max(int(found.get(qn("w:abstractNumId"))) for found in kinds)
    kinds[-1].addnext(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl></w:abstractNum>'
        )
    )
    return int(numbering.add_num(kind).numId)
