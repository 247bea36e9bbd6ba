"""A contract read once: the hits of every provision, and the sets of provisions that conditions are tried on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

from clause_auditor.domain.condition import Reach
from clause_auditor.domain.provision import Definition, Provision, SplitContract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.frames import Frame, read_frame
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.masks import Mask, indexes, mask_of
from clause_auditor.engine.matching import Hits, find_hits
from clause_auditor.engine.terms import Term, Terms, find_meanings
from clause_auditor.text.words import tokenize

_MEANING = 120
"""Words after which the head of a meaning is looked for no more."""
_ROUNDS = 3
"""Terms may be defined by terms that are defined by others, so many times."""


class Reading:
    """Hits, neighbours and frames of one contract under one lexicon."""

    def __init__(
        self, split: SplitContract, lexicon: Lexicon, cancel: CancelToken, languages: Collection[str] = ("en",)
    ) -> None:
        self.split = split
        self.languages = languages
        self.provisions = split.provisions
        self.everything: Mask = (1 << len(split.provisions)) - 1
        self._lexicon = lexicon
        self._terms = terms = Terms(_meanings(split, lexicon))
        self.hits: list[Hits] = []
        for provision in split.provisions:
            cancel.check()
            known = provision.language in languages
            self.hits.append(_hits(lexicon, provision, terms) if known else {})
        self.absent_annexes = tuple(tuple(w for w, _, _ in tokenize(n, 0, len(n))) for n in split.absent_annexes)
        """Folded words of the annexes that are named and not there."""
        self._frames: dict[tuple[int, int], Frame] = {}

    @cached_property
    def concept_masks(self) -> Mapping[str, Mask]:
        """The provisions that hold each concept."""
        return _masks((p.index, hits) for p, hits in zip(self.provisions, self.hits, strict=True))

    @cached_property
    def heading_masks(self) -> Mapping[str, Mask]:
        """The provisions under a heading (or with a run-in heading) that holds each concept."""
        titles = {title for p in self.provisions for title in p.headings}
        known = {title: self._concepts_of(title) for title in titles}
        chains = {headings: frozenset().union(*map(known.__getitem__, headings)) for headings in self._chains()}
        return _masks((p.index, chains[p.headings]) for p in self.provisions)

    def _chains(self) -> set[tuple[str, ...]]:
        return {p.headings for p in self.provisions}

    def _concepts_of(self, title: str) -> frozenset[str]:
        words = [word for word, _, _ in tokenize(title, 0, len(title))]
        return frozenset(find_hits(self._lexicon, words, terms=self._terms))

    @cached_property
    def timed(self) -> Mask:
        """The provisions that hold a time limit."""
        return mask_of(p.index for p in self.provisions if p.deadlines)

    def frame(self, provision: int, at: int) -> Frame:
        """Return the frame of the verb at a word position of a provision, read once."""
        key = (provision, at)
        if key not in self._frames:
            self._frames[key] = read_frame(self.provisions[provision], at)
        return self._frames[key]

    def reach(self, reach: Reach, of: Mask) -> Mask:
        """Return all provisions that have one of `of` in reach, themselves among them."""
        if reach is Reach.NEXT:
            return (of | of >> 1 | of >> 2) & self._neighbours(Reach.SECTION, of)
        return self._neighbours(reach, of)

    def group(self, reach: Reach, index: int) -> Hashable:
        """Return the key of the document, section or paragraph in which a provision stands."""
        return self._groups[reach][0][index]

    def near(self, reach: Reach, index: int) -> Sequence[int]:
        """Return the provisions in reach of one, in reading order; of `next`, itself and those that follow it."""
        if reach is Reach.NEXT:
            keys, _ = self._groups[Reach.SECTION]
            return [i for i in range(index, min(index + 3, len(keys))) if keys[i] == keys[index]]
        keys, members = self._groups[reach]
        return members[keys[index]]

    def _neighbours(self, reach: Reach, of: Mask) -> Mask:
        keys, members = self._groups[reach]
        return mask_of(i for key in {keys[index] for index in indexes(of)} for i in members[key])

    @cached_property
    def _groups(self) -> Mapping[Reach, tuple[list[Hashable], dict[Hashable, list[int]]]]:
        return {
            Reach.DOCUMENT: _group([p.document_id for p in self.provisions]),
            Reach.SECTION: _group([p.section for p in self.provisions]),
            Reach.PARAGRAPH: _group([(p.section, p.paragraph) for p in self.provisions]),
        }


def _group(keys: list[Hashable]) -> tuple[list[Hashable], dict[Hashable, list[int]]]:
    members: dict[Hashable, list[int]] = {}
    for index, key in enumerate(keys):
        members.setdefault(key, []).append(index)
    return keys, members


def _masks(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, Mask]:
    found: dict[str, list[int]] = {}
    for index, concepts in rows:
        for concept in concepts:
            found.setdefault(concept, []).append(index)
    return {concept: mask_of(numbers) for concept, numbers in found.items()}


def _hits(lexicon: Lexicon, provision: Provision, terms: Terms) -> Hits:
    return find_hits(lexicon, provision.words, provision.breaks, provision.mentions, terms)


def _meanings(split: SplitContract, lexicon: Lexicon) -> dict[Term, tuple[str, ...]]:
    """Return the contract's defined terms that mean a concept, also by way of other terms."""
    meanings: dict[Term, tuple[str, ...]] = {}
    for _ in range(_ROUNDS):
        known = dict(meanings)
        terms = Terms(meanings)
        read = _hits_once(split, lexicon, terms)
        for definition in _touched(split, terms) if meanings else split.definitions:
            if concepts := _concepts(split, lexicon, definition, read(definition.provision)):
                meanings[definition.term] = tuple(sorted({*meanings.get(definition.term, ()), *concepts}))
        if meanings == known:
            break
    return meanings


def _touched(split: SplitContract, terms: Terms) -> Iterator[Definition]:
    """Yield the definitions that speak in terms whose meaning is known by now."""
    speaks = {i: bool(terms.find(split.provisions[i].words)) for i in {one.provision for one in split.definitions}}
    return (one for one in split.definitions if speaks[one.provision])


def _hits_once(split: SplitContract, lexicon: Lexicon, terms: Terms) -> Callable[[int], Hits]:
    """Return what reads a provision's hits: a provision that holds many definitions is read once."""
    return cache(lambda index: _hits(lexicon, split.provisions[index], terms))


def _concepts(split: SplitContract, lexicon: Lexicon, definition: Definition, hits: Hits) -> tuple[str, ...]:
    words = split.provisions[definition.provision].words
    body, end = definition.body, definition.end
    first, last = (body, body + _MEANING) if end < 0 else (max(body, end - _MEANING), end)
    near = {
        name: spans[bisect_left(spans, (first, 0)) : bisect_left(spans, (last, 0))]
        for name in lexicon.definable
        if (spans := hits.get(name))
    }
    return find_meanings(definition.term, words, (body, end), near, lexicon.definable)
