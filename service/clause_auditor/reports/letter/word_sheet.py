"""The sheet of a Word letter: A4, subject in the header, page numbers in the footer; and the words put on it."""

from __future__ import annotations

from typing import Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm, RGBColor
from docx.text.paragraph import Paragraph

from clause_auditor.reports.letter.word_styles import set_styles
from clause_auditor.reports.quoting import harmless

_LINK: Final = RGBColor(0x1F, 0x4E, 0x8C)


def plain(text: str) -> str:
    """Return a text on one line that XML can hold, whatever the contract holds."""
    return harmless(" ".join(text.split()))


def make_sheet(subject: str) -> Document:
    """Return an empty letter with its styles, the subject in the header and the page numbers in the footer."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(24)
    set_styles(document)
    _set_aside(section.header.paragraphs[0]).add_run(subject)
    footer = _set_aside(section.footer.paragraphs[0])
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        footer.add_run(words)
        _add_field(footer, field)
    return document


def add_link(paragraph: Paragraph, text: str, url: str) -> None:
    """Add a text that leads to an address of the law; without an address the text alone."""
    run = paragraph.add_run(text)
    if not url.startswith("https://"):
        return
    run.font.color.rgb = _LINK
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"/>')
    link.append(run._r)
    paragraph._p.append(link)


def _set_aside(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Add a field that the word processor fills in."""
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))
