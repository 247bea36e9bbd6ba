"""One pass over a provision's words: where each concept of the lexicon stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Mention
from clause_auditor.engine.lexicon import Lexicon, Node
from clause_auditor.engine.terms import NO_TERMS, Terms

Hits = dict[str, list[tuple[int, int]]]
"""Concept to word positions, half open, in the provision's own sequence."""

_CONCEPT_OF = {Side.CUSTOMER: "customer", Side.VENDOR: "vendor", Side.EACH: "each_party", Side.OTHER: "other_party"}


def find_hits(
    lexicon: Lexicon,
    words: Sequence[str],
    breaks: frozenset[int] = frozenset(),
    mentions: Iterable[Mention] = (),
    terms: Terms = NO_TERMS,
) -> Hits:
    """Return every hit of every concept in a run of folded words; `terms` are the contract's own defined terms."""
    hits: Hits = {}
    for mention in mentions:
        hits.setdefault(_CONCEPT_OF[mention.side], []).append((mention.start, mention.end))
    symbols = [lexicon.symbols(word) for word in words]
    pass_ = _Pass(symbols, breaks, hits)
    for number, level in enumerate(lexicon.levels):
        found = pass_.run(level)
        if number == 0:
            _merge(found, terms.find(words))
        _merge(hits, found)
    return hits


def _merge(hits: Hits, more: Hits) -> None:
    for concept, spans in more.items():
        known = hits.get(concept)
        hits[concept] = sorted({*known, *spans}) if known else sorted(set(spans))


class _Pass:
    """The walk of one run of words through the tries."""

    def __init__(self, symbols: list[tuple[int, ...]], breaks: frozenset[int], hits: Hits) -> None:
        self._symbols = symbols
        self._hits = hits
        self._limits = _limits(len(symbols), breaks)
        self._starts: dict[str, dict[int, list[int]]] = {}
        self._places: dict[int, list[int]] = {}
        for place, numbers in enumerate(symbols):
            for number in numbers:
                self._places.setdefault(number, []).append(place)
        self._present = frozenset(self._places)

    def run(self, root: Node) -> Hits:
        """Return the hits of all concepts of one level; the hits of lower levels are known."""
        found: Hits = {}
        for number in self._present & root.symbols.keys():
            node = root.symbols[number]
            if not (node.ends or self._may_go_on(node)):
                continue
            plain = not node.gaps and not node.concepts
            for start in self._places[number]:
                if not plain or node.ends or self._goes_on(node, start + 1):
                    self._walk(node, start, start + 1, found)
        for concept, node in root.concepts.items():
            for start, end in self._hits.get(concept, ()):
                self._walk(node, start, end, found)
        return found

    def _may_go_on(self, node: Node) -> bool:
        """Say whether what must come later stands in this provision at all."""
        return not node.ahead or not node.ahead.isdisjoint(self._present)

    def _goes_on(self, node: Node, at: int) -> bool:
        """Say whether the next word can follow: most phrases fail here, so it costs least here."""
        return self._limits[at] > at and not node.symbols.keys().isdisjoint(self._symbols[at])

    def _walk(self, node: Node, start: int, at: int, found: Hits) -> None:
        """Note every phrase that ends on a way from this node; strong breaks are not crossed."""
        waiting = [(node, at)]
        seen: set[tuple[Node, int]] = set()
        while waiting:
            node, at = waiting.pop()
            for concept in node.ends:
                found.setdefault(concept, []).append((start, at))
            if self._limits[at] == at:
                continue
            children = node.symbols
            if children:
                for symbol in self._symbols[at]:
                    if symbol in children:
                        waiting.append((children[symbol], at + 1))
            for concept, after in node.concepts.items():
                waiting.extend((after, end) for end in self._ends(concept).get(at, ()))
            for most, after in node.gaps.items():
                reached = set(self._leap(after, range(at, min(at + most + 1, self._limits[at]))))
                waiting.extend(reached - seen)
                seen |= reached

    def _leap(self, node: Node, places: range) -> Iterator[tuple[Node, int]]:
        """Yield where what follows a gap leads to, for each place at which the gap may end."""
        for symbol, after in node.symbols.items():
            if symbol in self._places and (after.ends or self._may_go_on(after)):
                found = self._places[symbol]
                for place in found[bisect_left(found, places.start) : bisect_left(found, places.stop)]:
                    yield after, place + 1
        for concept, after in node.concepts.items():
            spans = self._hits.get(concept, [])
            for _, end in spans[bisect_left(spans, (places.start, 0)) : bisect_left(spans, (places.stop, 0))]:
                yield after, end

    def _ends(self, concept: str) -> dict[int, list[int]]:
        """Return where the hits of a concept end, by where they begin."""
        if concept not in self._starts:
            table: dict[int, list[int]] = {}
            for begin, end in self._hits.get(concept, ()):
                table.setdefault(begin, []).append(end)
            self._starts[concept] = table
        return self._starts[concept]


def _limits(length: int, breaks: frozenset[int]) -> list[int]:
    """Return for every place the next one at which a phrase must stop: a strong break, or the end."""
    limits = [length] * (length + 1)
    limit = length
    for place in range(length, -1, -1):
        if place in breaks:
            limit = place
        limits[place] = limit
    return limits
