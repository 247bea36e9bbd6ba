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
    pass_ = _Pass(lexicon, words, breaks, hits)
    for number in range(len(lexicon.levels)):
        found = pass_.run(number)
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

    def __init__(self, lexicon: Lexicon, words: Sequence[str], breaks: frozenset[int], hits: Hits) -> None:
        self._lexicon = lexicon
        self._words = words
        self._symbols = [lexicon.symbols(word) for word in words]
        self._present = frozenset[int]().union(*self._symbols)
        self._hits = hits
        self._limits = _limits(len(words), breaks)
        self._starts: dict[str, dict[int, list[int]]] = {}
        self._places: dict[int, list[int]] = {}

    def run(self, level: int) -> Hits:
        """Return the hits of all concepts of one level; the hits of lower levels are known."""
        found: Hits = {}
        beginnings = self._lexicon.beginnings
        for start, word in enumerate(self._words):
            for node in beginnings(level, word):
                if node.ends or self._goes_on(node, start + 1):
                    self._walk(node, start, start + 1, found)
        for concept, node in self._lexicon.levels[level].concepts.items():
            for start, end in self._hits.get(concept, ()):
                self._walk(node, start, end, found)
        return found

    def _goes_on(self, node: Node, at: int) -> bool:
        """Say whether the phrase can go on: most fail here, so it costs least here."""
        if self._limits[at] == at:
            return False
        if node.gaps or node.concepts:
            return self._may_go_on(node)
        return not node.symbols.keys().isdisjoint(self._symbols[at])

    def _may_go_on(self, node: Node) -> bool:
        """Say whether what must come later stands in this provision at all."""
        return not node.ahead or not node.ahead.isdisjoint(self._present)

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
                waiting.extend((children[symbol], at + 1) for symbol in _common(children, self._symbols[at]))
            for concept, after in node.concepts.items():
                waiting.extend((after, end) for end in self._ends(concept).get(at, ()))
            for most, after in node.gaps.items():
                reached = set(self._leap(after, range(at, min(at + most + 1, self._limits[at]))))
                waiting.extend(reached - seen)
                seen |= reached

    def _leap(self, node: Node, places: range) -> Iterator[tuple[Node, int]]:
        """Yield where what follows a gap leads to, for each place at which the gap may end."""
        for symbol in _common(node.symbols, self._present):
            after = node.symbols[symbol]
            if after.ends or self._may_go_on(after):
                found = self._places_of(symbol)
                for place in found[bisect_left(found, places.start) : bisect_left(found, places.stop)]:
                    yield after, place + 1
        for concept, after in node.concepts.items():
            spans = self._hits.get(concept, [])
            for _, end in spans[bisect_left(spans, (places.start, 0)) : bisect_left(spans, (places.stop, 0))]:
                yield after, end

    def _places_of(self, symbol: int) -> list[int]:
        """Return where a symbol stands, looked up when it is first asked for."""
        if symbol not in self._places:
            self._places[symbol] = [place for place, symbols in enumerate(self._symbols) if symbol in symbols]
        return self._places[symbol]

    def _ends(self, concept: str) -> dict[int, list[int]]:
        """Return where the hits of a concept end, by where they begin."""
        if concept not in self._starts:
            table: dict[int, list[int]] = {}
            for begin, end in self._hits.get(concept, ()):
                table.setdefault(begin, []).append(end)
            self._starts[concept] = table
        return self._starts[concept]


def _common(children: dict[int, Node], symbols: frozenset[int]) -> list[int]:
    """Return the symbols that both hold, by going through the smaller."""
    if len(children) < len(symbols):
        return [symbol for symbol in children if symbol in symbols]
    return [symbol for symbol in symbols if symbol in children]


def _limits(length: int, breaks: frozenset[int]) -> list[int]:
    """Return for every place the next one at which a phrase must stop: a strong break, or the end."""
    limits = [length] * (length + 1)
    limit = length
    for place in range(length, -1, -1):
        if place in breaks:
            limit = place
        limits[place] = limit
    return limits
