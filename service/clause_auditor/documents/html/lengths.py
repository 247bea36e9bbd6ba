"""Lengths and numbers of style sheets."""

from __future__ import annotations

import re
from typing import Final

_LENGTH = re.compile(
    r"([-+]?(?:\d{1,9}\.)?\.?\d{1,9}(?:e[-+]?\d)?)\s*(px|pt|pc|em|rem|%|ex|ch|vw|vh|vmin|vmax|cm|mm|q|in)?\Z"
)
_UNITS: Final = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "rem": 16.0, "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8,
    "cm": 37.8, "mm": 3.78, "q": 0.945, "in": 96.0,
}  # fmt: skip


def read_length(value: str, em: float) -> float | None:
    """Return a length in pixels, a percentage as a part of `em`; None for a word or what has to be reckoned."""
    match = _LENGTH.match(value)
    if match is None:
        return None
    unit = match[2] or ""
    factor = em / 100 if unit == "%" else em if unit == "em" else em / 2 if unit in ("ex", "ch") else _UNITS[unit]
    return float(match[1]) * factor


def read_number(value: str) -> float | None:
    """Return a number, or a percentage as its part of one; None for anything else."""
    match = _LENGTH.match(value)
    return None if match is None or match[2] not in (None, "%") else float(match[1]) / (100 if match[2] else 1)
