"""Clauses in another order: the sections of one level change places, openings, definitions and annexes stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"(?m)^(#{1,6})[ \t]+(.*)$")
_STAYS = re.compile(
    r"\b(?:defin\w*|interpretation|glossary|terms used|part(?:y|ies)|preamble|recitals?|background|introduction|whereas"
    r"|scope|annex\w*|appendix|schedule|exhibit|attachment|signatur\w*|execution|contact|details|roles?|between)\b",
    re.IGNORECASE,
)
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Section:
    start: int
    end: int
    moves: bool


def rotate(text: str) -> str | None:
    """Return the text with the movable sections of its highest full level rotated by half; None if they are too few."""
    headings = [(m.start(), len(m[1]), m[2]) for m in _HEADING.finditer(text)]
    for level in range(1, 7):
        groups = list(_groups(headings, level, len(text)))
        if any(_movable(group) for group in groups):
            return _rotate(text, groups)
    return None


def _groups(headings: list[tuple[int, int, str]], level: int, end: int) -> Iterator[list[_Section]]:
    """Yield the sections of one level, those under one higher heading together."""
    group: list[_Section] = []
    for number, (start, depth, title) in enumerate(headings):
        if depth < level:
            yield group
            group = []
        if depth == level:
            close = next((s for s, d, _ in headings[number + 1 :] if d <= level), end)
            group.append(_Section(start, close, not _STAYS.search(title)))
    yield group


def _movable(group: list[_Section]) -> bool:
    return sum(section.moves for section in group) >= _LEAST


def _rotate(text: str, groups: list[list[_Section]]) -> str:
    pieces: list[str] = []
    done = 0
    for group in filter(_movable, groups):
        moving = [text[s.start : s.end] for s in group if s.moves]
        half = len(moving) // 2
        turned = iter(moving[half:] + moving[:half])
        for section in group:
            pieces += (
                text[done : section.start],
                _closed(next(turned)) if section.moves else text[section.start : section.end],
            )
            done = section.end
    return "".join((*pieces, text[done:]))


def _closed(section: str) -> str:
    return f"{section.rstrip()}\n\n"
