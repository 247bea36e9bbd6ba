"""Defined terms of one contract, followed to the concept that they mean ("Security Incident" for a breach)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

Term = tuple[str, ...]

_REACH = 14
"""The head of a meaning stands within so many words of its beginning."""
_DEPENDENT = frozenset(
    [
        "who",
        "whom",
        "which",
        "that",
        "to",
        "for",
        "in",
        "by",
        "with",
        "under",
        "from",
        "on",
        "of",
        "relating",
        "concerning",
        "about",
        "against",
    ]
)
"""After one of these, a concept belongs to a description and is not what the term means."""


class Terms:
    """Terms by their first word, each with its concept."""

    def __init__(self, meanings: Mapping[Term, str]) -> None:
        self._by_first: dict[str, list[tuple[Term, str]]] = {}
        for term, concept in meanings.items():
            self._by_first.setdefault(term[0], []).append((term, concept))

    def find(self, words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Return {concept: spans} for every term that stands in a sequence of folded words."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, word in enumerate(words):
            for term, concept in self._by_first.get(word, ()):
                if tuple(words[at : at + len(term)]) == term:
                    found.setdefault(concept, []).append((at, at + len(term)))
        return found


NO_TERMS = Terms({})


def find_meaning(
    words: tuple[str, ...], body: int, hits: Mapping[str, Iterable[tuple[int, int]]], definable: Collection[str]
) -> str | None:
    """Return the concept that heads a meaning which begins at word `body`, or None: the first and longest one."""
    spans = [
        (start, -end, concept)
        for concept in definable
        for start, end in hits.get(concept, ())
        if body <= start < body + _REACH and not _DEPENDENT.intersection(words[body:start])
    ]
    return min(spans)[2] if spans else None
