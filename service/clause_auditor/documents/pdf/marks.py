"""The marks that stand around what a page draws: words given in its place, layers."""

from __future__ import annotations

import ctypes
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.actual_text import Span, find_span
from clause_auditor.documents.pdf.opening import Handle, address

_MOST: Final = 8
_LAYER: Final = "OC"


class Marks:
    """Reads the marks of the objects of one page; each stands around many."""

    def __init__(self) -> None:
        self._spans: dict[int, Span | None] = {}
        self._layers: set[int] = set()

    @property
    def spans(self) -> list[Span]:
        """Text objects in whose place other words are given."""
        return [span for span in self._spans.values() if span is not None and span.elements]

    def read(self, element: Handle) -> bool:
        """Take note of the marks of an object; say whether it lies in a layer."""
        layered = False
        for place in range(min(pdfium.FPDFPageObj_CountMarks(element), _MOST)):
            mark = pdfium.FPDFPageObj_GetMark(element, place)
            key = address(mark)
            if key not in self._spans:
                self._spans[key] = find_span(mark)
                if _name(mark) == _LAYER:
                    self._layers.add(key)
            layered = layered or key in self._layers
            span = self._spans[key]
            if span is not None and pdfium.FPDFPageObj_GetType(element) == pdfium.FPDF_PAGEOBJ_TEXT:
                span.elements.append(element)
        return layered


def _name(mark: Handle) -> str:
    buffer, size = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, 32, size) or not 2 < size.value <= 32:
        return ""
    return bytes(buffer)[: size.value - 2].decode("utf-16-le", "replace")
