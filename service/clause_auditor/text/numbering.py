"""Numbering: the marks that stand before headings, clauses and list items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a mark counts."""

    BULLET = "bullet"
    DECIMAL = "decimal"
    ALPHA = "alpha"
    UPPER_ALPHA = "upper_alpha"
    ROMAN = "roman"
    UPPER_ROMAN = "upper_roman"


@dataclass(frozen=True, slots=True)
class Label:
    """A mark as read: what it may count as, its written form, and where the text after it begins."""

    readings: tuple[tuple[Style, int], ...]
    """Styles it may have with its place in the count, likeliest first: "(i)" is roman 1 or alpha 9."""
    text: str
    """The mark without dots and brackets around it: "4.2", "b", "4.2(b)"; empty for a bullet."""
    end: int
    depth: int = 1
    """Number of decimal parts: 2 for "4.2"."""
    bracketed: bool = False
    keyword: str = ""
    """"article", "clause", "section", "annex" where one stands before the number."""

    @property
    def is_bullet(self) -> bool:
        """True for -, *, • and their like."""
        return self.readings[0][0] is Style.BULLET

    @property
    def is_whole(self) -> bool:
        """True where the mark gives the full number from the root: "4.2", "Article 5"."""
        return self.depth > 1 or bool(self.keyword)


_BULLET = re.compile(
    r"(?:[-*+\u2022\u25cf\u25cb\u25e6\u25aa\u2023\u2043\u00b7\uf0b7\u2013\u2014o](?=[ \t]+\S)"
    r"|[\u2022\u25cf\u25cb\u25aa\uf0b7])[ \t]*"
)
_DOTTED = re.compile(
    r"(?:\u00a7{1,2}[ ]?)?(\d{1,3}(?:\.\d{1,3}){1,5})((?:\([a-z0-9]{1,4}\)){0,3})[ ]?[.):]{0,2}(?=\s|$"
    r"|[A-Z\"\u201c])[ \t]*"
)
_PLAIN = re.compile(
    r"(?:\u00a7{1,2}[ ]?)?(\d{1,3})((?:\([a-z0-9]{1,4}\)){0,3})[ ]?(?:\.\)|[.)])(?=\s|$|[A-Z\"\u201c])[ \t]*"
)
_SIGN = re.compile(r"\u00a7{1,2}[ ]?(\d{1,3})()(?=\s|$)[ \t]*")
_BRACKET = re.compile(r"[(\[]([a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVX]{1,5}|\d{1,3})[)\]][.:]?(?=\s|$|[A-Z\"\u201c])[ \t]*")
_LETTER = re.compile(r"([a-z]|[ivxl]{1,6}|[A-Z]|[IVXL]{1,6})[ ]?(\.\)|[.)])(?=\s|$)[ \t]*")
_KEYWORD = re.compile(
    r"(article|clause|section|art\.|sec\.|part|step)[ \t]+(\d{1,3}(?:\.\d{1,3}){0,5}|[IVXL]{1,6}"
    r"|[A-Z](?![\w]))(?![\w(])[ ]?[.:)]?"
    r"[ \t]*(?:[-\u2013\u2014:.|][ \t]*)?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def read_label(text: str, start: int, end: int) -> Label | None:
    """Return the mark at `start`, a bullet before a number taken together with it; None if there is none."""
    label = _read_one(text, start, end)
    if label is None:
        return None
    if label.is_bullet:
        inner = _read_number(text, label.end, end)
        return inner if inner is not None and inner.end < end else label
    return label


def read_keyword(text: str, start: int, end: int) -> Label | None:
    """Return the number of "Article 5", "Section II" or "Clause 4" at `start`, or None."""
    match = _KEYWORD.match(text, start, end)
    if match is None:
        return None
    word = match[1].lower()
    keyword = {"art.": "article", "sec.": "section"}.get(word, word)
    depth = match[2].count(".") + 1
    return Label(_read_count(match[2].rsplit(".", 1)[-1]), match[2], match.end(), depth, keyword=keyword)


def _read_one(text: str, start: int, end: int) -> Label | None:
    number = _read_number(text, start, end)
    if number is not None:
        return number
    match = _BULLET.match(text, start, end)
    return Label(((Style.BULLET, 0),), "", match.end()) if match else None


def _read_number(text: str, start: int, end: int) -> Label | None:
    for pattern in (_DOTTED, _PLAIN, _SIGN):
        if match := pattern.match(text, start, end):
            return _decimal(match)
    if match := _BRACKET.match(text, start, end):
        return Label(_read_count(match[1]), match[1], match.end(), bracketed=True)
    if match := _LETTER.match(text, start, end):
        return Label(_read_count(match[1]), match[1], match.end(), bracketed=")" in match[2])
    return None


def _decimal(match: re.Match[str]) -> Label:
    number, tail = match[1], match[2]
    parts = number.split(".")
    if len(parts) == 2 and parts[1] == "0":
        parts = parts[:1]
    count = _read_count(tail[:-1].rsplit("(", 1)[-1]) if tail else ((Style.DECIMAL, int(parts[-1])),)
    depth = len(parts) + tail.count("(")
    return Label(count, ".".join(parts) + tail, match.end(), depth)


def _read_count(text: str) -> tuple[tuple[Style, int], ...]:
    if text.isdigit():
        return ((Style.DECIMAL, int(text)),)
    upper = text[0].isupper()
    alpha = (Style.UPPER_ALPHA if upper else Style.ALPHA, _alpha_value(text.lower()))
    roman = (Style.UPPER_ROMAN if upper else Style.ROMAN, _roman_value(text.lower()))
    readings = [reading for reading in (roman, alpha) if reading[1] > 0]
    if len(readings) == 2 and text.lower() not in ("i", "ii", "v", "x"):
        readings.reverse()
    return tuple(readings) or (alpha,)


def _alpha_value(text: str) -> int:
    if len(text) == 1:
        return ord(text) - 96
    return 26 + ord(text[0]) - 96 if text[0] == text[1] and len(text) == 2 else 0


def _roman_value(text: str) -> int:
    total = 0
    for place, letter in enumerate(text):
        value = _ROMAN.get(letter, 0)
        if not value:
            return 0
        following = _ROMAN.get(text[place + 1], 0) if place + 1 < len(text) else 0
        total += -value if following > value else value
    return total
