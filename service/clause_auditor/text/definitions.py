"""Definitions: the terms that a contract defines, and where their meaning begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from clause_auditor.domain.provision import Definition, Place, Provision, ProvisionKind
from clause_auditor.text.glossary import read_entries
from clause_auditor.text.naming import find_named
from clause_auditor.text.words import fold_words

_QUOTE = "(?:[\"\u201c\u201d\u2018\u201e\u00ab]|(?<!\\w)'(?=[A-Z]))"
_MEANS = re.compile(
    r"[\s\"\u201d\u2019,:\u2013\u2014*-]{0,20}(?:\([^()]{0,80}\)[\s,]*)?(?:(?:as used herein"
    r"|in this agreement|or similar)[\s,]*)?"
    r"(?:means?|shall mean|will mean|refers? to|shall refer to|collectively refers? to|is defined as"
    r"|are defined as|shall be defined as"
    r"|has the meanings?|have the meanings?|shall have the (?:same )?meanings?|has the same meaning"
    r"|have the same meaning"
    r"|will have the (?:same )?meanings?|shall generally have the same meaning"
    r"|bears? the meanings?|shall bear the meanings?|stands? for|denotes?|designates?|covers?|comprises?|is short for"
    r"|is (?:our|the) (?:word|name|term) for|(?:is|are) what we call"
    r"|(?:is|are|be) (?:taken|used|understood) (?:to mean|as)"
    r"|is meant|we mean|is used for|means, in|signif(?:y|ies)"
    r"|includes?|shall include|is defined in|shall be understood|(?:is|are) (?:any|all|an?|the)|is identified"
    r"|is specified)\b[\s:]*",
    re.IGNORECASE,
)
_TERM = re.compile(rf"{_QUOTE}([^\"\u201c\u201d\u00bb\n]{{1,80}}?),?(?:[\"\u201d\u2019\u201c\u00bb]|'(?!\w))")
_DASH = re.compile(r"\s*(?:[:=\u2013\u2014]|-\s)\s*")
_VERBS = ("means", "shall mean", "refers to", "has the meaning", "is defined")
_JOIN = re.compile(r"\s*(?:,|/|or|and|,\s*(?:or|and))?\s*(?:the\s+)?$", re.IGNORECASE)
_COLON = re.compile(r"([A-Z][^.:;\"\u201c\n|]{1,60}?)[\"\u201d]?\s*(?::|\s[\u2013\u2014=-]\s)\s*")
_BARE = re.compile(
    r"([A-Z][\w/ ,()&-]{1,70}?)\s+(?:means|shall mean|refers to|is defined as|has the meaning"
    r"|shall have the (?:same )?meaning)\b[\s:]*"
)
_WE_MEAN = re.compile(
    r"(?:(?:by|with|under)|(?:when|where|if|whenever) (?:we|this \w{3,12}|the parties|you see)(?: (?:say|says|use|uses"
    r"|write|speak of|speaks of|talk about|refer to|refers to|read)\b)?(?: the (?:words?|terms?|expression))?)\s+"
    r"(?:\"|\u201c)?([^\"\u201c\u201d\n,;:.]{2,60}?)(?:\"|\u201d)?,?\s+(?:(?:we|it|that|the parties|this \w{3,12}) "
    r"(?:means?|understands?|refers? to|is meant)|(?:is|are) (?:meant|understood)|means?)\b[\s:]*",
    re.IGNORECASE,
)
_BACKWARD = 24
"""A sentence that so near to its beginning calls something by a name speaks of the sentence before."""
_NO_TERMS = frozenset(("this", "that", "it", "which", "these", "those", "what", "nothing", "neither", "here", "there"))
_MODALS = frozenset(("shall", "will", "may", "must", "not", "is", "are", "to", "has", "have"))
_NOT_LAST = frozenset(
    ("the", "a", "an", "and", "or", "by", "of", "which", "that", "no", "such", "other", "these", "any", "all")
)
"""Before "means", these make a noun of it: "the purposes and the means"."""


def find_definitions(texts: dict[str, str], provisions: Iterable[Provision]) -> tuple[Definition, ...]:
    """Return the definitions in the provisions; `texts` holds the masked text of each document by id."""
    found: list[Definition] = []
    before: Provision | None = None
    for provision in provisions:
        if provision.kind is ProvisionKind.HEADING or len(provision.words) - provision.own < 2:
            continue
        masked = texts[provision.document_id]
        stated = _read_sentence(masked, provision) or _read_layout(masked, provision)
        found += stated or _read_named(masked, provision, before)
        before = provision
    return tuple(found)


def is_definition(masked: str, start: int, end: int) -> bool:
    """True if a sentence begins by saying what a quoted term means."""
    head = masked[start : min(end, start + 30)]
    if not any(mark in head for mark in "\"'\u201c\u2018\u201e\u00ab"):
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
    if terms and (dash := _DASH.match(masked, place, end)) and dash.end() < end:
        return _make(provision, terms, dash.end())
    if spoken := _WE_MEAN.match(masked, start, end):
        return _make(provision, _split_terms(spoken[1]), spoken.end())
    if (bare := _BARE.match(masked, start, end)) and _may_be_term(bare[1]):
        return _make(provision, _split_terms(bare[1]), bare.end())
    if provision.place is not Place.DEFINITIONS or provision.kind is ProvisionKind.ROW:
        return []
    if bare := _COLON.match(masked, start, end):
        return _make(provision, _split_terms(bare[1]), bare.end())
    if terms and place < end:
        return _make(provision, terms, place)
    return []


def _may_be_term(written: str) -> bool:
    words = written.lower().split()
    return words[0] not in _NO_TERMS and words[-1] not in _NOT_LAST and len(words) < 9 and not _MODALS & set(words)


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


def _read_layout(masked: str, provision: Provision) -> list[Definition]:
    found: list[Definition] = []
    for term, place in read_entries(masked, provision):
        found += _make(provision, _split_terms(term), place)
    return found


def _read_named(masked: str, provision: Provision, before: Provision | None) -> list[Definition]:
    start, end = provision.span.start, provision.span.end
    found: list[Definition] = []
    for named in find_named(masked, start, end):
        backward = named.end - start < _BACKWARD and before is not None and masked[named.end : named.end + 1] != "("
        if backward and before is not None and before.document_id == provision.document_id:
            found += _make(before, named.terms, before.span.start, before.span.end)
        else:
            found += _make(provision, named.terms, named.start, named.end)
    return found


def _split_terms(written: str) -> list[str]:
    bare = re.sub(r"\A(?:the )?(?:terms?|words?|expressions?)\s+", "", written, flags=re.IGNORECASE)
    return [part.strip(' "\u201c\u201d()') for part in re.split(r"\s+or\s+|\s*[,/;(]\s*", bare)]


def _make(provision: Provision, terms: list[str], place: int, end: int | None = None) -> list[Definition]:
    offsets = provision.offsets
    body = bisect_left(offsets, (place, 0), provision.own)
    if body == len(offsets):
        return []
    stop = -1 if end is None else bisect_left(offsets, (end, 0), body)
    folded = [fold_words(term) for term in terms]
    return [Definition(words, provision.index, body, stop) for words in folded if words]
