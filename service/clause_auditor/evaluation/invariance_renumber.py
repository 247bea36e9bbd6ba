"""Clauses renumbered: the first number of every clause is shifted, and of what refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.text.revisions import Revision

SHIFT = 3
_HEAD = re.compile(
    r"(?m)^(?P<mark>#{1,6}[ \t]+|\*\*)?(?P<word>(?:clause|section)[ \t]+)?(?P<first>\d{1,2})(?P<rest>(?:\.\d{1,2})*)"
    r"(?P<end>\.?(?:[ \t]|\*\*)|[):][ \t]|\\\.)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:clauses?|sections?|paragraphs?)[ \u00a0](?P<first>\d{1,2})"
    r"(?=[\s,;:)(\]]|\.\s|\.\d{1,2}(?!\d)|\.?$)(?![\d.]*\d{3})",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"[\d.()a-z]{0,12}\s+(?:of|to|under|in)\s+(?!this\b|these\b|our\b)|\s*(?:GDPR|CFR|C\.F\.R|U\.S\.C|USC)"
)
_LEAST = 4


def renumber(text: str) -> str | None:
    """Return the text with its clauses numbered from `1 + SHIFT`; None unless they are numbered 1, 2, 3, 4 and on."""
    heads = list(_spine(text))
    if len(heads) < _LEAST:
        return None
    numbers = {int(head["first"]) for head in heads}
    shifted = [_shift(head) for head in heads]
    below = [_shift(m) for m in _HEAD.finditer(text) if m["rest"] and int(m["first"]) in numbers]
    references = [
        _shift(m) for m in _REFERENCE.finditer(text) if int(m["first"]) in numbers and not _FOREIGN.match(text, m.end())
    ]
    return Revision([*shifted, *below, *references]).apply(text)


def _spine(text: str) -> Iterator[re.Match[str]]:
    """Yield the marks of the top clauses: of one form, counting up from 1 without a gap."""
    marks = [m for m in _HEAD.finditer(text) if not m["rest"]]
    forms = [(m["mark"] or "").strip() + (m["word"] or "").strip().lower() for m in marks]
    for form in sorted(set(forms), key=lambda one: (-len(one), one)):
        own = [m for m, other in zip(marks, forms, strict=True) if other == form]
        if len(own) >= _LEAST and [int(m["first"]) for m in own] == list(range(1, len(own) + 1)):
            yield from own
            return


def _shift(match: re.Match[str]) -> Edit:
    return Edit(*match.span("first"), str(int(match["first"]) + SHIFT))
