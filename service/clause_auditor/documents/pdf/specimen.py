"""A sheet of our own on which the letters of a font are laid out: what their codes are said to mean, how they look."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.opening import Handle

SIDE: Final = 24
"""Points across and down to which a letter is drawn, whatever its size."""
_STEP: Final = SIDE + 2
_SIZE: Final = 100.0
_LEAST: Final = 1e-3
_BITS: Final = bytes(49 if grey < 128 else 48 for grey in range(256))


class Extent(NamedTuple):
    """Where the ink of a letter lies, in widths of an em from where it stands."""

    width: float
    bottom: float
    top: float


class Glyph(NamedTuple):
    """How one code of a font looks."""

    ink: int
    """SIDE rows of SIDE bits: what is black of its bounds, blown up to a square."""
    extent: Extent


class Specimens:
    """Lays out letters of the fonts of one file; to be closed before it.

    Pages are those of a document of our own. The objects on them are the file's: letters that are little pages
    (Type 3 fonts) may draw what else is in their file.
    """

    def __init__(self, file: Handle = None) -> None:
        self._document = pdfium.FPDF_CreateNewDocument()
        self._file = file or self._document
        self._kept: list[Handle] = []

    def close(self) -> None:
        """Let go of all fonts."""
        for element in self._kept:
            pdfium.FPDFPageObj_Destroy(element)
        self._kept.clear()
        pdfium.FPDF_CloseDocument(self._document)

    def keep(self, font: Handle) -> None:
        """Hold a font, so that no other can come to have its address."""
        self._kept.append(pdfium.FPDFPageObj_CreateTextObj(self._file, font, _SIZE))

    def standard(self, name: str) -> Handle:
        """Return one of the fonts that every program has."""
        return pdfium.FPDFText_LoadStandardFont(self._document, name.encode())

    def read(self, font: Handle, runs: Sequence[Sequence[int]]) -> list[str]:
        """Return what the file says that each run of codes means."""
        page = pdfium.FPDFPage_New(self._document, 0, _SIZE, _SIZE)
        elements = [self._text(font, codes) for codes in runs]
        for row, element in enumerate(elements):
            pdfium.FPDFPageObj_Transform(element, 1, 0, 0, 1, 0, row * 2 * _SIZE)
            pdfium.FPDFPage_InsertObject(page, element)
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            return [_object_text(element, text_page) for element in elements]
        finally:
            pdfium.FPDFText_ClosePage(text_page)
            self._discard(page)

    def draw(self, font: Handle, codes: Sequence[int]) -> list[Glyph]:
        """Return how codes look; those without ink have none."""
        page = pdfium.FPDFPage_New(self._document, 0, len(codes) * _STEP + 2, _STEP)
        try:
            extents = [self._place(page, font, code, column) for column, code in enumerate(codes)]
            inks = _draw(page, len(codes))
            return [Glyph(ink if extent.width else 0, extent) for ink, extent in zip(inks, extents, strict=True)]
        finally:
            self._discard(page)

    def _place(self, page: Handle, font: Handle, code: int, column: int) -> Extent:
        """Put a letter on the sheet, its bounds blown up to a square."""
        element = self._text(font, [code])
        parts = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(element, *parts)
        left, bottom, right, top = (part.value for part in parts)
        wide, high = right - left, top - bottom
        if not (_LEAST < wide < math.inf and _LEAST < high < math.inf):
            pdfium.FPDFPageObj_Destroy(element)
            return Extent(0.0, 0.0, 0.0)
        across, up = SIDE / wide, SIDE / high
        pdfium.FPDFPageObj_Transform(element, across, 0, 0, up, 1 + column * _STEP - left * across, 1 - bottom * up)
        pdfium.FPDFPage_InsertObject(page, element)
        return Extent(wide / _SIZE, bottom / _SIZE, top / _SIZE)

    def _text(self, font: Handle, codes: Sequence[int]) -> Handle:
        element = pdfium.FPDFPageObj_CreateTextObj(self._file, font, _SIZE)
        pdfium.FPDFText_SetCharcodes(element, (ctypes.c_uint32 * len(codes))(*codes), len(codes))
        return element

    def _discard(self, page: Handle) -> None:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDFPage_Delete(self._document, 0)


def _object_text(element: Handle, text_page: Handle) -> str:
    """Return what a text object says."""
    room = 64
    while True:
        buffer = (ctypes.c_ushort * room)()
        size = pdfium.FPDFTextObj_GetText(element, text_page, buffer, 2 * room)
        if size <= 2 * room:
            return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace").strip("\r\n\0")
        room = size


def _draw(page: Handle, count: int) -> list[int]:
    width, height = count * _STEP + 2, _STEP
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height).translate(_BITS)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = [pixels[row * stride : row * stride + width] for row in range(1, SIDE + 1)]
    lefts = range(1, 1 + count * _STEP, _STEP)
    return [int(b"".join([row[left : left + SIDE] for row in rows]), 2) for left in lefts]
