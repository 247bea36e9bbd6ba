"""A contract read once: the hits of every provision, and the sets of provisions that conditions are tried on.

A set of provisions is an integer whose bit n stands for provision n: and, or, not over thousands at once.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import cached_property

from clause_auditor.domain.condition import Reach
from clause_auditor.domain.provision import Provision, ProvisionKind, SplitContract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.frames import Frame, read_frame
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.matching import Hits, find_hits
from clause_auditor.engine.terms import NO_TERMS, Term, Terms, find_meaning
from clause_auditor.text.words import tokenize

Mask = int


class Reading:
    """Hits, neighbours and frames of one contract under one lexicon."""

    def __init__(
        self, split: SplitContract, lexicon: Lexicon, cancel: CancelToken, languages: Collection[str] = ("en",)
    ) -> None:
        self.split = split
        self.languages = languages
        self.provisions = split.provisions
        self.everything: Mask = (1 << len(split.provisions)) - 1
        terms = Terms(_meanings(split, lexicon))
        self.hits: list[Hits] = []
        for provision in split.provisions:
            cancel.check()
            known = provision.language in languages
            self.hits.append(find_hits(lexicon, provision, terms) if known else {})
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
        known = {headings: self._concepts_of(headings) for headings in {p.headings for p in self.provisions}}
        return _masks((p.index, (*known[p.headings], *self._run_in(p))) for p in self.provisions)

    def _concepts_of(self, headings: tuple[str, ...]) -> frozenset[str]:
        """Return the concepts of heading provisions whose title is one of these."""
        found: set[str] = set()
        for title in headings:
            found.update(self._title_concepts.get(title, ()))
        return frozenset(found)

    @cached_property
    def _title_concepts(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for provision, hits in zip(self.provisions, self.hits, strict=True):
            if provision.kind is ProvisionKind.HEADING and provision.headings:
                found.setdefault(provision.headings[-1], set()).update(hits)
        return {title: frozenset(concepts) for title, concepts in found.items()}

    def _run_in(self, provision: Provision) -> Iterator[str]:
        """Yield the concepts in the first words of a provision that a colon or full stop closes: "Breaches: ..."."""
        first = min((b for b in provision.breaks if b > provision.own), default=None)
        if first is None or first - provision.own > 7:
            return
        for concept, spans in self.hits[provision.index].items():
            if any(provision.own <= start and end <= first for start, end in spans):
                yield concept

    @cached_property
    def timed(self) -> Mask:
        """The provisions that hold a time limit."""
        return _bits(p.index for p in self.provisions if p.deadlines)

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

    def around(self, reach: Reach, index: int) -> Mask:
        """Return the provisions in reach of one; of `next`, those that follow it."""
        section = self._neighbours(Reach.SECTION if reach is Reach.NEXT else reach, 1 << index)
        return section & (0b111 << index) if reach is Reach.NEXT else section

    def _neighbours(self, reach: Reach, of: Mask) -> Mask:
        keys, groups = self._groups[reach]
        mask = 0
        for key in {keys[index] for index in indexes(of)}:
            mask |= groups[key]
        return mask

    @cached_property
    def _groups(self) -> Mapping[Reach, tuple[list[Hashable], dict[Hashable, Mask]]]:
        return {
            Reach.DOCUMENT: _group([p.document_id for p in self.provisions]),
            Reach.SECTION: _group([p.section for p in self.provisions]),
            Reach.PARAGRAPH: _group([(p.section, p.paragraph) for p in self.provisions]),
        }


def _group(keys: list[Hashable]) -> tuple[list[Hashable], dict[Hashable, Mask]]:
    groups: dict[Hashable, Mask] = {}
    for index, key in enumerate(keys):
        groups[key] = groups.get(key, 0) | 1 << index
    return keys, groups


def indexes(mask: Mask) -> Iterator[int]:
    """Yield the indexes of the provisions in a set, in reading order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _bits(numbers: Iterable[int]) -> Mask:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask


def _masks(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    for index, concepts in rows:
        for concept in concepts:
            masks[concept] = masks.get(concept, 0) | 1 << index
    return masks


def _meanings(split: SplitContract, lexicon: Lexicon) -> dict[Term, str]:
    """Return the contract's defined terms that mean a concept."""
    meanings: dict[Term, str] = {}
    for definition in split.definitions:
        provision = split.provisions[definition.provision]
        hits = find_hits(lexicon, provision, NO_TERMS)
        concept = find_meaning(provision.words, definition.body, hits, lexicon.definable)
        if concept and definition.term:
            meanings.setdefault(definition.term, concept)
    return meanings
