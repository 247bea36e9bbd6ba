"""Conditions of style sheets: does a rule hold on the screen of an ordinary computer?"""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.html.lengths import read_length

_WIDTH: Final = 1280.0
_HEIGHT: Final = 800.0
"""Pixels of the window in which a page is looked at."""
_FEATURE = re.compile(r"\(\s*([a-z-]+)\s*(?::\s*([^()]*?)\s*)?\)\Z")
_RANGE = re.compile(r"\(\s*(?:([\d.a-z]+)\s*(<=?)\s*)?(width|height)\s*(?:([<>]=?|=)\s*([\d.a-z]+)\s*)?\)\Z")
_HOLDS: Final = frozenset(
    "orientation:landscape prefers-color-scheme:light hover: hover:hover any-hover:hover pointer:fine any-pointer:fine"
    " pointer: color: grid:0 scripting:enabled prefers-reduced-motion:no-preference update:fast display-mode:browser"
    " -webkit-min-device-pixel-ratio:0 min-resolution:1dppx min-resolution:96dpi forced-colors:none scripting:".split()
)
"""Features as "name:value" that such a screen has."""


def holds_on_screen(query: str) -> bool:
    """Say whether a media query (of an at-rule or a `media` attribute) holds on the screen."""
    return not query.strip() or any(_holds(part.strip()) for part in query.lower().split(","))


def is_supported(condition: str) -> bool:
    """Say whether the condition of `@supports` holds in a browser of today, as far as that can be told."""
    low = condition.strip().lower()
    return not low.startswith("not") and not re.match(r"\(\s*-(?:ms|moz|o)-", low)


def _holds(query: str) -> bool:
    if query.startswith("not "):
        return not _holds(query[4:].strip())
    if " or " in query:
        return any(_holds(part.strip()) for part in query.split(" or "))
    return all(_part_holds(part.strip()) for part in query.removeprefix("only ").split(" and "))


def _part_holds(part: str) -> bool:
    if not part.startswith("("):
        return part in ("all", "screen")
    if part.startswith("(not "):
        return not _part_holds(part[5:-1].strip())
    if match := _RANGE.match(part):
        return _in_range(*match.groups())
    feature = _FEATURE.match(part)
    if feature is None:
        return False
    name, value = feature[1], feature[2] or ""
    bound, _, side = name.replace("device-", "").partition("-")
    size = read_length(value, 16.0)
    if bound in ("min", "max") and side in ("width", "height") and size is not None:
        own = _WIDTH if side == "width" else _HEIGHT
        return own >= size if bound == "min" else own <= size
    return f"{name}:{value}" in _HOLDS


def _in_range(least: str | None, first: str | None, side: str, second: str | None, most: str | None) -> bool:
    own = _WIDTH if side == "width" else _HEIGHT
    below = read_length(least or "", 16.0)
    beyond = read_length(most or "", 16.0)
    if (least and below is None) or (most and beyond is None):
        return False
    lower = below is None or below < own or (first == "<=" and below == own)
    if beyond is None or second is None:
        return lower
    return lower and (("<" in second and own < beyond) or (">" in second and own > beyond) or
                      ("=" in second and own == beyond))  # fmt: skip
