"""A contract read once: the hits of every provision, and the sets of provisions that conditions are tried on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from clause_auditor.domain.condition import Reach
from clause_auditor.domain.provision import Definition, Place, Provision, ProvisionKind, SplitContract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.frames import Frame, read_frame
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.masks import Mask, any_of, indexes, mask_of
from clause_auditor.engine.matching import Hits, Run, Span, carry_hits, find_hits
from clause_auditor.engine.terms import Term, Terms, find_meanings
from clause_auditor.text.words import fold_words

_MEANING = 120
"""Words after which the head of a meaning is looked for no more."""
_ROUNDS = 3
"""Terms may be defined by terms that are defined by others, so many times."""


class Reading:
    """Hits, neighbours and frames of one contract under one lexicon."""

    def __init__(
        self,
        split: SplitContract,
        lexicon: Lexicon,
        cancel: CancelToken,
        languages: Collection[str] = ("en",),
        before: Reading | None = None,
    ) -> None:
        """Read a contract; `before` is a reading of nearly the same one: what no change touched is not read again."""
        self.split = split
        self.languages = languages
        self.provisions = split.provisions
        self.everything: Mask = (1 << len(split.provisions)) - 1
        self._lexicon = lexicon
        self.meanings: Mapping[Term, tuple[str, ...]]
        """The contract's defined terms that mean a concept."""
        self.hits: Hits
        """Where each concept stands, by the index of the provision."""
        self._runs = [_run(p) if p.language in languages else _UNREAD for p in split.provisions]
        kept = before if before is not None and _defining(before.split) == _defining(split) else None
        self.meanings = kept.meanings if kept else _meanings(split, lexicon)
        self._terms = Terms(self.meanings)
        if kept:
            self.hits = carry_hits(lexicon, self._runs, self._terms, (kept._runs, kept.hits), cancel.check)
        else:
            self.hits = find_hits(lexicon, self._runs, self._terms, cancel.check)
        self._masks: dict[str, Mask] = {}
        self._headed: dict[str, Mask] = {}
        self.absent_annexes = {fold_words(name): number for number, name in enumerate(split.absent_annexes)}
        """The annexes that are named and not there: kind and number as folded words, to their place in the order."""
        self._frames: dict[tuple[int, int], Frame] = {}

    def holding(self, concept: str) -> Mask:
        """Return the provisions that hold a concept."""
        if concept not in self._masks:
            self._masks[concept] = self.hits.runs(concept)
        return self._masks[concept]

    def headed(self, concept: str) -> Mask:
        """Return the provisions under a heading (or with a run-in heading) that holds a concept."""
        if concept not in self._headed:
            titles = tuple(self._titles.values())
            numbers = indexes(self._heading_hits.runs(concept))
            self._headed[concept] = mask_of(index for number in numbers for index in titles[number])
        return self._headed[concept]

    @cached_property
    def _titles(self) -> Mapping[str, list[int]]:
        """All headings, and the provisions that stand under each."""
        under: dict[str, list[int]] = {}
        for provision in self.provisions:
            for title in provision.headings:
                under.setdefault(title, []).append(provision.index)
        return under

    @cached_property
    def _heading_hits(self) -> Hits:
        return find_hits(self._lexicon, [Run(fold_words(title)) for title in self._titles], self._terms)

    def standing(self, places: Collection[Place], kinds: Collection[ProvisionKind]) -> Mask:
        """Return the provisions in one of these places and of one of these kinds; none named: any."""
        among = self._standing.items()
        return any_of(m for (p, k), m in among if (not places or p in places) and (not kinds or k in kinds))

    @cached_property
    def _standing(self) -> Mapping[tuple[Place, ProvisionKind], Mask]:
        found: dict[tuple[Place, ProvisionKind], list[int]] = {}
        for provision in self.provisions:
            found.setdefault((provision.place, provision.kind), []).append(provision.index)
        return {where: mask_of(numbers) for where, numbers in found.items()}

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


_UNREAD = Run(())


def _run(provision: Provision) -> Run:
    return Run(provision.words, provision.breaks, provision.mentions)


def _defining(split: SplitContract) -> list[object]:
    """Return everything on which the meanings of the defined terms rest."""
    provisions = split.provisions
    read = ((one, provisions[one.provision]) for one in split.definitions)
    return [(one.term, one.body, one.end, p.words, p.breaks, p.mentions) for one, p in read]


def _meanings(split: SplitContract, lexicon: Lexicon) -> dict[Term, tuple[str, ...]]:
    """Return the contract's defined terms that mean a concept, also by way of other terms."""
    meanings: dict[Term, tuple[str, ...]] = {}
    for _ in range(_ROUNDS):
        known = dict(meanings)
        terms = Terms(meanings)
        touched = _touched(split, terms) if meanings else split.definitions
        for definition, near in zip(touched, _near(split, lexicon, touched, terms), strict=True):
            words, place = split.provisions[definition.provision].words, (definition.body, definition.end)
            if concepts := find_meanings(definition.term, words, place, near, lexicon.definable):
                meanings[definition.term] = tuple(sorted({*meanings.get(definition.term, ()), *concepts}))
        if meanings == known:
            break
    return meanings


def _touched(split: SplitContract, terms: Terms) -> Sequence[Definition]:
    """Return the definitions that speak in terms whose meaning is known by now."""
    speaks = {i: bool(terms.find(split.provisions[i].words)) for i in {one.provision for one in split.definitions}}
    return [one for one in split.definitions if speaks[one.provision]]


def _near(
    split: SplitContract, lexicon: Lexicon, definitions: Sequence[Definition], terms: Terms
) -> Iterator[dict[str, list[Span]]]:
    """Yield for each definition the definable concepts about its meaning; a provision of many is read once."""
    numbers = {index: n for n, index in enumerate(dict.fromkeys(one.provision for one in definitions))}
    hits = find_hits(lexicon, [_run(split.provisions[index]) for index in numbers], terms)
    for one in definitions:
        first, last = (one.body, one.body + _MEANING) if one.end < 0 else (max(one.body, one.end - _MEANING), one.end)
        spans = {name: hits.of(name).get(numbers[one.provision], ()) for name in lexicon.definable}
        yield {
            name: list(found[bisect_left(found, (first, 0)) : bisect_left(found, (last, 0))])
            for name, found in spans.items()
            if found
        }
