"""Layers that are switched off: what they hold is in the file, and the page looks the same without it."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.opening import Handle, address
from clause_auditor.documents.pdf.paints import Box
from clause_auditor.documents.pdf.picture import Easel, Picture


class Layers:
    """The text objects of one page that lie in layers; draws the page with and without them when first asked."""

    def __init__(self, page: Handle, box: Box, elements: Sequence[Handle], easel: Easel) -> None:
        self._page = page
        self._box = box
        self._elements = elements
        self._places = frozenset(map(address, elements))
        self._easel = easel
        self._pictures: tuple[Picture | None, Picture | None] | None = None

    def __contains__(self, element: int) -> bool:
        return element in self._places

    def hide(self, element: int, place: Box) -> bool:
        """Say whether a text object, by its address, lies in a layer and is not seen there."""
        if element not in self._places:
            return False
        if self._pictures is None:
            self._pictures = self._draw()
        with_them, without = self._pictures
        return with_them is not None and without is not None and with_them.is_same(without, place)

    def _draw(self) -> tuple[Picture | None, Picture | None]:
        with_them = self._easel.draw(self._page, self._box)
        for element in self._elements:
            pdfium.FPDFPageObj_SetIsActive(element, False)
        try:
            return with_them, self._easel.draw(self._page, self._box)
        finally:
            for element in self._elements:
                pdfium.FPDFPageObj_SetIsActive(element, True)
