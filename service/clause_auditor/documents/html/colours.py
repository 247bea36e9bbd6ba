"""Colours as style sheets write them."""

from __future__ import annotations

import re
from typing import Final

Colour = tuple[int, int, int]
CLEAR: Final = "clear"
"""Fully transparent."""
_NAMED: Final[dict[str, Colour]] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "lightgray": (211, 211, 211),
    "lightgrey": (211, 211, 211), "darkgray": (169, 169, 169), "darkgrey": (169, 169, 169), "navy": (0, 0, 128),
    "yellow": (255, 255, 0), "orange": (255, 165, 0), "purple": (128, 0, 128), "maroon": (128, 0, 0),
    "whitesmoke": (245, 245, 245), "ivory": (255, 255, 240), "snow": (255, 250, 250), "beige": (245, 245, 220),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "azure": (240, 255, 255), "teal": (0, 128, 128),
    "mintcream": (245, 255, 250), "honeydew": (240, 255, 240), "aliceblue": (240, 248, 255), "cyan": (0, 255, 255),
    "seashell": (255, 245, 238), "linen": (250, 240, 230), "gainsboro": (220, 220, 220), "lime": (0, 255, 0),
    "dimgray": (105, 105, 105), "darkblue": (0, 0, 139), "lightyellow": (255, 255, 224), "aqua": (0, 255, 255),
}  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\Z")
_CALL = re.compile(r"(?:rgba?|hsla?)\(([^()]{1,60})\)\Z")
_LEAST_ALPHA: Final = 0.05


def read_colour(value: str) -> Colour | str | None:
    """Return a colour, CLEAR for one that is not seen, None for one that is not known."""
    value = value.strip().lower()
    if value == "transparent":
        return CLEAR
    if value in _NAMED:
        return _NAMED[value]
    if match := _HEX.match(value):
        return _from_hex(match[1])
    if (match := _CALL.match(value)) and value.startswith("rgb"):
        return _from_call(match[1])
    return None


def _from_hex(digits: str) -> Colour | str:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) == 8 and int(digits[6:], 16) < 255 * _LEAST_ALPHA:
        return CLEAR
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _from_call(inside: str) -> Colour | str | None:
    parts = re.split(r"[\s,/]+", inside.strip())
    try:
        figures = [float(part.rstrip("%")) for part in parts]
    except ValueError:
        return None
    if len(figures) not in (3, 4) or not all(0 <= abs(figure) < 10_000 for figure in figures):
        return None
    figures = [figure * (2.55 if parts[n].endswith("%") and n < 3 else 1) for n, figure in enumerate(figures)]
    alpha = figures[3] / (100 if parts[3].endswith("%") else 1) if len(figures) == 4 else 1.0
    red, green, blue = (min(255, max(0, round(figure))) for figure in figures[:3])
    return CLEAR if alpha < _LEAST_ALPHA else (red, green, blue)
