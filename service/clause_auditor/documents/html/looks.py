"""How an element looks: what it takes over from the one around it, and whether the eye sees its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from clause_auditor.documents.html.colours import CLEAR, Colour, read_colour
from clause_auditor.documents.html.parsing import Element
from clause_auditor.documents.html.sheets import Declarations
from clause_auditor.documents.word.visibility import LEAST_CONTRAST, contrast
from clause_auditor.domain.contract import HiddenKind

_LENGTH = re.compile(r"(-?\d{0,7}\.?\d{1,7})\s*(px|pt|em|rem|%|ex|ch|vw|vh|cm|mm|in)?\Z")
_UNITS: Final = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "rem": 16.0, "vw": 12.0, "vh": 8.0, "cm": 37.8, "mm": 3.78, "in": 96.0,
}  # fmt: skip
_SIZES: Final = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_TINY: Final = 2.7
"""Letters of two points or less, in pixels, cannot be read."""
_FAR: Final = 400.0
_GONE = re.compile(r"rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)|inset\(\s*(?:50|100)%")
_SHRUNK = re.compile(r"scale[xy]?\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\d{4,}")
_BOLD_TAGS: Final = frozenset(("b", "strong", "th"))
_ATTRIBUTES: Final = ("color", "bgcolor", "text")
_BLACK: Final[Colour] = (0, 0, 0)
_WHITE: Final[Colour] = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Look:
    """What a text within an element looks like."""

    colour: Colour | str | None = _BLACK
    behind: Colour | None = _WHITE
    size: float = 16.0
    """In pixels."""
    unseen: bool = False
    """Not visible, though it takes its room."""
    bold: bool = False
    pre: bool = False
    list_type: str = ""


@lru_cache(maxsize=512)
def hides(look: Look) -> HiddenKind | None:
    """Return why the eye does not see a text that looks so, or None if it does."""
    if look.unseen:
        return HiddenKind.HIDDEN_RUN
    if look.size <= _TINY:
        return HiddenKind.TINY
    if look.colour == CLEAR:
        return HiddenKind.SAME_COLOUR
    if isinstance(look.colour, tuple) and look.behind and contrast(look.colour, look.behind) < LEAST_CONTRAST:
        return HiddenKind.SAME_COLOUR
    return None


def removes(element: Element, style: Declarations) -> HiddenKind | None:
    """Return why nothing within an element is seen, whatever it contains; None if it may be."""
    if not style and element.tag != "dialog" and element.get("hidden") is None:
        return None
    if element.get("hidden") is not None and style.get("display", "none") == "none":
        return HiddenKind.HIDDEN_RUN
    if style.get("display") == "none" or style.get("content-visibility") == "hidden":
        return HiddenKind.HIDDEN_RUN
    if element.tag == "dialog" and element.get("open") is None and style.get("display", "none") == "none":
        return HiddenKind.HIDDEN_RUN
    if "opacity" in style and (_number(style["opacity"]) or 0.0) <= 0.05 and re.match(r"[\d.]", style["opacity"]):
        return HiddenKind.HIDDEN_RUN
    if _is_outside(style):
        return HiddenKind.OUTSIDE_PAGE
    return HiddenKind.TINY if _is_shrunk(style) else None


def look_of(element: Element, style: Declarations, outer: Look) -> Look:
    """Return the look of an element within another."""
    look = outer
    if element.tag in _BOLD_TAGS and not outer.bold:
        look = replace(look, bold=True)
    elif element.tag == "pre":
        look = replace(look, pre=True)
    elif outer.list_type and element.tag in ("ol", "ul"):
        look = replace(look, list_type="")
    named = {name: value for name in _ATTRIBUTES if (value := element.get(name))}
    if not style and not named:
        return look
    look = replace(look, behind=_behind(style, named, outer), colour=_colour(style, named, outer))
    return replace(
        look,
        size=_size(style, outer.size),
        unseen=style["visibility"] in ("hidden", "collapse") if "visibility" in style else outer.unseen,
        bold=_is_bold(style["font-weight"]) if "font-weight" in style else look.bold,
        pre=style["white-space"].startswith("pre") if "white-space" in style else look.pre,
        list_type=_list_type(style) or look.list_type,
    )


def _colour(style: Declarations, named: Declarations, outer: Look) -> Colour | str | None:
    value = style.get("-webkit-text-fill-color", style.get("color", named.get("color", named.get("text", ""))))
    if not value or value in ("inherit", "currentcolor", "unset"):
        return outer.colour
    return read_colour(value)


def _behind(style: Declarations, named: Declarations, outer: Look) -> Colour | None:
    if style.get("background-image", "none") != "none":
        return None
    value = style.get("background-color", style.get("background", named.get("bgcolor", "")))
    if not value or value in ("inherit", "none", "unset", "initial", "0", "0 0"):
        return outer.behind
    first = value if "(" in value else value.split()[0]
    found = read_colour(first)
    if found == CLEAR:
        return outer.behind
    return found if isinstance(found, tuple) else None


def _size(style: Declarations, outer: float) -> float:
    value = style.get("font-size", "")
    if not value and "font" in style:
        match = re.search(r"(?:^|\s)(\d{0,4}\.?\d{1,4}(?:px|pt|em|rem|%))(?:/|\s)", style["font"])
        value = match[1] if match else ""
    if value in _SIZES:
        return _SIZES[value]
    found = _length(value, outer)
    return outer if found is None or found < 0 else found


def _length(value: str, em: float) -> float | None:
    match = _LENGTH.match(value)
    if match is None:
        return None
    unit = match[2] or ""
    factor = em / 100 if unit == "%" else em if unit == "em" else em / 2 if unit in ("ex", "ch") else _UNITS[unit]
    return float(match[1]) * factor


def _number(value: str) -> float | None:
    match = _LENGTH.match(value)
    return None if match is None else float(match[1]) / (100 if match[2] == "%" else 1)


def _is_outside(style: Declarations) -> bool:
    if (_length(style.get("text-indent", ""), 16.0) or 0.0) <= -_FAR or _GONE.search(
        f"{style.get('clip', '')} {style.get('clip-path', '')}"
    ):
        return True
    if style.get("position") not in ("absolute", "fixed"):
        return False
    places = [_length(style.get(side, ""), 16.0) or 0.0 for side in ("left", "top", "right", "bottom")]
    return any(place <= -_FAR or place >= 10 * _FAR for place in places)


def _is_shrunk(style: Declarations) -> bool:
    if _SHRUNK.search(style.get("transform", "")):
        return True
    if style.get("overflow", style.get("overflow-y", "")) not in ("hidden", "clip"):
        return False
    sides = (_length(style.get(side, ""), 16.0) for side in ("height", "width", "max-height", "max-width"))
    return any(side is not None and 0 <= side <= 1 for side in sides)


def _is_bold(value: str) -> bool:
    return value in ("bold", "bolder") or (value.isdigit() and int(value[:4]) >= 600)


def _list_type(style: Declarations) -> str:
    value = style.get("list-style-type", style.get("list-style", ""))
    return "none" if "none" in value.split() else next((word for word in value.split() if word in LIST_TYPES), "")


LIST_TYPES: Final = frozenset(
    "decimal decimal-leading-zero lower-alpha lower-latin upper-alpha upper-latin lower-roman upper-roman lower-greek"
    " disc circle square".split()
)
