"""The letter as a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from clause_auditor.domain.finding import Citation
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.letter.composition import compose_letter
from clause_auditor.reports.letter.letter import Letter, Request
from clause_auditor.reports.letter.voices import VOICES
from clause_auditor.reports.letter.word_file import save_document
from clause_auditor.reports.letter.word_sheet import add_link, make_sheet, plain
from clause_auditor.reports.letter.word_styles import NOTE, REQUEST, WORDING


def write_letter_word(outcome: Outcome, style: ReportStyle) -> bytes:
    """Return the letter as .docx, A4; the note to the sender is a paragraph in a frame that cannot be overlooked."""
    letter = compose_letter(outcome)
    document = make_sheet(plain(letter.subject))
    _write_head(document, letter)
    label = VOICES[outcome.audit.perspective].label if outcome.audit else ""
    for section in letter.sections:
        _add(document, section.heading, "Heading 1")
        for request in section.requests:
            _write_request(document, request, label)
    _write_end(document, letter)
    return save_document(document, plain(letter.subject), outcome.audit.as_of if outcome.audit else "")


def _write_head(document: Document, letter: Letter) -> None:
    if letter.note:
        _add(document, "Note to the sender: delete before sending", NOTE).runs[0].bold = True
    for line in letter.note:
        _add(document, line, NOTE)
    for lines in letter.head:
        _add_lines(document, lines).paragraph_format.space_before = Pt(10)
    _add(document, letter.subject, "Title")
    for line in filter(None, (letter.salutation, *letter.opening)):
        _add(document, line)


def _write_request(document: Document, request: Request, label: str) -> None:
    _add(document, request.title, REQUEST)
    _add_labelled(document, "The draft now.", request.faults).paragraph_format.keep_with_next = bool(request.draft)
    for quotation in request.draft:
        _add(document, f"{quotation.place}: “{quotation.words}”", "Quote")
    for wording in request.wordings:
        _add_labelled(document, f"{label}.", [wording.ask]).paragraph_format.keep_with_next = bool(wording.paragraphs)
        for paragraph in wording.paragraphs:
            _add(document, paragraph, WORDING)
    if request.reasons:
        _add_labelled(document, "Why.", request.reasons)
    if request.law:
        _add_law(document, request.law)


def _write_end(document: Document, letter: Letter) -> None:
    if letter.questions:
        _add(document, letter.questions.heading, "Heading 1")
        _add(document, letter.questions.lead)
        for point in letter.questions.points:
            _add(document, point, "List Bullet")
    for line in letter.closing:
        _add(document, line).paragraph_format.keep_with_next = True
    if letter.signature:
        _add_lines(document, letter.signature)


def _add(document: Document, text: str, style: str = "Normal") -> Paragraph:
    return document.add_paragraph(plain(text), style)


def _add_lines(document: Document, lines: Iterable[str]) -> Paragraph:
    """Add lines that belong together, as those of an address."""
    paragraph = document.add_paragraph("\n".join(map(plain, lines)))
    paragraph.paragraph_format.keep_together = True
    return paragraph


def _add_labelled(document: Document, label: str, lines: Iterable[str]) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(" " + plain(" ".join(lines)))
    return paragraph


def _add_law(document: Document, law: Iterable[Citation]) -> None:
    paragraph = _add_labelled(document, "Law.", [])
    for place, citation in enumerate(law):
        if place:
            paragraph.add_run("; ")
        add_link(paragraph, plain(citation.text), plain(citation.url))
