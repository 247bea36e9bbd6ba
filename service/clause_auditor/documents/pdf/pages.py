"""One page: its words, judged by the eye, and what is drawn on it."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.actual_text import open_text
from clause_auditor.documents.pdf.annotations import count_strikes, is_drawn_on
from clause_auditor.documents.pdf.claims import tell_claims
from clause_auditor.documents.pdf.fonts import Typecase
from clause_auditor.documents.pdf.letters import read_letters
from clause_auditor.documents.pdf.opening import Handle
from clause_auditor.documents.pdf.paints import Box, Paints, read_paints
from clause_auditor.documents.pdf.picture import Easel
from clause_auditor.documents.pdf.strikes import count_struck
from clause_auditor.documents.pdf.upright import main_turn, page_height, turn_boxes, turn_words
from clause_auditor.documents.pdf.visibility import PageEye
from clause_auditor.documents.pdf.words import Word, read_words
from clause_auditor.documents.unseen import Unseen

_LAYERED_FORM: Final = re.compile(rb"/OC[\s<]")
"""In the dictionary of a form, which is never packed: the form lies in a layer."""
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
    struck: int = 0
    """Passages that are struck out."""
    hidden: list[Unseen] = field(default_factory=list)
    """What is not seen and stands before all that is."""

    def upright(self) -> list[Word]:
        """Return the words that the eye sees and that stand as most do."""
        return [word for word in self.words if word.hidden is None and word.style.turn == self.turn]

    def aslant(self) -> list[Word]:
        """Return the words that the eye sees and that are turned: stamps, marks in the margin."""
        return [word for word in self.words if word.hidden is None and word.style.turn != self.turn]


class PageReader:
    """Reads the pages of one file; to be closed before it."""

    def __init__(self, document: Handle, data: bytes, easel: Easel) -> None:
        self._document = document
        self._easel = easel
        self._typecase = Typecase(document)
        self._layered_forms = _LAYERED_FORM.search(data) is not None

    def close(self) -> None:
        """Let go of the file."""
        self._typecase.close()

    def read(self, index: int) -> Sheet | None:
        """Return a page; None if it is too damaged to be read."""
        with _open_page(self._document, index) as page:
            if page is None:
                return None
            box, paints = _page_box(page), read_paints(page, self._layered_forms)
            words = self._read_words(page, paints)
            if words is None:
                return None
            PageEye(page, box, paints, self._easel).judge(words)
            sheet = _sheet(index + 1, words, paints, box)
            sheet.struck = max(count_strikes(page), count_struck(sheet.upright(), sheet.rules))
            return sheet

    def _read_words(self, page: Handle, paints: Paints) -> list[Word] | None:
        for element in paints.texts:
            self._typecase.learn(pdfium.FPDFTextObj_GetFont(element))
        with open_text(self._document, page, paints.marks.spans, self._typecase) as (text_page, lying):
            if text_page is None:
                return None
            letters = read_letters(text_page, self._typecase)
            return tell_claims(read_words(text_page, letters, self._typecase), letters, lying)


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
    if page and is_drawn_on(page) and pdfium.FPDFPage_Flatten(page, 0) == pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _page_box(page: Handle) -> Box:
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(rect)) and rect.right > rect.left and rect.top > rect.bottom:
        return Box(rect.left, rect.bottom, rect.right, rect.top)
    return Box(0.0, 0.0, 612.0, 792.0)
