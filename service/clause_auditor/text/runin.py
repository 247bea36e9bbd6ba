"""Run-in headings: "3.2 Confidentiality: Ensure that ...", "**Audits.** Customer may ..."."""

from __future__ import annotations

import re
from typing import NamedTuple

from clause_auditor.text.headings import is_title_case, is_title_like


class RunIn(NamedTuple):
    """A title at the head of a paragraph, and where the paragraph's own words begin."""

    title: str
    body: int


_EMPHASIS = re.compile(
    r"(?:\*{1,3}|_{1,2}|<(?:strong|b|em|i|u)\b[^<>]{0,80}>)[\"\u201c]?(?:[ \t]*[\w.()\[\]\u00a7]{1,12}[ \t]+)?\s*$",
    re.IGNORECASE,
)
"""The mark that opens a title, and the number that may stand within it."""
_CLOSE = re.compile(r"[.:\u2013\u2014-]?\s*(\*{1,3}|_{1,2}|</(?:strong|b|em|i|u)>)\s*[.:]?[*_]*", re.IGNORECASE)
_DASH = re.compile(r"\s*[-\u2013\u2014:]\s*")
_PLAIN = re.compile(
    r"([A-Z][^.:;\"\u201c\u201d\n|]{1,90}?)(?:[ ]?([.:])|(?<=\s)[\u2013\u2014-])[ \t]{1,6}(?=[\"\u201c(\[]?[A-Z\d])"
)
_VERB = re.compile(
    r"\b(?:shall|will|must|may|can|is|are|has|have|had|was|were|agrees?|means|does|do|should|provides?|process(?:es)?"
    r"|ensures?|maintains?|acts|determines?|remains?|uses?|implements?|appl(?:y|ies)|includes?|require[sd]?)\b",
    re.IGNORECASE,
)

_MODALS = frozenset(("shall", "will", "must", "may", "agrees", "is", "are", "acknowledges", "has"))


def read_run_in(source: str, masked: str, start: int, end: int, *, labelled: bool) -> RunIn | None:
    """Return the run-in heading of the paragraph `start:end`, or None; `labelled` says that a number stands before."""
    return _read_emphasised(source, masked, start, end) or _read_plain(masked, start, end, labelled=labelled)


def has_verb(words: str) -> bool:
    """True if a passage reads as a statement, not as an entry of a list."""
    return _VERB.search(words[:240]) is not None


def is_statement(words: str) -> bool:
    """True if a paragraph is a full sentence of its own: a subject with a modal verb near its beginning."""
    head = words[:160].split()[:14]
    ends = words[-8:].rstrip().lower().endswith((";", "; and", "; or", ","))
    return not ends and any(word.strip(",.:;").lower() in _MODALS for word in head)


def _read_emphasised(source: str, masked: str, start: int, end: int) -> RunIn | None:
    if _EMPHASIS.search(source[max(0, start - 24) : start]) is None or masked[start] in "\"\u201c'":
        return None
    close = _CLOSE.search(source, start + 2, min(end, start + 140))
    if close is None:
        return None
    title = masked[start : close.start()].strip()
    body = _skip_space(masked, close.end(), end)
    if dash := _DASH.match(masked, close.end(), end):
        body = _skip_space(masked, dash.end(), end)
    if body >= end or not is_title_like(title.rstrip(".:"), 12) or '"' in title or "\u201c" in title:
        return None
    closed = close[0].strip("*_ ")[:1] in (".", ":") or dash is not None or title[-1:] in ".:"
    return RunIn(title.rstrip(" .:"), body) if closed or masked[body].isupper() else None


def _read_plain(masked: str, start: int, end: int, *, labelled: bool) -> RunIn | None:
    match = _PLAIN.match(masked, start, end)
    if match is None:
        return None
    title = match[1].strip()
    cased = labelled and is_title_case(title)
    limit = 14 if cased else 8 if labelled else 5
    told = cased or (labelled and len(title.split()) <= 7)
    if match[2] == "." and (not told or title.count("(") != title.count(")")):
        return None
    return RunIn(title, match.end()) if is_title_like(title, limit) else None


def _skip_space(masked: str, place: int, end: int) -> int:
    while place < end and masked[place].isspace():
        place += 1
    return place
