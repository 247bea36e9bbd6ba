"""Colours as style sheets write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tinycss2 import color4

Colour = tuple[int, int, int]
CLEAR: Final = "clear"
"""Fully transparent."""
_LEAST_ALPHA: Final = 0.05
_LONGEST: Final = 120
_BARE_HEX = re.compile(r"[0-9a-f]{6}\Z|[0-9a-f]{3}\Z", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read_colour(value: str) -> Colour | str | None:
    """Return a colour, CLEAR for one that is not seen, None for one that is not known."""
    try:
        found = color4.parse_color(value.strip()) if len(value) <= _LONGEST else None
        if not isinstance(found, color4.Color):
            return None
        return CLEAR if found.alpha < _LEAST_ALPHA else _shown(found)
    except (ValueError, TypeError, AssertionError, ArithmeticError, AttributeError):
        return None  # tinycss2 asks for a sound colour in places


def read_old_colour(value: str) -> Colour | str | None:
    """Return the colour of an attribute such as `bgcolor`, where the mark of a number may lack."""
    bare = value.strip()
    return read_colour(f"#{bare}" if _BARE_HEX.match(bare) else bare)


def _shown(colour: color4.Color) -> Colour:
    if colour.space in ("lab", "lch", "oklab", "oklch") or colour.space.startswith("xyz"):
        return _grey(colour)
    if colour.space in ("hsl", "hwb"):
        colour = colour.to("srgb")
    parts = [part or 0.0 for part in colour.coordinates]
    if colour.space == "srgb-linear":
        parts = [_curved(part) for part in parts]
    red, green, blue = (_byte(part) for part in parts)  # wider spaces hold the same greys
    return red, green, blue


def _grey(colour: color4.Color) -> Colour:
    """The grey that is as light: contrast asks for no more."""
    if not colour.space.startswith("xyz"):
        colour = colour.to("xyz-d65" if colour.space.startswith("ok") else "xyz-d50")
    level = _byte(_curved(colour.coordinates[1] or 0.0))
    return level, level, level


def _curved(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _byte(part: float) -> int:
    return round(255 * max(0.0, min(1.0, part)))
