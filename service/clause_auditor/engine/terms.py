"""Defined terms of one contract, followed to the concept that they mean ("Security Incident" for a breach)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clause_auditor.text.rolewords import COMMERCIAL, FIRST_PERSON, LEGAL, NEUTRAL, SECOND_PERSON
from clause_auditor.text.words import fold_words

Term = tuple[str, ...]
Hits = Mapping[str, Iterable[tuple[int, int]]]
Span = tuple[int, int, str]
"""Where a concept stands, half open, and its name."""

_REACH = 14
"""The head of a meaning stands within so many words of its beginning."""
_DEPENDENT = frozenset(
    "who whom which that to for in by with under from on of relating concerning about against whose where"
    " when using upon into within through during over at than without including excluding performed"
    " may will shall can must we you they it company companies entity entities organization organizations"
    " employee employees personnel staff workers officers directors".split()
)
"""After one of these, a concept belongs to a description and is not what the term means; nor is one listed beside
the vendor's own people."""
_PARTS = frozenset(
    "any all each every such some part parts portion portions kind kinds form forms type types item items category"
    " categories set sets instance instances case cases body most those one more element elements copy copies".split()
)
"""Before "of", these leave the head to the word after it: "such of the personal data"."""
_BEING = frozenset(
    "is are constitutes constitute qualifies qualify amounts amount consists consist comprises represents".split()
)
"""After "that" or "which", these say what the head is: "content that constitutes personal data"."""
_NOUNS = frozenset(
    "processing protection subject subjects addendum agreement agreements schedule annex controller controllers"
    " processor processors center centers centre law laws legislation regulation act officer authority policy terms"
    " notice office management analytics breach breaches incident incidents leak leaks event events loss"
    " notification notifications rule rules list lists response".split()
)
"""Before one of these, a short name is no head: "Data Processing Addendum", "Breach Notification Rules"."""
_DATA_NAMES = frozenset(
    "data information content contents material materials records record details files file input inputs pii phi"
    " database submissions uploads".split()
)
_SHORT = 4
_NEAR = 14
"""What describes its meaning in so many words as `_SHORT` or more may end so far before the name."""
_NEVER = frozenset(
    fold_words(word)
    for word in (
        "process processes processed processing services service agreement contract dpa addendum baa terms"
        " schedule annex program platform software product products purpose purposes parties it"
    ).split()
)
"""Terms that mean themselves, whatever stands in their definition."""
_ROLES = frozenset((*LEGAL, *COMMERCIAL, *NEUTRAL, *((word,) for word in FIRST_PERSON | SECOND_PERSON)))
_GAP = 2
"""A meaning that comes before its name ends at most so many words before it."""


class Terms:
    """Terms by their first word, each with its concepts; a plural or singular of the last word counts too."""

    def __init__(self, meanings: Mapping[Term, Iterable[str]]) -> None:
        self._forms = {form: tuple(concepts) for term, concepts in meanings.items() for form in _numbers(term)}
        self._forms.update({term: tuple(concepts) for term, concepts in meanings.items()})
        self._lengths: dict[str, set[int]] = {}
        """How long the terms are that begin with a word: each length is one look-up, however many terms there are."""
        for term in self._forms:
            self._lengths.setdefault(term[0], set()).add(len(term))

    def find(self, words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Return {concept: spans} for every term that stands in a sequence of folded words."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                term = tuple(words[at : at + length])
                for concept in self._forms.get(term, ()) if len(term) == length else ():
                    found.setdefault(concept, []).append((at, at + length))
        return found


NO_TERMS = Terms({})


def find_meanings(
    term: Term, words: tuple[str, ...], place: tuple[int, int], hits: Hits, definable: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the concepts that a term stands for, sorted; empty if its meaning is none of them.

    `place` is where the meaning begins and, if the term comes after it, where it ends (else -1). `definable` gives
    for each concept that may head a meaning those that the term then stands for.
    """
    if term in _NEVER or term in _ROLES:
        return ()
    body, end = place
    spans = [(start, stop, concept) for concept in definable for start, stop in hits.get(concept, ()) if start >= body]
    heads = [span for span in spans if not _is_compound(words, span)]
    best = _leading(words, body, heads) if end < 0 else _before_name(term, words, heads, end)
    return tuple(sorted({target for _, _, concept in best for target in definable[concept]}))


def _leading(words: tuple[str, ...], body: int, spans: list[Span]) -> list[Span]:
    """The spans that head a meaning: the first and longest ones."""
    heads = [s for s in spans if s[0] < body + _REACH and not _depends(words, body, s[0])]
    if not heads:
        return []
    first, length = min((start, start - stop) for start, stop, _ in heads)
    return [span for span in heads if (span[0], span[0] - span[1]) == (first, length)]


def _before_name(term: Term, words: tuple[str, ...], spans: list[Span], end: int) -> list[Span]:
    """The longest spans of those that end where the name begins."""
    ending = [s for s in spans if s[1] <= end and _reaches(words, s, end) and _may_be_named(term, words, s)]
    longest = max((stop - start for start, stop, _ in ending), default=0)
    return [span for span in ending if span[1] - span[0] == longest]


def _reaches(words: tuple[str, ...], span: Span, end: int) -> bool:
    described = span[1] - span[0] >= _SHORT and words[span[1] - 1] not in _DATA_NAMES | {"person", "persons"}
    return end - span[1] <= (_NEAR if described else _GAP)


def _may_be_named(term: Term, words: tuple[str, ...], span: Span) -> bool:
    """False for a name that no kind of data bears, where data stands before it."""
    return not _is_data(words, span) or term[-1] in _DATA_NAMES


def _is_compound(words: tuple[str, ...], span: Span) -> bool:
    return span[1] - span[0] <= _SHORT and words[span[1] : span[1] + 1] != () and words[span[1]] in _NOUNS


def _is_data(words: tuple[str, ...], span: Span) -> bool:
    return span[1] - span[0] < _SHORT and words[span[1] - 1] in _DATA_NAMES


def _depends(words: tuple[str, ...], body: int, start: int) -> bool:
    return any(words[at] in _DEPENDENT and not _is_open(words, at, body) for at in range(body, start))


def _is_open(words: tuple[str, ...], at: int, body: int) -> bool:
    """True if what follows a joining word can still be the head."""
    if words[at] == "of":
        return at > body and words[at - 1] in _PARTS
    return words[at] in ("that", "which") and words[at + 1 : at + 2] != () and words[at + 1] in _BEING


def _numbers(term: Term) -> set[Term]:
    """Return the term with its last word in the plural and in the singular, as far as spelling tells."""
    *head, last = term
    forms = {last + "s"}
    if last.endswith("ies") and len(last) > 4:
        forms.add(last[:-3] + "y")
    elif last.endswith(("sses", "ches", "shes", "xes")):
        forms.add(last[:-2])
    elif last.endswith("s") and not last.endswith("ss") and len(last) > 3:
        forms.add(last[:-1])
    if last.endswith(("s", "x", "ch", "sh")):
        forms.add(last + "es")
    elif last.endswith("y"):
        forms.add(last[:-1] + "ies")
    return {(*head, form) for form in forms}
