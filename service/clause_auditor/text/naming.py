"""Naming: a meaning first and its name after it: `companies that help us ("Helpers")`, `which we call a "Leak"`."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import NamedTuple

_OPEN, _CLOSE = '["\u201c\u201d\u201e\u00ab]', '["\u201d\u201c\u00bb]'
_TERM = re.compile(rf"{_OPEN}([^\"\u201c\u201d\u201e\u00ab\u00bb\n]{{1,80}}?),?{_CLOSE}")
_LEAD = (
    r"(?:each,?\s|an?\s|the\s|our\s|collectively,?\s|together,?\s|hereinafter,?\s|hereafter,?\s|herein,?\s|below,?\s"
    r"|here,?\s|in short,?\s|for short,?\s|also\s|jointly,?\s|referred to as\s|called\s|known as\s|defined as\s"
    r"|individually,?\s|as\s|or\s|and\s|such\s|any\s|all\s|being\s|(?:which\s|what\s)?(?:we|the law|the gdpr|lawyers)\s"
    r"(?:will\s)?calls?\s(?:this\s|these\s|them\s|it\s|such\s\w+\s)?){0,5}"
)
_PARENTHESISED = re.compile(
    rf"\({_LEAD}{_OPEN}([^\"\u201c\u201d()\n]{{2,60}}?),?{_CLOSE}[^()]{{0,80}}\)", re.IGNORECASE
)
_HEREINAFTER = re.compile(
    r"[\s,(\u2013\u2014-](?:hereinafter|hereafter|henceforth|from now on|in the following)[\s,:]*"
    r"(?:also\s|jointly\s|collectively\s|individually\s|referred to as\s|called\s|named\s|designated\s|known as\s|as\s"
    rf"|the\s|an?\s){{0,4}}{_OPEN}[^\"\u201c\u201d()\n]{{2,60}}?{_CLOSE}",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:,?\s(?:which|whom|that|and))?\s?\b(?:we|the parties|this \w{3,12}|the law|is|are|be|will be|shall be|to as)\s"
    r"(?:will\s|shall\s|then\s|hereby\s|jointly\s|also\s){0,2}(?:calls?|called|termed|named|refers? to|referred to)\s"
    rf"(?:this\s|these\s|those\s|them\s|it\s|such\s\w+\s|here\s|below\s|each\s|as\s|an?\s|the\s|our\s){{0,4}}"
    rf"{_OPEN}[^\"\u201c\u201d()\n]{{2,60}}?{_CLOSE}",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """Terms, and the stretch of text that says what they mean, half open."""

    terms: list[str]
    start: int
    end: int


def find_named(masked: str, start: int, end: int) -> list[Named]:
    """Return the terms that a passage names after it has said what they mean."""
    found: list[Named] = []
    taken: list[tuple[int, int]] = []
    for pattern, sign in ((_PARENTHESISED, "("), (_HEREINAFTER, "e"), (_CALLED, "call")):
        if masked.find(sign, start, end) < 0 or not _has_quote(masked, start, end):
            continue
        for match in pattern.finditer(masked, start, end):
            if not _is_taken(taken, match):
                found.append(_read(masked, start, match))
                insort(taken, (found[-1].end, found[-1].start))
    return found


def _is_taken(taken: list[tuple[int, int]], match: re.Match[str]) -> bool:
    """Say whether a name stands in what a name before it means; `taken` are ends and starts, in order."""
    low = bisect_left(taken, (match.start() - len(match[0]) + 1, 0))
    high = bisect_left(taken, (match.end() + 1, 0))
    return any(start <= match.start() for _, start in taken[low:high])


def _has_quote(masked: str, start: int, end: int) -> bool:
    return any(masked.find(mark, start, end) >= 0 for mark in '"\u201c\u201e\u00ab')


def _read(masked: str, start: int, match: re.Match[str]) -> Named:
    place = match.start()
    begin = _clause_part(masked, start, place)
    return Named(_TERM.findall(match[0]), begin if masked[begin:place].strip(" ,") else start, place)


def _clause_part(masked: str, start: int, end: int) -> int:
    """Where the part of the sentence before a name begins: after the last semicolon or bracket."""
    cut = max(masked.rfind(mark, start, end) for mark in (";", ":", ")"))
    return start if cut < 0 else cut + 1
