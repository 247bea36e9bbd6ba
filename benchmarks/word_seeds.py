"""Sound Word files that hold everything the reader knows: what fuzzing damages, and a long one to measure."""

from __future__ import annotations

import sys
from pathlib import Path

from contracts import make_contract

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "unit" / "documents" / "word"))

from word_files import abstract, cell, level, num, numbered, p, r, row, style, table, tracked, word_file

_LEVELS = (
    level(0, "decimal", "%1.", extra='<w:pStyle w:val="H1"/>'),
    level(1, "decimal", "%1.%2", extra="<w:isLgl/>"),
    level(2, "lowerLetter", "(%3)", extra='<w:lvlRestart w:val="1"/>'),
    level(3, "bullet", "\uf0b7"),
)
NUMBERING = abstract(0, *_LEVELS) + abstract(1, extra='<w:numStyleLink w:val="House"/>') + num(1, 0) + num(2, 1)
NUMBERING += num(3, 0, level0=5, level1=2)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("H1", title="heading 1", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("H2", title="heading 2", base="H1", paragraph='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    + style("TOC1", title="toc 1")
    + style("Ghost", run="<w:vanish/>", kind="character")
    + style("House", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering")
)


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _box(text: str) -> str:
    inside = f"<w:txbxContent>{p(r(text))}</w:txbxContent>"
    fill = "<wps:spPr><a:solidFill><a:srgbClr val='102030'/></a:solidFill></wps:spPr>"
    shape = f"<wps:wsp>{fill}<wps:txbx>{inside}</wps:txbx>"
    place = "<wp:positionH><wp:posOffset>914400</wp:posOffset></wp:positionH><wp:extent cx='914400' cy='914400'/>"
    drawing = f"<w:drawing><wp:anchor>{place}<wp:docPr id='1'/>{shape}</wps:wsp></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape fillcolor='#fff' style='x'><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    forms = f"<mc:Choice>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"


_HEADED = '<w:pStyle w:val="H1"/>'
_FIELD = _mark("begin") + "<w:r><w:instrText>REF x</w:instrText></w:r>" + _mark("separate") + r("4.2") + _mark("end")
_GREEK = '<w:rFonts w:ascii="Symbol"/><w:strike/>'
_FILL = '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'
_NESTED = table(row(cell("a"), cell("b")), row(cell("c"), cell("d")))
_BODY = (
    p(r("Data Processing Agreement", "<w:b/><w:caps/>"))
    + p(r("Breach"), _HEADED)
    + numbered("The Processor shall notify", 1, 1)
    + numbered("at once", 1, 2)
    + numbered("in writing", 2, 3)
    + numbered("again", 3, 0)
    + p(r("see ") + _FIELD + r(" and ") + tracked("ins", r("new ")) + tracked("del", r("old ")) + r("words"))
    + p(r("one "), "<w:rPr><w:del/></w:rPr>")
    + p(r("two") + '<w:r><w:lastRenderedPageBreak/><w:tab/><w:br/><w:sym w:char="F0FE"/></w:r>' + r(" three"))
    + p(r("shall ") + r("not ", '<w:color w:val="FFFFFF"/>') + r("sell", '<w:rStyle w:val="Ghost"/>'))
    + p(
        r("glued", '<w:spacing w:val="-400"/><w:position w:val="-3000"/><w:dstrike/>')
        + r("abg", _GREEK)
        + r("w", _FILL)
    )
    + p(r("note") + '<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r>' + _box("boxed words"))
    + table(
        row(cell("Purpose"), cell("Term"), properties="<w:tblHeader/>"),
        row(cell("wide", '<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/><w:ins/>'),
        row(cell("tall", '<w:vMerge w:val="restart"/>'), cell("x", '<w:shd w:val="clear" w:fill="000000"/>')),
        row(cell("", "<w:vMerge/>"), cell(inside=p(r("in")) + _NESTED)),
        properties='<w:tblStyle w:val="T"/>',
    )
    + f"<w:sdt><w:sdtContent>{p(r('controlled'))}</w:sdtContent></w:sdt>"
    + p(r("1. Breach\t7"), '<w:pStyle w:val="TOC1"/>')
    + p(r("zero\u200bwidth and nоt"), '<w:spacing w:line="240"/><w:ind w:left="720"/>')
)
_NOTES = f'<w:footnote w:id="2">{p(r("A note."))}</w:footnote>'
_ENDS = f'<w:endnote w:id="2">{p(r("An end."))}</w:endnote>'
_FULL = word_file(_BODY, styles=STYLES, numbering=NUMBERING, footnotes=_NOTES, endnotes=_ENDS, settings="<w:x/>")
_SMALL = word_file(p(r("The Processor shall notify.")) + _NESTED)
SEEDS = (_FULL, _FULL, _SMALL)


def long_file(words: int) -> bytes:
    """Return a Word file of a contract of so many words, with numbered headings and clauses."""
    blocks = [block for block in make_contract(words).split("\n\n") if block.strip()]
    body = "".join(
        p(r(block.lstrip("# ").replace("\n", " ")), _HEADED) if block.startswith("#") else numbered(block, 1, 1)
        for block in blocks
    )
    return word_file(body, styles=STYLES, numbering=NUMBERING)
