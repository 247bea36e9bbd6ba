"""Edits by words of a provision: put others in their place, or take them out so that the sentence still reads well."""

from __future__ import annotations

import re

from clause_auditor.domain.provision import Provision
from clause_auditor.domain.remedy import Edit

_VOWEL = re.compile(r"\s*[aeiou]", re.IGNORECASE)
_ARTICLE = re.compile(r"\b([Aa])(n?)(\s+)$")


def span_of(provision: Provision, first: int, last: int) -> tuple[int, int] | None:
    """Return the code points of words, half open; None if they do not stand together in the source."""
    if not 0 <= first < last <= len(provision.words):
        return None
    start, end = provision.offsets[first][0], provision.offsets[last - 1][1]
    together = any(span.start <= start and end <= span.end for span in provision.spans)
    return (start, end) if together and start < end else None


def put(provision: Provision, text: str, first: int, last: int, instead: str) -> Edit | None:
    """Return the edit that puts words in the place of others; a capital stays, nothing leaves a double space."""
    span = span_of(provision, first, last)
    if span is None:
        return None
    start, end = span
    if not instead:
        return _without(provision, text, start, end)
    if text[start].isupper() and text[start : start + 2] != text[start : start + 2].upper():
        instead = instead[0].upper() + instead[1:]
    return Edit(provision.document_id, start, end, instead)


def cut(provision: Provision, text: str, first: int, last: int) -> Edit | None:
    """Return the edit that takes an aside out, with the comma that sets it off."""
    span = span_of(provision, first, last)
    if span is None:
        return None
    start, end = span
    before = text[:start].rstrip()
    if before.endswith(",") and text[end : end + 1] in (",", ".", ";", ":", ")"):
        start = len(before) - 1
        end += text[end : end + 1] == ","
        return Edit(provision.document_id, start, end, "")
    if text[end : end + 1] == "," and (start == provision.span.start or before[-1:] in ".;:"):
        return _without(provision, text, start, end + 1)
    return _without(provision, text, start, end)


def _without(provision: Provision, text: str, start: int, end: int) -> Edit | None:
    """Take words out with the space beside them; the sentence begins with a capital, "a" and "an" fit again."""
    after = end
    while text[after : after + 1] in (" ", "\n") and text[after : after + 2] != "\n\n" and after < len(text):
        after += 1
    if after == end or text[after : after + 1] in ("", "\n"):
        start = len(text[:start].rstrip(" "))
        return Edit(provision.document_id, start, end, "")
    begins = start == provision.span.start and text[start].isupper()
    if begins:
        return Edit(provision.document_id, start, after + 1, text[after].upper())
    if article := _ARTICLE.search(text, max(0, start - 6), start):
        fitting = article[1] + ("n" if _VOWEL.match(text, after) else "")
        return Edit(provision.document_id, article.start(), after, fitting + article[3])
    return Edit(provision.document_id, start, after, "")
