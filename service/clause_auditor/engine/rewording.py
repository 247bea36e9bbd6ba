"""The words by which drafts are compared: folded, without numbering; and which of them differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from clause_auditor.domain.comparison import Stretch
from clause_auditor.domain.contract import Contract
from clause_auditor.text.numbering import read_label
from clause_auditor.text.words import Token, tokenize

_MOST_ALIGNED: Final = 600
"""Words, without the beginning and the end that both share, up to which words are aligned: the work is quadratic."""
_NUMBER: Final = r"(?-i:\d{1,3}(?:\.\d{1,3}){0,5}(?!\d)(?:\([a-z0-9]{1,4}\)){0,3}|[IVX]{1,5}\b|[A-Z]\b)"
_REFERENCE: Final = re.compile(
    r"\b(?:clauses?|sections?|paragraphs?|annex(?:es)?|schedules?|appendix|exhibits?|attachments?)\s{1,4}"
    rf"({_NUMBER}(?:\s{{0,4}}(?:,|&|and|or|to)\s{{0,4}}{_NUMBER}){{0,8}})"
    r"(?!\s{1,4}of\s{1,4}(?!this\b|these\b|our\b|the\s(?:agreement|addendum|contract|terms|dpa|baa|msa)\b)"
    r"|\s{0,4}(?-i:GDPR|CFR|C\.F\.R|USC|U\.S\.C))",
    re.IGNORECASE,
)
"""A reference within the contract; places of a law bear numbers that no draft moves."""
_LINES: Final = re.compile(r"\n[\s#>|*_]*")
"""A line end, and the layout and marks of formatting before the first word of the next line."""
_CLOSED: Final = re.compile(r"(?:[.;:,)]|\b(?:and|or))[ \t]{0,8}\Z")
_REACH: Final = 12
"""Characters before a line end that tell whether the line was complete; and within which "**4.2.**" is closed."""


class Wording:
    """A text with the words by which it is compared."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_without_numbering(text))
        self.words = tuple(token[0] for token in self._tokens)

    def stretch(self, first: int, last: int) -> Stretch:
        """Return the code points of the words from `first` up to, and without, `last`."""
        return Stretch(self._tokens[first][1], self._tokens[last - 1][2])


class DraftText:
    """All words of a draft."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract

    def holds(self, words: Sequence[str]) -> bool:
        """Tell whether these words stand in the draft, one after the other."""
        return f" {' '.join(words)} " in self._joined

    @cached_property
    def _joined(self) -> str:
        texts = (Wording(document.text).words for document in self._contract.documents)
        return "\n".join(f" {' '.join(words)} " for words in texts)


def changed_stretches(old: Wording, new: Wording) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return what is deleted from the old text, and what is inserted into the new one."""
    changes = list(_changes(old.words, new.words))
    deleted = tuple(old.stretch(first, last) for first, last, _, _ in changes if last > first)
    inserted = tuple(new.stretch(first, last) for _, _, first, last in changes if last > first)
    return deleted, inserted


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (first, last) of old words and (first, last) of the new words that stand in their place, half open."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    if max(old_end, new_end) - head > _MOST_ALIGNED:
        yield head, old_end, head, new_end
        return
    matcher = SequenceMatcher(None, old[head:old_end], new[head:new_end], autojunk=False)
    for kind, first, last, other_first, other_last in matcher.get_opcodes():
        if kind != "equal":
            yield head + first, head + last, head + other_first, head + other_last


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words both begin with."""
    most = min(len(old), len(new))
    return next((place for place in range(most) if old[place] != new[place]), most)


def _without_numbering(text: str) -> Iterator[Token]:
    skipped = sorted((*_references(text), *_labels(text)))
    place = 0
    for token in tokenize(text):
        while place < len(skipped) and skipped[place][1] <= token[1]:
            place += 1
        if place == len(skipped) or token[1] < skipped[place][0]:
            yield token


def _references(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in _REFERENCE.finditer(text))


def _labels(text: str) -> Iterator[tuple[int, int]]:
    """Yield where marks of items and clauses stand, "(a)"; a figure at the start of a line that was wrapped is none."""
    for match in _LINES.finditer(text):
        mark = text.find("*", match.end(), match.end() + _REACH)
        label = read_label(text, match.end(), mark if mark >= 0 else len(text))
        before = text[max(0, match.start() - _REACH) : match.start()]
        if label is not None and (match[0].count("\n") > 1 or _CLOSED.search(before)):
            yield match.end(), label.end
