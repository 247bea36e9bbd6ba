"""Styles after which nothing within an element is seen, whatever it contains."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.html.declarations import Style
from clause_auditor.documents.html.lengths import read_length, read_number
from clause_auditor.documents.html.parsing import Element
from clause_auditor.domain.contract import HiddenKind

_EM: Final = 16.0
_FAR: Final = 400.0
_VERY_FAR: Final = 2_000.0
"""Pixels: margins of a few hundred centre a box."""
_LEAST_OPACITY: Final = 0.05
_LEAST_SCALE: Final = 0.15
"""Ordinary letters are smaller than two points then."""
_GONE = re.compile(
    r"rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)|inset\(\s*(?:50|100)%|(?:circle|ellipse)\(\s*0(?:px|%)?[\s)]"
    r"|polygon\((?:[\s,]*0(?:px|%)?)+\s*\)"
)
_FILTER = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_SCALE = re.compile(r"scale(?:x|y|3d)?\(\s*([^\s,)]+)(?:\s*,\s*([^\s,)]+))?")
_MOVED = re.compile(
    r"translate(?:x|y|3d)?\([^)]*-\d{4,}|rotate[xy]\(\s*-?(?:90|270)deg|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,"
)
_MOVABLE: Final = frozenset(("absolute", "fixed", "relative", "sticky"))


def removes(element: Element, style: Style) -> HiddenKind | None:
    """Return why nothing within an element is seen, whatever it contains; None if it may be."""
    display = style.get("display", "")
    closed = element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None)
    if display == "none" or (closed and not display) or style.get("content-visibility") == "hidden":
        return HiddenKind.HIDDEN_RUN
    if not style:
        return None
    if _is_faint(style):
        return HiddenKind.HIDDEN_RUN
    if _is_outside(style):
        return HiddenKind.OUTSIDE_PAGE
    return HiddenKind.TINY if _is_shrunk(style) else None


def clips(style: Style) -> bool:
    """Say whether what is larger than the element is cut off."""
    words = f"{style.get('overflow-x', '')} {style.get('overflow-y', '')}".split()
    return "hidden" in words or "clip" in words


def _is_faint(style: Style) -> bool:
    opacities = [style.get("opacity", ""), *_FILTER.findall(style.get("filter", style.get("-webkit-filter", "")))]
    return any((number := read_number(each)) is not None and number <= _LEAST_OPACITY for each in opacities)


def _is_outside(style: Style) -> bool:
    if _GONE.search(f"{style.get('clip', '')} {style.get('clip-path', '')}"):
        return True
    if _MOVED.search(style.get("transform", "")):
        return True
    if _length(style, "text-indent") <= -_FAR:
        return True
    if min(_length(style, "margin-left"), _length(style, "margin-top")) <= -_VERY_FAR:
        return True
    if style.get("position") not in _MOVABLE:
        return False
    places = [_length(style, side) for side in ("left", "top", "right", "bottom")]
    return any(place <= -_FAR or place >= 10 * _FAR for place in places)


def _is_shrunk(style: Style) -> bool:
    scales = [each for found in _SCALE.findall(style.get("transform", "")) for each in found]
    scales += [*style.get("scale", "").split()[:2], style.get("zoom", "")]
    if any((number := read_number(each)) is not None and abs(number) <= _LEAST_SCALE for each in scales):
        return True
    sides = (read_length(style.get(side, ""), _EM) for side in ("height", "width", "max-height", "max-width"))
    return clips(style) and any(side is not None and 0 <= side <= 1 for side in sides)


def _length(style: Style, name: str) -> float:
    """A shorthand stands whole: its longest way out counts."""
    lengths = [length for word in style.get(name, "").split()[:4] if (length := read_length(word, _EM)) is not None]
    return min(lengths, default=0.0, key=lambda length: (length >= 0, -abs(length)))
