"""Automatic numbering: what Word would show before each paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from clause_auditor.documents.word.counting import count
from clause_auditor.documents.word.names import VAL, Element, W, child, flag, value, whole

LEVELS: Final = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET: Final = "-"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    """After which level (1 highest) it begins anew; 0: never; -1: after every higher one."""
    legal: bool = False
    style: str = ""
    """Id of the paragraph style that stands for it."""
    unseen: bool = False


_NO_LEVEL: Final = Level()


@dataclass(frozen=True, slots=True)
class Label:
    """A number as shown, and how deep a reader would say it stands."""

    text: str
    depth: int
    """Levels above it whose numbers its own does not repeat."""
    bullet: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Num:
    home: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document, with their counters; paragraphs are to be shown to it in reading order."""

    def __init__(self, root: Element | None, list_of_style: Callable[[str], str] = lambda _: "") -> None:
        self._lists: dict[str, _List] = {}
        self._nums: dict[str, _Num] = {}
        self._levels: dict[str, dict[int, Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)
            self._follow_links(list_of_style)

    def level_of_style(self, num: str, style: str) -> int | None:
        """Return the level that a paragraph style stands for in a list, or None."""
        found = self._nums.get(num)
        if found is None:
            return None
        levels = self._levels_of(num, found)
        return next((place for place, level in levels.items() if level.style == style), None)

    def next_label(self, num: str, place: int) -> Label | None:
        """Count one paragraph of that list and level; return what is shown before it, None if nothing is."""
        found = self._nums.get(num)
        if found is None:
            return None
        place = min(max(place, 0), LEVELS - 1)
        home = self._lists[found.home]
        levels = self._levels_of(num, found)
        self._count(num, found, home, levels, place)
        return _label(levels, home.counts, place)

    def _levels_of(self, num: str, found: _Num) -> dict[int, Level]:
        if num not in self._levels:
            given = self._lists[found.home].levels | found.levels
            self._levels[num] = {number: given.get(number, _NO_LEVEL) for number in range(LEVELS)}
        return self._levels[num]

    def _count(self, num: str, found: _Num, home: _List, levels: dict[int, Level], place: int) -> None:
        counts = home.counts
        starts = {number: found.starts.get(number, levels[number].start) for number in range(place + 1)}
        for number in range(place):
            counts.setdefault(number, starts[number])  # a level that was skipped counts as begun
        if place in found.starts and (num, place) not in self._begun:
            counts.pop(place, None)
        self._begun.add((num, place))
        counts[place] = counts[place] + 1 if place in counts else starts[place]
        for deeper in range(place + 1, LEVELS):
            restart = levels[deeper].restart
            if restart != 0 and (restart < 0 or place < restart):
                counts.pop(deeper, None)

    def _read(self, root: Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {whole(lvl.get(f"{W}ilvl", "0")): _level(lvl) for lvl in abstract.iter(f"{W}lvl")}
            self._lists[abstract.get(f"{W}abstractNumId", "")] = _List(levels, link=value(abstract, "numStyleLink"))
        for num in root.iter(f"{W}num"):
            home = value(num, "abstractNumId")
            if home in self._lists:
                self._nums[num.get(f"{W}numId", "")] = _num(num, home)

    def _follow_links(self, list_of_style: Callable[[str], str]) -> None:
        """A list may be that of a style, which names another list."""
        for number, num in list(self._nums.items()):
            link = self._lists[num.home].link
            other = self._nums.get(list_of_style(link)) if link else None
            if other is not None and not self._lists[other.home].link:
                self._nums[number] = replace(num, home=other.home)


def _num(num: Element, home: str) -> _Num:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in num.iter(f"{W}lvlOverride"):
        place = whole(override.get(f"{W}ilvl", "0"))
        lvl, start = child(override, "lvl"), child(override, "startOverride")
        if lvl is not None:
            levels[place] = _level(lvl)
        if start is not None:
            starts[place] = whole(start.get(VAL, "1"), 1)
    return _Num(home, levels, starts)


def _level(lvl: Element) -> Level:
    return Level(
        form=value(lvl, "numFmt") or ("decimal" if child(lvl, "numFmt") is None else "none"),
        text=value(lvl, "lvlText")[:200],
        start=whole(value(lvl, "start"), 0 if child(lvl, "start") is None else 1),
        restart=whole(value(lvl, "lvlRestart"), -1),
        legal=bool(flag(lvl, "isLgl")),
        style=value(lvl, "pStyle"),
        unseen=bool(flag(child(lvl, "rPr"), "vanish")),
    )


def _label(levels: dict[int, Level], counts: dict[int, int], place: int) -> Label | None:
    level = levels[place]
    depth = _depth(levels, place)
    if level.unseen:
        return None
    if level.form == "bullet":
        words = level.text.strip()
        return (
            Label(words, depth)
            if len(words) > 1 and words.isascii() and words.isalnum()
            else Label(_BULLET, depth, bullet=True)
        )

    def show(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        shown = levels[number]
        form = "decimal" if level.legal and shown.form not in ("none", "decimalZero") else shown.form
        return count(counts.get(number, shown.start), "decimal" if form == "bullet" else form)

    text = " ".join(_PLACE.sub(show, level.text).split())
    return Label(text, depth) if text else None


def _depth(levels: dict[int, Level], place: int) -> int:
    """Numbers that repeat those above them ("4.2") stand at the margin; others hang below the last that does."""
    if len(_PLACE.findall(levels[place].text)) > 1:
        return 0
    whole_above = [n for n in range(place) if len(_PLACE.findall(levels[n].text)) > 1]
    return place - whole_above[-1] - 1 if whole_above else place
