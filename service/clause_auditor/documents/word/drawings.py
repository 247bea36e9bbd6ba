"""Drawings: the texts in their boxes, and how many pictures there are that nobody reads."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from clause_auditor.documents.word.formats import Colour, read_colour
from clause_auditor.documents.word.names import MC, WP, A, Element, V, W, whole
from clause_auditor.documents.word.visibility import WHITE
from clause_auditor.domain.contract import HiddenKind

_CONTENT: Final = f"{W}txbxContent"
_FALLBACK: Final = f"{MC}Fallback"
_EMU: Final = 635
"""English metric units in a twentieth of a point."""
_WIDEST: Final = 32_000 * _EMU
"""No page is wider than 22 inches."""
_UNSEEN_STYLE = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none", re.IGNORECASE)
_SHAPES: Final = frozenset({f"{V}shape", f"{V}rect", f"{V}roundrect", f"{V}oval"})


class Box(NamedTuple):
    """A text box."""

    content: Element
    behind: Colour | None
    """Colour of its ground; None: not known."""
    hidden: HiddenKind | None


def read_boxes(graphic: Element) -> list[Box]:
    """Return the text boxes of a drawing, outermost only; those of a second form of the same drawing are left out."""
    boxes: list[Box] = []
    for content in graphic.iter(_CONTENT):
        above = list(content.iterancestors())
        inside = above[: above.index(graphic)] if graphic in above else above
        if any(element.tag in (_CONTENT, _FALLBACK) for element in inside):
            continue
        boxes.append(Box(content, _ground(inside), _hidden(graphic, inside)))
    return boxes


def count_pictures(graphic: Element) -> int:
    """Return how many pictures a drawing holds."""
    found = sum(1 for _ in graphic.iter(f"{A}blip", f"{V}imagedata"))
    return min(found, 1)


def _ground(above: list[Element]) -> Colour | None:
    """Return the colour of the shape around a text; not known where it is no plain colour, or lies over others."""
    for element in above:
        if element.tag in _SHAPES:
            filled = element.get("filled", "t") not in ("f", "false")
            return _vml_colour(element.get("fillcolor", "white")) if filled else None
        properties = next((part for part in element if str(part.tag).endswith("}spPr")), None)
        if properties is not None:
            return _shape_colour(properties)
    return WHITE


def _shape_colour(properties: Element) -> Colour | None:
    fill = properties.find(f"{A}solidFill/{A}srgbClr")
    if fill is not None:
        found = read_colour(fill.get("val", ""))
        return found if isinstance(found, tuple) else None
    scheme = properties.find(f"{A}solidFill/{A}schemeClr")
    return WHITE if scheme is not None and scheme.get("val") in ("bg1", "lt1") and not len(scheme) else None


def _vml_colour(text: str) -> Colour | None:
    if text.startswith("white"):
        return WHITE
    digits = text.lstrip("#").split(" ")[0]
    found = read_colour("".join(2 * d for d in digits) if len(digits) == 3 else digits)
    return found if isinstance(found, tuple) else None


def _hidden(graphic: Element, above: list[Element]) -> HiddenKind | None:
    properties = next(iter(graphic.iter(f"{WP}docPr")), None)
    if properties is not None and properties.get("hidden", "0") in ("1", "true"):
        return HiddenKind.HIDDEN_RUN
    if any(_UNSEEN_STYLE.search(element.get("style", "")) for element in above if element.tag in _SHAPES):
        return HiddenKind.HIDDEN_RUN
    extent = next(iter(graphic.iter(f"{WP}extent")), None)
    wide, high = (whole(extent.get(side, "0")) for side in ("cx", "cy")) if extent is not None else (1 << 20, 1 << 20)
    if 0 < wide < 40 * _EMU or 0 < high < 40 * _EMU:
        return HiddenKind.TINY
    for side, size in (("positionH", wide), ("positionV", high)):
        place = graphic.find(f".//{WP}{side}/{WP}posOffset")
        offset = whole((place.text or "0") if place is not None else "0")
        if offset > _WIDEST or offset + size < -2 * 1440 * _EMU:
            return HiddenKind.OUTSIDE_PAGE
    return None
