"""Definitions: the terms that a contract defines, and where their meaning begins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clause_auditor.domain.provision import Definition, Place, Provision, ProvisionKind
from clause_auditor.text.words import fold_words

_QUOTE = '["\u201c\u201d\u2018]'
_MEANS = re.compile(
    r"[\s\"\u201d\u2019,:\u2013\u2014*-]{0,20}(?:\([^()]{0,80}\)[\s,]*)?(?:(?:as used herein"
    r"|in this agreement|or similar)[\s,]*)?"
    r"(?:means?|shall mean|will mean|refers? to|shall refer to|collectively refers? to|is defined as"
    r"|are defined as|shall be defined as"
    r"|has the meanings?|have the meanings?|shall have the (?:same )?meanings?|has the same meaning"
    r"|have the same meaning"
    r"|will have the (?:same )?meanings?|shall generally have the same meaning"
    r"|includes?|shall include|is defined in|shall be understood|is any|is identified|is specified)\b[\s:]*",
    re.IGNORECASE,
)
_TERM = re.compile(rf"{_QUOTE}([^\"\u201c\u201d\n]{{1,80}}?),?[\"\u201d\u2019]")
_VERBS = ("means", "shall mean", "refers to", "has the meaning", "is defined")
_JOIN = re.compile(r"\s*(?:,|/|or|and|,\s*(?:or|and))?\s*(?:the\s+)?$", re.IGNORECASE)
_COLON = re.compile(r"([A-Z][^.:;\"\u201c\n|]{1,60}?)[\"\u201d]?\s*(?::|\s[\u2013\u2014-]\s)\s*")
_BARE = re.compile(
    r"([A-Z][\w/ ,()&-]{1,70}?)\s+(?:means|shall mean|refers to|is defined as|has the meaning"
    r"|shall have the (?:same )?meaning)\b[\s:]*"
)
_PARENTHESISED = re.compile(
    r"\((?:each,?\s|an?\s|the\s|collectively,?\s|together,?\s|hereinafter,?\s|hereafter,?\s"
    r"|referred to as\s|individually\s|as\s|or\s|and\s){0,4}"
    r"(?:the\s|an?\s)?[\"\u201c]([^\"\u201c\u201d\n()]{2,60}?),?[\"\u201d][^()]{0,80}\)",
    re.IGNORECASE,
)


def find_definitions(texts: dict[str, str], provisions: Iterable[Provision]) -> tuple[Definition, ...]:
    """Return the definitions in the provisions; `texts` holds the masked text of each document by id."""
    found: list[Definition] = []
    for provision in provisions:
        if provision.kind is ProvisionKind.HEADING or len(provision.words) - provision.own < 2:
            continue
        masked = texts[provision.document_id]
        found += _read_sentence(masked, provision) or _read_parentheses(masked, provision)
    return tuple(found)


def is_definition(masked: str, start: int, end: int) -> bool:
    """True if a sentence begins by saying what a quoted term means."""
    head = masked[start : min(end, start + 30)]
    if not any(mark in head for mark in '"\u201c'):
        return False
    terms, place = _leading_terms(masked, start, end)
    return bool(terms) and _MEANS.match(masked, place, end) is not None


def _read_sentence(masked: str, provision: Provision) -> list[Definition]:
    start, end = provision.span.start, provision.span.end
    if len(provision.spans) > 1 and masked.startswith(_VERBS, start):
        start = max(0, provision.spans[-2].start - 1)
    terms, place = _leading_terms(masked, start, end)
    match = _MEANS.match(masked, place, end) if terms else None
    if match is not None:
        return _make(provision, terms, match.end())
    if provision.place is not Place.DEFINITIONS:
        return []
    for pattern in (_BARE, _COLON):
        if bare := pattern.match(masked, start, end):
            return _make(provision, re.split(r"\s+or\s+|,\s*", bare[1]), bare.end())
    if terms and place < end:
        return _make(provision, terms, place)
    return []


def _leading_terms(masked: str, start: int, end: int) -> tuple[list[str], int]:
    terms: list[str] = []
    place = start
    while (match := _TERM.search(masked, place, min(end, place + 110))) is not None:
        between = masked[place : match.start()].strip("( ")
        if not _JOIN.match(between) and not (not terms and _is_lead_in(between)):
            break
        terms += [part for part in re.split(r"\s*/\s*", match[1]) if part]
        place = match.end()
        if len(terms) > 40:
            break
    return terms, place


def _is_lead_in(words: str) -> bool:
    folded = words.strip().rstrip(",").lower()
    return folded in ("", "the term", "the terms", "term", "a", "an", "for clarity", "references to") or (
        folded.startswith(("in this", "for purposes", "for the purposes", "as used")) and len(folded) < 80
    )


def _read_parentheses(masked: str, provision: Provision) -> list[Definition]:
    if masked.find("(", provision.span.start, provision.span.end) < 0:
        return []
    found: list[Definition] = []
    for match in _PARENTHESISED.finditer(masked, provision.span.start, provision.span.end):
        place = _clause_part(masked, provision.span.start, match.start())
        terms = _TERM.findall(match[0])
        found += _make(provision, terms, place)
    return found


def _clause_part(masked: str, start: int, end: int) -> int:
    """Where the part of the sentence before a parenthesis begins: after the last semicolon or bracket."""
    cut = max(masked.rfind(mark, start, end) for mark in (";", ":", ")"))
    return start if cut < 0 else cut + 1


def _make(provision: Provision, terms: list[str], place: int) -> list[Definition]:
    body = next((at for at in range(provision.own, len(provision.offsets)) if provision.offsets[at][0] >= place), -1)
    if body < 0:
        return []
    folded = [fold_words(term) for term in terms]
    return [Definition(words, provision.index, body) for words in folded if words]
