"""The words of a page with their places and looks, in the order of the file."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.fonts import Typecase
from clause_auditor.documents.pdf.letters import NO_LETTER, Letters, read_extent
from clause_auditor.documents.pdf.opening import Handle, address
from clause_auditor.documents.pdf.weighing import HONEST, Font
from clause_auditor.documents.unseen import Unseen
from clause_auditor.domain.contract import HiddenKind

TOKEN = re.compile(r"[^\s\x00-\x1f\ufffe\uffff]+[\x02\ufffe]?|\x02|\ufffe")
"""A word, with the mark of a hyphen that ends a line."""
_HYPHEN_MARKS: Final = "\x02\ufffe"
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_SPLIT: Final = 0.5


Place = tuple[float, float, float, float]
"""Left, bottom, right, top of a letter."""


@dataclass(frozen=True, slots=True)
class Style:
    """What all letters of one text object share."""

    size: float
    """Height of the letters in points, as drawn."""
    bold: bool
    colour: tuple[int, int, int, int]
    mode: int
    """Render mode: 3 draws nothing, 7 only clips."""
    turn: int
    """Quarter turns, counterclockwise; -1 for any other angle."""
    place: int
    """Address of its text object."""
    stroke: tuple[int, int, int, int] = (0, 0, 0, 255)
    squeeze: float = 1.0
    """How wide its letters are drawn, as a share of their own width."""
    font: Font = HONEST


@dataclass(slots=True, eq=False)
class Word:
    """A run of letters without a space between; x to the right, y downwards from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    base: float
    """Where its letters stand."""
    size: float
    """Height of its letters in points."""
    style: Style
    order: int
    """Its place in the file."""
    glued: bool = False
    """No space stands before it in the file."""
    hidden: HiddenKind | None = None
    after: list[Unseen] = field(default_factory=list)
    """What is not seen and stands behind it."""
    inkless: bool = False
    """Its first and its last letter draw nothing."""


def read_words(text_page: Handle, letters: Letters, typecase: Typecase) -> list[Word]:
    """Return the words of a page as they are drawn; y still upwards, as the file has it (`turning` mends that)."""
    return _PageWords(text_page, typecase).read(letters.drawn)


class _PageWords:
    def __init__(self, text_page: Handle, typecase: Typecase) -> None:
        self._page = text_page
        self._typecase = typecase
        self._styles: dict[int, Style] = {}
        self._bases: dict[int, float] = {}
        self._rect = pdfium.FS_RECTF()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()

    def read(self, text: str) -> list[Word]:
        words: list[Word] = []
        end = -1
        for match in TOKEN.finditer(text):
            glued = match.start() == end
            end = match.end()
            self._add(words, match[0], match.start(), glued)
        return words

    def _add(self, words: list[Word], token: str, start: int, glued: bool) -> None:
        last = start + len(token) - 1
        ending = self._style(last)
        before = words[-1].style if words else None
        style = before if ending is before is not None else self._style(start)  # an object's letters stand together
        if style is None:
            return
        left = self._bounds(start)
        right = self._bounds(last) if last > start else left
        same = ending is style
        if same and (style.turn < 0 or not _breaks(left, right, style)):
            words.append(self._word(token, start, (left, right), style, glued))
        else:
            self._add_parts(words, token, start, glued)

    def _add_parts(self, words: list[Word], token: str, start: int, glued: bool) -> None:
        """A token whose letters are drawn differently, or that a line's end divides."""
        begin = 0
        for place in range(1, len(token) + 1):
            style = self._style(start + begin)
            if place < len(token) and style is not None:
                same = self._style(start + place) is style
                places = self._bounds(start + place - 1), self._bounds(start + place)
                if same and not _breaks(*places, style):
                    continue
            if style is not None:
                places = self._bounds(start + begin), self._bounds(start + place - 1)
                words.append(self._word(token[begin:place], start + begin, places, style, glued or begin > 0))
            begin = place

    def _word(self, token: str, first: int, places: tuple[Place, Place], style: Style, glued: bool) -> Word:
        left, right = places
        text = token.rstrip(_HYPHEN_MARKS).replace(NO_LETTER, "") + ("-" if token[-1] in _HYPHEN_MARKS else "")
        x0, x1 = min(left[0], right[0]), max(left[2], right[2])
        base, high = min(left[1], right[1]), max(left[3], right[3])
        if style.turn == 0:
            base = self._base(first, style)
        word = Word(text, x0, x1, high, base, style.size, style, first, glued)
        if text[:1] in style.font.blank:
            word.inkless = all(not read_extent(self._page, at).width for at in {first, first + len(token) - 1})
        return word

    def _base(self, index: int, style: Style) -> float:
        """Where the letters of a text object stand: all of them alike."""
        if style.place not in self._bases:
            self._bases[style.place] = self._origin(index)[1]
        return self._bases[style.place]

    def _bounds(self, index: int) -> Place:
        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self._page, index, rect):
            x, y = self._origin(index)
            return x, y, x, y
        return rect.left, rect.bottom, rect.right, rect.top

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._x.value, self._y.value

    def _style(self, index: int) -> Style | None:
        pointer = pdfium.FPDFText_GetTextObject(self._page, index)
        if not pointer:
            return None
        place = address(pointer)
        style = self._styles.get(place)
        if style is None:
            style = self._styles[place] = self._read_style(index, pointer, place)
        return style

    def _read_style(self, index: int, pointer: Handle, place: int) -> Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(self._page, index)
        up = math.hypot(matrix.c, matrix.d)
        height = abs(size) * up
        angle = math.degrees(pdfium.FPDFText_GetCharAngle(self._page, index)) % 360
        quarter = round(angle / 90)
        turn = -quarter % 4 if abs(angle - quarter * 90) < 5 else -1
        return Style(
            size=height if math.isfinite(height) else 0.0,
            bold=_is_bold(self._page, index, pointer),
            colour=_colour(pdfium.FPDFText_GetFillColor, self._page, index),
            mode=pdfium.FPDFTextObj_GetTextRenderMode(pointer),
            turn=turn,
            place=place,
            stroke=_colour(pdfium.FPDFText_GetStrokeColor, self._page, index),
            squeeze=math.hypot(matrix.a, matrix.b) / up if up else 1.0,
            font=self._typecase.learn(pdfium.FPDFTextObj_GetFont(pointer)),
        )


def _breaks(one: Place, other: Place, style: Style) -> bool:
    """Say whether two letters of one object stand in different lines."""
    across = 0 if style.turn % 2 else 1
    return abs(one[across] - other[across]) > style.size * _SPLIT


def _is_bold(text_page: Handle, index: int, pointer: Handle) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 128, flags)
    return 0 < size <= 128 and _BOLD_NAME.search(buffer.value.decode("latin-1")) is not None


def _colour(read: Handle, text_page: Handle, index: int) -> tuple[int, int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not read(text_page, index, *parts):
        return 0, 0, 0, 255
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha
