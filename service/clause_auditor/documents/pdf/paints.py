"""What is drawn on a page beside its letters: opaque areas, pictures, ruled lines, in the order of drawing."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.marks import Marks
from clause_auditor.documents.pdf.opening import Handle, address

Colour = tuple[int, int, int]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN: Final = 3.0
"""Points; a longer rectangle that is thinner is a ruled line."""
_LONG: Final = 6.0
_MOST_OBJECTS: Final = 60_000
_MOST_KEPT: Final = 6_000
_DEEPEST: Final = 6
_MOST_CLIPS: Final = 8
_MOST_SEGMENTS: Final = 200
_OPAQUE: Final = 250


class Box(NamedTuple):
    """A rectangle in the coordinates of the file: y upwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Area:
    """Something that covers what was drawn before it."""

    box: Box
    order: int
    colour: Colour | None
    """None: a picture, or of more than one colour."""
    opaque: bool
    """False if what lies behind shows through."""


@dataclass(slots=True)
class Paints:
    """All that is drawn on one page."""

    areas: list[Area] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    orders: dict[int, int] = field(default_factory=dict)
    """Address of a text object: its place in the order of drawing."""
    clips: dict[int, Box] = field(default_factory=dict)
    """Address of a text object: the rectangle outside of which nothing of it is drawn."""
    pictured: float = 0.0
    """Area of the largest picture, in square points."""
    texts: list[Handle] = field(default_factory=list)
    layered: list[Handle] = field(default_factory=list)
    """Those text objects that lie in a layer, which may be switched off."""
    marks: Marks = field(default_factory=Marks)


def read_paints(page: Handle, layered_forms: bool = False) -> Paints:
    """Return what is drawn on a page, up to a measure; `layered_forms`: any form may be in a layer."""
    paints = Paints()
    for order, (element, matrix, layered) in enumerate(_objects(page, paints.marks, layered_forms)):
        kind = pdfium.FPDFPageObj_GetType(element)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            _add_text(paints, element, matrix, order)
            if layered:
                paints.layered.append(element)
        elif len(paints.areas) + len(paints.rules) < _MOST_KEPT:
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                _add_path(paints, element, matrix, order)
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                _add_picture(paints, element, matrix, order, kind == pdfium.FPDF_PAGEOBJ_IMAGE)
    return paints


def _objects(page: Handle, marks: Marks, layered_forms: bool) -> Iterator[tuple[Handle, Matrix, bool]]:
    """All objects in the order of drawing, those within forms too, and whether they lie in a layer."""
    left = _MOST_OBJECTS
    levels = [(page, 0, pdfium.FPDFPage_CountObjects(page), _SAME, False)]
    while levels and left > 0:
        holder, place, count, matrix, layered = levels.pop()
        if place >= count:
            continue
        levels.append((holder, place + 1, count, matrix, layered))
        left -= 1
        read = pdfium.FPDFPage_GetObject if holder is page else pdfium.FPDFFormObj_GetObject
        element = read(holder, place)
        if not element:
            continue
        layered = marks.read(element) or layered
        if pdfium.FPDFPageObj_GetType(element) != pdfium.FPDF_PAGEOBJ_FORM:
            yield element, matrix, layered
        elif len(levels) <= _DEEPEST:
            inner = _multiply(_matrix(element), matrix)
            levels.append((element, 0, pdfium.FPDFFormObj_CountObjects(element), inner, layered or layered_forms))


def _add_text(paints: Paints, element: Handle, matrix: Matrix, order: int) -> None:
    paints.texts.append(element)
    paints.orders[address(element)] = order
    if (clip := _read_clip(element, matrix)) is not None:
        paints.clips[address(element)] = clip


def _read_clip(element: Handle, matrix: Matrix) -> Box | None:
    """Return the bounds of what an object is cut to; None if it is not cut."""
    clip = pdfium.FPDFPageObj_GetClipPath(element)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    bounds: Box | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(count, _MOST_CLIPS)):
        found: list[tuple[float, float]] = []
        for place in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, path), _MOST_SEGMENTS)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, place)
            if pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                found.append((x.value, y.value))
        if not found:
            continue
        box = _transformed([across for across, _ in found], [up for _, up in found], matrix)
        bounds = box if bounds is None else _common(bounds, box)
    return bounds


def _transformed(xs: Sequence[float], ys: Sequence[float], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (min(xs), max(xs)) for y in (min(ys), max(ys))]
    return Box(
        min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners)
    )


def _common(one: Box, other: Box) -> Box:
    return Box(max(one.x0, other.x0), max(one.y0, other.y0), min(one.x1, other.x1), min(one.y1, other.y1))


def _add_path(paints: Paints, element: Handle, matrix: Matrix, order: int) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    box = _bounds(element, matrix)
    if box is None or not pdfium.FPDFPath_GetDrawMode(element, fill, stroke):
        return
    segments = pdfium.FPDFPath_CountSegments(element)
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= _THIN:
        if max(width, height) >= _LONG and (fill.value or stroke.value) and segments <= 6:
            paints.rules.append(box)
        return
    if not 3 <= segments <= 6 or not _is_rectangle(element, segments):
        return
    if stroke.value:
        paints.rules += _sides(box)
    if fill.value:
        colour, alpha = _fill(element)
        clear = alpha < _OPAQUE or pdfium.FPDFPageObj_HasTransparency(element)
        paints.areas.append(Area(box, order, colour, opaque=not clear))


def _add_picture(paints: Paints, element: Handle, matrix: Matrix, order: int, image: bool) -> None:
    box = _bounds(element, matrix)
    if box is None:
        return
    if image:
        paints.pictured = max(paints.pictured, (box.x1 - box.x0) * (box.y1 - box.y0))
    paints.areas.append(Area(box, order, None, opaque=image and not pdfium.FPDFPageObj_HasTransparency(element)))


def _is_rectangle(element: Handle, segments: int) -> bool:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for place in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(element, place)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((round(x.value, 1), round(y.value, 1)))
    return len({x for x, _ in points}) == 2 and len({y for _, y in points}) == 2


def _sides(box: Box) -> list[Box]:
    x0, y0, x1, y1 = box
    return [Box(x0, y0, x1, y0), Box(x0, y1, x1, y1), Box(x0, y0, x0, y1), Box(x1, y0, x1, y1)]


def _fill(element: Handle) -> tuple[Colour | None, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(element, *parts):
        return None, 255
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha


def _bounds(element: Handle, matrix: Matrix) -> Box | None:
    parts = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(element, *parts):
        return None
    left, bottom, right, top = (part.value for part in parts)
    box = Box(left, bottom, right, top)
    if matrix is not _SAME:
        box = _transformed((left, right), (bottom, top), matrix)
    return box if all(map(math.isfinite, box)) else None


def _matrix(element: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(element, found):
        return _SAME
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiply(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
