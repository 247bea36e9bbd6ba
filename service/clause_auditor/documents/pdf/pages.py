"""One page: its words, judged by the eye, and what is drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.opening import Handle
from clause_auditor.documents.pdf.paints import Box, Paints, read_paints
from clause_auditor.documents.pdf.picture import Easel
from clause_auditor.documents.pdf.upright import main_turn, page_height, turn_boxes, turn_words
from clause_auditor.documents.pdf.visibility import PageEye
from clause_auditor.documents.pdf.words import Word, read_words
from clause_auditor.documents.unseen import Unseen

_FILLED_IN: Final = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP))
_MOST_ANNOTATIONS: Final = 2_000
_LARGE: Final = 0.4
"""Of a page: a picture that covers more may be the page itself."""


@dataclass(slots=True)
class Sheet:
    """A page as it is read: y downwards."""

    number: int
    words: list[Word] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    height: float = 0.0
    is_picture: bool = False
    turn: int = 0
    hidden: list[Unseen] = field(default_factory=list)
    """What is not seen and stands before all that is."""

    def upright(self) -> list[Word]:
        """Return the words that the eye sees and that stand as most do."""
        return [word for word in self.words if word.hidden is None and word.style.turn == self.turn]

    def aslant(self) -> list[Word]:
        """Return the words that the eye sees and that are turned: stamps, marks in the margin."""
        return [word for word in self.words if word.hidden is None and word.style.turn != self.turn]


def read_sheet(document: Handle, index: int, easel: Easel) -> Sheet | None:
    """Return a page; None if it is too damaged to be read."""
    with _open_page(document, index) as page:
        if page is None:
            return None
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return None
        try:
            words = read_words(page, text_page)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
        box, paints = _page_box(page), read_paints(page)
        PageEye(page, box, paints, easel).judge(words)
        return _sheet(index + 1, words, paints, box)


def _sheet(number: int, words: list[Word], paints: Paints, box: Box) -> Sheet:
    turn = main_turn([word for word in words if word.hidden is None])
    turn_words(words, box, turn)
    sheet = Sheet(number, words, turn_boxes(paints.rules, box, turn), page_height(box, turn), turn=turn)
    sheet.is_picture = paints.pictured > _LARGE * (box.x1 - box.x0) * (box.y1 - box.y0)
    _attach_hidden(sheet)
    return sheet


def _attach_hidden(sheet: Sheet) -> None:
    """Hang what is not seen on the word before it in the file."""
    seen: Word | None = None
    run: list[Word] = []
    for word in [*sheet.words, None]:
        if word is not None and word.hidden is not None and (not run or run[-1].hidden is word.hidden):
            run.append(word)
            continue
        if run and run[0].hidden is not None:
            unseen = Unseen(run[0].hidden, " ".join(each.text for each in run))
            (seen.after if seen is not None else sheet.hidden).append(unseen)
            run = []
        if word is not None and word.hidden is not None:
            run = [word]
        elif word is not None and word.style.turn == sheet.turn:
            seen = word


@contextmanager
def _open_page(document: Handle, index: int) -> Iterator[Handle | None]:
    page = pdfium.FPDF_LoadPage(document, index)
    if page and _is_filled_in(page) and pdfium.FPDFPage_Flatten(page, 0) == pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _is_filled_in(page: Handle) -> bool:
    """Say whether fields or notes with text of their own lie on a page."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _FILLED_IN:
            return True
    return False


def _page_box(page: Handle) -> Box:
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return Box(rect.left, rect.bottom, rect.right, rect.top)
    return Box(0.0, 0.0, 612.0, 792.0)
