"""Selectors of style sheets: which elements a rule is for, and how much it weighs."""

from __future__ import annotations

from typing import Final, NamedTuple

Weight = tuple[int, int, int]
NEVER: Final = "never"
"""A state that an element has only while somebody points at it, types in it, or the like."""


class Attribute(NamedTuple):
    """An attribute that an element has, with a value where an operator is given."""

    name: str
    operator: str = ""
    value: str = ""
    any_case: bool = False


class Place(NamedTuple):
    """Place among the siblings: one of `step`·n + `first`, n from 0."""

    step: int
    first: int
    from_end: bool
    of_type: bool


class Choice(NamedTuple):
    """One of several selectors holds (`is`), none does (`not`), or one does for an element further on (`has`)."""

    kind: str
    selectors: tuple[Selector, ...]


Test = str | Attribute | Place | Choice


class Compound(NamedTuple):
    """What is asked of one element; an empty tag is any."""

    tag: str = ""
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    tests: tuple[Test, ...] = ()


class Selector(NamedTuple):
    """Compounds from left to right, the last for the element itself."""

    compounds: tuple[Compound, ...]
    links: tuple[str, ...]
    """As many as compounds: " ", ">", "+" or "~"; the first one counts within `:has` only."""
    part: str
    """ "before", "after" or another part of the element; empty for the element."""
    weight: Weight
