"""The letters of a page, in the order of the file: as the file says they are, and as they are drawn."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.fonts import Typecase
from clause_auditor.documents.pdf.opening import Handle
from clause_auditor.documents.pdf.specimen import Extent
from clause_auditor.documents.pdf.weighing import HONEST, Font, Variant

_MOST_CHARS: Final = 400_000
_FLAT: Final = 0.002
"""Of an em: what has less ink, across or up, has none."""
NO_LETTER: Final = "\ufdd0"
"""Stands where the file says more letters than are drawn."""


class Letters(NamedTuple):
    """Two texts of one length."""

    said: str
    drawn: str
    """The same object if no letter of the page lies."""


def read_letters(text_page: Handle, typecase: Typecase) -> Letters:
    """Return the letters of a page whose fonts are known; a font that says no letters is taken to say what it draws."""
    said = _read(text_page)
    if typecase.pattern is None:
        return Letters(said, said)
    told, drawn = list(said), list(said)
    for match in typecase.pattern.finditer(said):
        font = _font(text_page, match.start(), typecase)
        letter = _look(text_page, match, font)
        if letter != match[0]:
            drawn[match.start() : match.end()] = letter.ljust(len(match[0]), NO_LETTER)
            if font.mute:
                told[match.start() : match.end()] = drawn[match.start() : match.end()]
    return Letters("".join(told), "".join(drawn)) if drawn != told else Letters(seen := "".join(drawn), seen)


def _read(text_page: Handle) -> str:
    count = min(pdfium.FPDFText_CountChars(text_page), _MOST_CHARS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if written - 1 == count == len(text):
        return text
    return "".join(_letter(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count))


def _letter(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _font(text_page: Handle, index: int, typecase: Typecase) -> Font:
    element = pdfium.FPDFText_GetTextObject(text_page, index)
    return typecase.learn(pdfium.FPDFTextObj_GetFont(element)) if element else HONEST


def _look(text_page: Handle, match: re.Match[str], font: Font) -> str:
    """Return what is drawn where that is said."""
    variants = font.lies.get(match[0])
    return _nearest(variants, read_extent(text_page, match.start())).drawn if variants else match[0]


def _nearest(variants: Iterable[Variant], extent: Extent) -> Variant:
    return min(variants, key=lambda variant: math.dist(variant.extent, extent))


def read_extent(text_page: Handle, index: int) -> Extent:
    """Return where the ink of a letter lies, in widths of an em."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    pdfium.FPDFText_GetMatrix(text_page, index, matrix)
    size = abs(pdfium.FPDFText_GetFontSize(text_page, index))
    if min(top.value - bottom.value, right.value - left.value) <= _FLAT * size:
        return Extent(0.0, 0.0, 0.0)
    across, up = size * math.hypot(matrix.a, matrix.b) or 1.0, size * math.hypot(matrix.c, matrix.d) or 1.0
    if abs(matrix.b) > abs(matrix.a):  # turned by a quarter
        return Extent((top.value - bottom.value) / across, *_sides(left.value, right.value, x.value, matrix.c, up))
    return Extent((right.value - left.value) / across, *_sides(bottom.value, top.value, y.value, matrix.d, up))


def _sides(low: float, high: float, origin: float, direction: float, em: float) -> tuple[float, float]:
    """Return how far a letter reaches below and above where it stands."""
    below, above = (low - origin) / em, (high - origin) / em
    return (below, above) if direction >= 0 else (-above, -below)
