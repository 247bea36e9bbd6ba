"""Glossaries: terms set before their meaning by the layout alone: a label in bold, a dash, two columns, "X = Y"."""

from __future__ import annotations

import re

from clause_auditor.domain.provision import Place, Provision, ProvisionKind

Entry = tuple[str, int]
"""A term as it is written, and where its meaning begins."""

_LABEL = re.compile(r"[\s:=\u2013\u2014-]+\Z")
_EQUALS = re.compile(r"(?:\A|[;:,.(]\s{1,4}|\b(?:and|where|here)\s)([^=;:.,()|\n]{2,60}?)\s{1,4}=\s{1,4}(?=\S)")
_HEAD = re.compile(
    r"\W*(?:(?:defined |key )?terms?|words?|expressions?|abbreviations?|concepts?|notions?|we say|when we say"
    r"|if we say|definitions?|(?:our )?names?|acronyms?|jargon|vocabulary)(?: used| we use)?\s*\|\s*"
    r"(?:(?:the )?(?:meaning|definition|explanation|description|sense|interpretation|significance)s?"
    r"|what (?:it|we|this|that|they)(?: \w+)? means?|(?:we|it|they) means?|means|in (?:plain|other) \w+|stands for)"
    r"\W*\Z",
    re.IGNORECASE,
)
_LONGEST = 90
_EMPHASIS = 3
"""Spaces that stand for the marks of emphasis and the space after them."""


def read_entries(masked: str, provision: Provision) -> list[Entry]:
    """Return the terms that the layout of a provision gives, each with the code point at which its meaning begins."""
    if provision.kind is ProvisionKind.ROW:
        return _read_row(masked, provision)
    if provision.place is Place.DEFINITIONS and (label := _label(masked, provision)):
        return [(label, provision.span.start)]
    return _read_equals(masked, provision)


def _label(masked: str, provision: Provision) -> str:
    """The run-in heading right before the provision: "Helpers - companies that ..."."""
    title = provision.headings[-1] if provision.headings else ""
    start = provision.span.start
    before = masked[max(0, start - _LONGEST) : start]
    mark = _LABEL.search(before)
    if mark is None or "\n" in mark[0] or not title or not _ends_with(before[: mark.start()], title):
        return ""
    told = any(sign in mark[0] for sign in ":=\u2013\u2014-") or len(mark[0]) >= _EMPHASIS
    return title if told else ""


def _ends_with(before: str, title: str) -> bool:
    return " ".join(before.split()).rstrip("\"\u201d'").endswith(title)


def _read_row(masked: str, provision: Provision) -> list[Entry]:
    heads = [masked[span.start : span.end] for span in provision.spans[:-1]]
    if provision.place is not Place.DEFINITIONS and not any(_HEAD.match(head) for head in heads):
        return []
    start, end = provision.span.start, provision.span.end
    bar = masked.find("|", start, end)
    if bar < 0:
        return [(heads[-1].strip(), start)] if heads and "|" not in heads[-1] else []
    term = masked[start:bar].strip(' "\u201c\u201d')
    if _HEAD.match(masked, start, end) or not 0 < len(term) <= _LONGEST or masked[bar:end].count("|") != 1:
        return []
    return [(term, bar + 1)]


def _read_equals(masked: str, provision: Provision) -> list[Entry]:
    start, end = provision.span.start, provision.span.end
    if masked.find("=", start, end) < 0:
        return []
    piece = masked[start:end]
    return [(match[1].strip(' "\u201c\u201d'), start + match.end()) for match in _EQUALS.finditer(piece)]
