"""One pass over a contract's words: where each concept of the lexicon stands.

The words of many provisions are laid end to end, and a set of places among them is one integer (`engine.masks`).
The tries of the lexicon are then walked once for all provisions together: a step of a phrase is a shift and an "and"
over thousands of places. The time is linear in the words and bounded by the size of the tries, whatever the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention
from clause_auditor.engine.lexicon import Lexicon, Node
from clause_auditor.engine.masks import Mask, any_of, indexes, mask_of
from clause_auditor.engine.terms import NO_TERMS, Terms

Span = tuple[int, int]
"""Word positions, half open, in a run's own sequence."""
_Starts = dict[int, Mask]
"""Length in words to the places where a hit of that length begins."""

_Places = dict[tuple[str, int], list[int]]
"""Concept and length in words to the places where its hits begin."""

_CONCEPT_OF = {Side.CUSTOMER: "customer", Side.VENDOR: "vendor", Side.EACH: "each_party", Side.OTHER: "other_party"}
_FIELD = 1 << 14
"""Words that are laid end to end at most, but for a longer run: sets of so many places stay in the nearest cache."""


@dataclass(frozen=True, slots=True)
class Run:
    """Folded words that phrases are looked for in, one provision's or one heading's."""

    words: Sequence[str]
    breaks: frozenset[int] = frozenset()
    """Places that no phrase crosses."""
    mentions: Sequence[Mention] = ()


@dataclass(slots=True)
class Hits:
    """Where concepts stand in some runs, by the number of the run; worked out for a concept when it is asked for."""

    fields: list[tuple[list[int], dict[str, _Starts]]] = field(default_factory=list)
    """For each field: the first place of each run, and the hits."""
    _known: dict[str, dict[int, list[Span]]] = field(default_factory=dict)
    _spans_seen: dict[Span, Span] = field(default_factory=dict)
    """Each pair of places once: the provisions of a contract share most of them."""

    def of(self, concept: str) -> Mapping[int, list[Span]]:
        """Return the hits of a concept: sorted, under the number of the run."""
        if concept not in self._known:
            self._known[concept] = self._spans(concept)
        return self._known[concept]

    def runs(self, concept: str) -> Mask:
        """Return the numbers of the runs that hold a concept, as a set."""
        found: list[int] = []
        number = 0
        for firsts, table in self.fields:
            run = 0
            for begin in indexes(any_of(table.get(concept, {}).values())):
                run = bisect_right(firsts, begin, run) - 1
                found.append(number + run)
            number += len(firsts)
        return mask_of(found)

    def _spans(self, concept: str) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        number = 0
        for firsts, table in self.fields:
            run = 0
            for begin, length in _in_order(table.get(concept, {})):
                run = bisect_right(firsts, begin, run) - 1
                start = begin - firsts[run]
                span = (start, start + length)
                found.setdefault(number + run, []).append(self._spans_seen.setdefault(span, span))
            number += len(firsts)
        return found


@dataclass(slots=True)
class CarriedHits(Hits):
    """Hits of runs of which most stood in others before: those are carried over, the rest is read."""

    before: Hits = field(default_factory=Hits)
    places: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """By the number of a run before, the numbers that it has now."""
    read: Hits = field(default_factory=Hits)
    fresh: Sequence[int] = ()
    """The numbers of the runs that were read."""

    def runs(self, concept: str) -> Mask:
        """Return the numbers of the runs that hold a concept, as a set."""
        return mask_of(self.of(concept))

    def _spans(self, concept: str) -> dict[int, list[Span]]:
        found = {self.fresh[number]: spans for number, spans in self.read.of(concept).items()}
        for number, spans in self.before.of(concept).items():
            found.update(dict.fromkeys(self.places.get(number, ()), spans))
        return found


def carry_hits(
    lexicon: Lexicon, runs: Sequence[Run], terms: Terms, before: tuple[Sequence[Run], Hits], check: Callable[[], None]
) -> Hits:
    """Return every hit of every concept; of a run that stood among those `before`, with the hits that it had there."""
    numbers = {_key(run): number for number, run in enumerate(before[0])}
    places: dict[int, list[int]] = {}
    fresh: list[int] = []
    for number, run in enumerate(runs):
        old = numbers.get(_key(run), -1)
        if old < 0:
            fresh.append(number)
        else:
            places.setdefault(old, []).append(number)
    read = find_hits(lexicon, [runs[number] for number in fresh], terms, check)
    return CarriedHits(before=before[1], places=places, read=read, fresh=fresh)


def _key(run: Run) -> tuple[object, ...]:
    return tuple(run.words), run.breaks, tuple(run.mentions)


def find_hits(
    lexicon: Lexicon, runs: Sequence[Run], terms: Terms = NO_TERMS, check: Callable[[], None] = lambda: None
) -> Hits:
    """Return every hit of every concept; `terms` are the contract's own. `check` may stop the work by raising."""
    hits = Hits()
    for together in _fields(runs):
        check()
        hits.fields.append(_Field(lexicon, together, terms).read(check))
    return hits


def _fields(runs: Sequence[Run]) -> Iterator[list[Run]]:
    together: list[Run] = []
    size = 0
    for run in runs:
        if together and size + len(run.words) > _FIELD:
            yield together
            together, size = [], 0
        together.append(run)
        size += len(run.words) + 1
    if together:
        yield together


def _in_order(starts: _Starts) -> list[tuple[int, int]]:
    spans = [(begin, length) for length, mask in starts.items() for begin in indexes(mask)]
    return spans if len(starts) == 1 else sorted(spans)


class _Field:
    """Some runs laid end to end, one empty place after each, and the walk of the tries over them.

    A state of the walk is {length: places}: after so many words of a phrase, where its next word would stand.
    """

    def __init__(self, lexicon: Lexicon, runs: Sequence[Run], terms: Terms) -> None:
        self._lexicon = lexicon
        self._runs = runs
        self._terms = terms
        self._firsts = _firsts(runs)
        blocked = mask_of(_stops(runs, self._firsts))
        self._open = ((1 << (self._firsts[-1] + len(runs[-1].words) + 1)) - 1) & ~blocked
        self._symbols = self._places()
        self._hits: dict[str, _Starts] = {}
        self._found: dict[str, _Starts] = {}

    def read(self, check: Callable[[], None]) -> tuple[list[int], dict[str, _Starts]]:
        """Return the first places of the runs, and all hits."""
        self._note_mentions()
        for number, root in enumerate(self._lexicon.levels):
            check()
            self._found = {}
            if number == 0:
                self._note_terms()
            self._begin(root)
            for concept, starts in self._found.items():
                _add(self._hits.setdefault(concept, {}), starts)
        return self._firsts, self._hits

    def _places(self) -> dict[int, Mask]:
        """Return where each symbol stands."""
        words: dict[str, list[int]] = {}
        for run, first in zip(self._runs, self._firsts, strict=True):
            for place, word in enumerate(run.words, first):
                words.setdefault(word, []).append(place)
        found: dict[int, Mask] = {}
        for word, places in words.items():
            symbols = self._lexicon.symbols(word)
            mask = mask_of(places) if symbols else 0
            for symbol in symbols:
                found[symbol] = found.get(symbol, 0) | mask
        return found

    def _note_mentions(self) -> None:
        found: _Places = {}
        for run, first in zip(self._runs, self._firsts, strict=True):
            for mention in run.mentions:
                key = (_CONCEPT_OF[mention.side], mention.end - mention.start)
                found.setdefault(key, []).append(first + mention.start)
        _put(self._hits, found)

    def _note_terms(self) -> None:
        found: _Places = {}
        for run, first in zip(self._runs, self._firsts, strict=True):
            for concept, spans in self._terms.find(run.words).items():
                for start, end in spans:
                    found.setdefault((concept, end - start), []).append(first + start)
        _put(self._found, found)

    def _begin(self, root: Node) -> None:
        for symbol in root.symbols.keys() & self._symbols.keys():
            self._walk(root.symbols[symbol], {1: self._symbols[symbol] << 1})
        for concept, after in root.concepts.items():
            if starts := self._hits.get(concept):
                self._walk(after, {length: mask << length for length, mask in starts.items()})

    def _walk(self, node: Node, state: dict[int, Mask]) -> None:
        """Note the phrases that end here, and go on to all that may follow."""
        for concept in node.ends:
            starts = self._found.setdefault(concept, {})
            for length, mask in state.items():
                _note(starts, length, mask >> length)
        live = {length: kept for length, mask in state.items() if (kept := mask & self._open)}
        if live:
            self._follow(node, live)
            for most, after in node.gaps.items():
                self._follow(after, self._spread(live, most))

    def _follow(self, node: Node, live: dict[int, Mask]) -> None:
        """Walk on to each word, stem and concept that stands where a phrase may go on."""
        anywhere = any_of(live.values())
        for symbol, after in node.symbols.items():
            places = self._symbols.get(symbol, 0)
            if places & anywhere:
                self._walk(after, {n + 1: met << 1 for n, mask in live.items() if (met := mask & places)})
        for concept, after in node.concepts.items():
            if state := self._across(self._hits.get(concept, {}), live, anywhere):
                self._walk(after, state)

    def _across(self, starts: _Starts, live: dict[int, Mask], anywhere: Mask) -> dict[int, Mask]:
        """Return the state behind the hits of a concept that begin where a phrase may go on."""
        state: dict[int, Mask] = {}
        for length, begins in starts.items():
            if begins & anywhere:
                for n, mask in live.items():
                    if met := mask & begins:
                        _note(state, n + length, met << length)
        return state

    def _spread(self, live: dict[int, Mask], most: int) -> dict[int, Mask]:
        """Return the state after none to `most` words that no break divides."""
        state: dict[int, Mask] = {}
        for length, mask in live.items():
            places = mask
            for skipped in range(most + 1):
                _note(state, length + skipped, places)
                places = places << 1 & self._open
                if not places:
                    break
        return state


def _firsts(runs: Iterable[Run]) -> list[int]:
    firsts: list[int] = []
    at = 0
    for run in runs:
        firsts.append(at)
        at += len(run.words) + 1
    return firsts


def _stops(runs: Sequence[Run], firsts: Sequence[int]) -> Iterator[int]:
    for run, first in zip(runs, firsts, strict=True):
        yield first + len(run.words)
        yield from (first + at for at in run.breaks if at <= len(run.words))


def _put(table: dict[str, _Starts], found: _Places) -> None:
    for (concept, length), places in found.items():
        _note(table.setdefault(concept, {}), length, mask_of(places))


def _note(table: dict[int, Mask], length: int, mask: Mask) -> None:
    table[length] = table.get(length, 0) | mask


def _add(table: dict[int, Mask], more: Mapping[int, Mask]) -> None:
    for length, mask in more.items():
        _note(table, length, mask)
