"""What a condition rests on: the words by which it held."""

from __future__ import annotations

from dataclasses import dataclass

Mark = tuple[int, int, int]
"""Provision index, first word, word after the last."""


@dataclass(frozen=True, slots=True)
class Step:
    """One operator that held, and on which words."""

    operator: str
    marks: tuple[Mark, ...] = ()
    words: tuple[str, ...] = ()
    """Words that do not stand in the judged text: passages that the eye does not see."""


Witness = tuple[Step, ...]
"""The steps of a condition that held; empty where it held by absence alone."""
