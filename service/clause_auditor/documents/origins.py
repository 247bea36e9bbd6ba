"""Texts that know where their letters come from: what a reader yields where its source is to be written into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple


class Origin(NamedTuple):
    """A stretch of one node of the source, half open, counted in the node's own letters."""

    node: Any
    start: int
    end: int


Origins = Sequence[Origin | None]
"""One for each letter; None where a letter stands nowhere in the source."""
_NOWHERE: Final = (None,)


class Traced(str):
    """A text with the origin of every letter."""

    __slots__ = ("origins",)
    origins: Origins


def traced(text: str, origins: Origins) -> Traced:
    """Return the text with its origins, one for each letter."""
    made = Traced(text)
    made.origins = origins
    return made


def origins_of(text: str) -> Origins:
    """Return the origin of each letter."""
    return text.origins if isinstance(text, Traced) else _NOWHERE * len(text)


def join(texts: Iterable[str]) -> str:
    """Return the texts as one, with all origins if any of them knows its own."""
    parts = list(texts)
    whole = "".join(parts)
    if not any(isinstance(part, Traced) for part in parts):
        return whole
    return traced(whole, [origin for part in parts for origin in origins_of(part)])


def like(text: str, source: str) -> str:
    """Return a text of equal length, letter for letter in the place of the source's."""
    return traced(text, source.origins) if isinstance(source, Traced) else text


def strip(text: str) -> str:
    """Return the text without the white space around it."""
    bare = text.strip()
    if not isinstance(text, Traced):
        return bare
    start = len(text) - len(text.lstrip())
    return traced(bare, text.origins[start : start + len(bare)])


def upper(text: str) -> str:
    """Return the text in capital letters; one letter may become two."""
    if not isinstance(text, Traced):
        return text.upper()
    origins = [origin for letter, origin in zip(text, text.origins, strict=True) for _ in letter.upper()]
    return traced(text.upper(), origins)


def instead(text: str, source: str) -> str:
    """Return a text that stands as a whole for the source's first node."""
    first = next((origin for origin in origins_of(source) if origin), None)
    if first is None:
        return text
    ends = [each.end for each in origins_of(source) if each and each.node is first.node]
    return traced(text, [Origin(first.node, first.start, max(ends))] * len(text))
