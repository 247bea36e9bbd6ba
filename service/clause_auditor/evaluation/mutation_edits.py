"""Edits of one text by code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts `text` in place of the code points from `start` to `end`."""

    start: int
    end: int
    text: str
