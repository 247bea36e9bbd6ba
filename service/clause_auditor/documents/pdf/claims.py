"""What a file says is written and is not what is drawn: told behind the drawn words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from clause_auditor.documents.pdf.actual_text import Span
from clause_auditor.documents.pdf.letters import Letters
from clause_auditor.documents.pdf.opening import address
from clause_auditor.documents.pdf.words import TOKEN, Word
from clause_auditor.domain.contract import HiddenKind


class Claim(NamedTuple):
    """Words that a file says are written."""

    end: int
    """Place in the file behind the words that are drawn."""
    said: str


def tell_claims(words: list[Word], letters: Letters, spans: Sequence[Span]) -> list[Word]:
    """Return the words of a page, in the order of the file, with those that are said and not drawn as hidden ones."""
    claims = sorted([*_of_letters(letters), *_of_spans(words, spans)])
    for claim in reversed(claims):
        place = bisect_left(words, claim.end, key=lambda word: word.order)
        if words:
            beside = words[max(0, place - 1)]
            words.insert(place, replace(beside, text=claim.said, hidden=HiddenKind.RENDERED_OTHERWISE, after=[]))
    return words


def _of_letters(letters: Letters) -> Iterator[Claim]:
    """Yield what fonts say that they draw; words that follow each other together."""
    if letters.said is letters.drawn:
        return
    start = end = -1
    for match in TOKEN.finditer(letters.drawn):
        if letters.said[match.start() : match.end()] != match[0]:
            start, end = match.start() if start < 0 else start, match.end()
        elif start >= 0:
            yield Claim(end, letters.said[start:end])
            start = -1
    if start >= 0:
        yield Claim(end, letters.said[start:end])


def _of_spans(words: Sequence[Word], spans: Sequence[Span]) -> Iterator[Claim]:
    last = {word.style.place: word.order for word in words}
    for span in spans:
        orders = [last[place] for element in span.elements if (place := address(element)) in last]
        yield Claim(max(orders, default=-1) + 1, span.said)
