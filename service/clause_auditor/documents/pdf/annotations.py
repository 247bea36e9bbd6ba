"""Notes that lie on a page: filled-in fields and boxes become part of it, those that strike words out are counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.opening import Handle

_ON_PAGE: Final = frozenset((
    pdfium.FPDF_ANNOT_WIDGET,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_SQUARE,
    pdfium.FPDF_ANNOT_REDACT,
))  # fmt: skip
_MOST: Final = 2_000


def is_drawn_on(page: Handle) -> bool:
    """Say whether fields or notes with text of their own, or boxes that may cover text, lie on a page."""
    return any(kind in _ON_PAGE for kind in _kinds(page))


def count_strikes(page: Handle) -> int:
    """Return how many notes strike words out."""
    return sum(kind == pdfium.FPDF_ANNOT_STRIKEOUT for kind in _kinds(page))


def _kinds(page: Handle) -> Iterator[int]:
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        if annotation:
            yield pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
