"""How an element looks: what it takes over from the one around it, and whether the eye sees its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from clause_auditor.documents.html.colours import CLEAR, Colour, read_colour, read_old_colour
from clause_auditor.documents.html.declarations import Style
from clause_auditor.documents.html.hiding import clips
from clause_auditor.documents.html.lengths import read_length, read_number
from clause_auditor.documents.html.parsing import Element
from clause_auditor.documents.word.visibility import LEAST_CONTRAST, contrast
from clause_auditor.domain.contract import HiddenKind

_SIZES: Final = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
}  # fmt: skip
_TINY: Final = 2.7
"""Letters of two points or less, in pixels, cannot be read."""
_PILED: Final = -0.45
"""Letters that are moved back by nearly half of their height lie on each other."""
_NORMAL: Final = 1.2
_FLAT: Final = 0.1
"""A line of a tenth of the height of its letters shows nothing of them where it is cut off."""
_WORD = re.compile(r"[^\s()]+\((?:[^()]|\([^()]*\))*\)|\S+")
_BOLD_TAGS: Final = frozenset(("b", "strong", "th"))
_STRUCK_TAGS: Final = frozenset(("s", "strike"))
_VISIBILITY: Final = {"hidden": True, "collapse": True, "visible": False, "initial": False}
_INHERITED: Final = frozenset(("inherit", "currentcolor", "unset"))
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
    struck: bool = False
    """A line is drawn through it: it is seen."""
    spacing: float = 0.0
    """Pixels between the letters, besides their own."""
    leading: float = _NORMAL
    """Height of a line, in sizes."""
    flat: bool = False
    """Within a box that cuts off what is higher than such lines."""
    variables: Style = field(default_factory=dict, compare=False)
    """Custom properties."""


@lru_cache(maxsize=512)
def hides(look: Look) -> HiddenKind | None:
    """Return why the eye does not see a text that looks so, or None if it does."""
    if look.unseen:
        return HiddenKind.HIDDEN_RUN
    if look.size <= _TINY or look.spacing <= _PILED * look.size or (look.flat and look.leading <= _FLAT):
        return HiddenKind.TINY
    if look.colour == CLEAR:
        return HiddenKind.SAME_COLOUR
    if isinstance(look.colour, tuple) and look.behind and contrast(look.colour, look.behind) < LEAST_CONTRAST:
        return HiddenKind.SAME_COLOUR
    return None


def look_of(element: Element, style: Style, outer: Look, variables: Style) -> Look:
    """Return the look of an element within another; `variables` are its custom properties."""
    look = _by_tag(element, style, outer if variables is outer.variables else replace(outer, variables=variables))
    colour, ground = element.get("color") or element.get("text"), element.get("bgcolor")
    if not style and not colour and not ground:
        return look
    size = _size(style, outer.size)
    leading = _leading(style, outer.leading, size)
    return replace(
        look,
        colour=_colour(style, colour or "", outer),
        behind=_behind(style, ground or "", outer),
        size=size,
        unseen=_VISIBILITY.get(style.get("visibility", ""), outer.unseen),
        bold=_is_bold(style["font-weight"]) if "font-weight" in style else look.bold,
        pre=style["white-space"].startswith("pre") if "white-space" in style else look.pre,
        list_type=_list_type(style) or look.list_type,
        struck=outer.struck or "line-through" in style.get("text-decoration-line", _decoration(element)),
        spacing=_spacing(style, outer.spacing, size),
        leading=leading,
        flat=outer.flat or (leading <= _FLAT and clips(style)),
    )


def _by_tag(element: Element, style: Style, outer: Look) -> Look:
    if element.tag in _BOLD_TAGS and not outer.bold:
        return replace(outer, bold=True)
    if element.tag == "pre":
        return replace(outer, pre=True)
    if outer.list_type and element.tag in ("ol", "ul"):
        return replace(outer, list_type="")
    return replace(outer, struck=True) if element.tag in _STRUCK_TAGS and not style else outer


def _colour(style: Style, named: str, outer: Look) -> Colour | str | None:
    value = style.get("-webkit-text-fill-color", style.get("color", ""))
    if value in _INHERITED or not (value or named):
        return outer.colour
    return read_colour(value) if value else read_old_colour(named)


def _behind(style: Style, named: str, outer: Look) -> Colour | None:
    image = style.get("background-image", "")
    if "url(" in image or "gradient(" in image or "image" in image:
        return None
    value = style.get("background-color", "")
    found = _ground(value) if value else read_old_colour(named) or CLEAR
    return outer.behind if found == CLEAR else found if isinstance(found, tuple) else None


def _ground(value: str) -> Colour | str | None:
    """The colour among the words of `background`: CLEAR for none, None for one that has to be reckoned."""
    for word in _WORD.findall(value):
        found = read_colour(word)
        if found is not None or ("(" in word and not word.startswith("url(")):
            return found
    return CLEAR


def _size(style: Style, outer: float) -> float:
    for word in style.get("font-size", "").split():
        size = word.partition("/")[0]
        found = _SIZES.get(size)
        if found is None and (size[-1:].isalpha() or size[-1:] == "%" or read_number(size) == 0):
            found = read_length(size, outer)
        if found is not None and found >= 0:
            return found
    return outer


def _leading(style: Style, outer: float, size: float) -> float:
    value = style.get("line-height", "")
    if " " in value:  # the shorthand `font`
        value = value.partition("/")[2].split(" ")[0] or "normal"
    if not value or value in _INHERITED:
        return outer
    number = read_number(value.removesuffix("%"))
    if number is not None:
        return number / 100 if value.endswith("%") else number
    length = read_length(value, size)
    return _NORMAL if length is None or not size else length / size


def _spacing(style: Style, outer: float, size: float) -> float:
    value = style.get("letter-spacing", "")
    if not value or value in _INHERITED:
        return outer
    return read_length(value, size) or 0.0


def _decoration(element: Element) -> str:
    return "line-through" if element.tag in _STRUCK_TAGS else ""


def _is_bold(value: str) -> bool:
    return any(word in ("bold", "bolder") or (word.isdigit() and int(word[:4]) >= 600) for word in value.split())


def _list_type(style: Style) -> str:
    words = style.get("list-style-type", "").split()
    return "none" if "none" in words else next((word for word in words if word in LIST_TYPES), "")


LIST_TYPES: Final = frozenset(
    "decimal decimal-leading-zero lower-alpha lower-latin upper-alpha upper-latin lower-roman upper-roman lower-greek"
    " disc circle square".split()
)
