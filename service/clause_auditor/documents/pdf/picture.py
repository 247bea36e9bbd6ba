"""A page as the eye sees it, drawn small and grey: is there anything where a word should stand?"""

from __future__ import annotations

import ctypes
import math
import time
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.opening import Handle
from clause_auditor.documents.pdf.paints import Box

_SCALE: Final = 1.5
_LONGEST: Final = 2_000
_LEAST_SPREAD: Final = 40
"""Greys, of 255, between the lightest and the darkest point where something is written."""


class Easel:
    """Draws pages on demand, for as long as it may take in all."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self.spent = False
        """True once a page could not be drawn for lack of time."""

    def draw(self, page: Handle, box: Box) -> Picture | None:
        """Return a page's picture; None if there is no time left, or the page is of no drawable size."""
        if self._left <= 0:
            self.spent = True
            return None
        begun = time.perf_counter()
        picture = _draw(page, box)
        self._left -= time.perf_counter() - begun
        return picture


class Picture:
    """Greys of a page."""

    def __init__(self, pixels: bytes, stride: int, size: tuple[int, int], box: Box, scale: float) -> None:
        self._pixels = pixels
        self._stride = stride
        self._width, self._height = size
        self._box = box
        self._scale = scale

    def shows(self, place: Box) -> bool:
        """Say whether anything is to be seen there: light and dark side by side."""
        seen = self._cut(place)
        return bool(seen) and max(map(max, seen)) - min(map(min, seen)) >= _LEAST_SPREAD

    def is_same(self, other: Picture, place: Box) -> bool:
        """Say whether two pictures of a page show the same there."""
        return self._cut(place) == other._cut(place)

    def _cut(self, place: Box) -> list[bytes]:
        """Return the rows of points of a place."""
        x0 = max(0, math.floor((place.x0 - self._box.x0) * self._scale))
        x1 = min(self._width, math.ceil((place.x1 - self._box.x0) * self._scale) + 1)
        y0 = max(0, math.floor((self._box.y1 - place.y1) * self._scale))
        y1 = min(self._height, math.ceil((self._box.y1 - place.y0) * self._scale) + 1)
        rows = [self._pixels[y * self._stride + x0 : y * self._stride + x1] for y in range(y0, y1)]
        return [row for row in rows if row]


def _draw(page: Handle, box: Box) -> Picture | None:
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if not (0 < wide < 1e6 and 0 < high < 1e6):
        return None
    scale = min(_SCALE, _LONGEST / max(wide, high))
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        turned = (-pdfium.FPDFPage_GetRotation(page)) % 4
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turned, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Picture(pixels, stride, (width, height), box, scale)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
