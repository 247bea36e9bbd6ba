"""One pass over a provision's words: where each concept of the lexicon stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
        self._breaks = breaks
        self._hits = hits
        self._starts: dict[str, dict[int, list[int]]] = {}

    def run(self, root: Node) -> Hits:
        """Return the hits of all concepts of one level; the hits of lower levels are known."""
        found: Hits = {}
        children = root.symbols
        for start, symbols in enumerate(self._symbols):
            for symbol in symbols:
                if symbol in children:
                    self._walk(children[symbol], start, start + 1, found)
        for concept, node in root.concepts.items():
            for start, end in self._hits.get(concept, ()):
                self._walk(node, start, end, found)
        return found

    def _walk(self, node: Node, start: int, at: int, found: Hits) -> None:
        """Note every phrase that ends on a way from this node; strong breaks are not crossed."""
        waiting = [(node, at)]
        seen: set[tuple[int, int]] = set()
        while waiting:
            node, at = waiting.pop()
            for concept in node.ends:
                found.setdefault(concept, []).append((start, at))
            if at < len(self._symbols) and at not in self._breaks:
                self._step(node, at, waiting)
                for most, after in node.gaps.items():
                    self._leap(after, at, most, waiting, seen)

    def _step(self, node: Node, at: int, waiting: list[tuple[Node, int]]) -> None:
        children = node.symbols
        if children:
            for symbol in self._symbols[at]:
                if symbol in children:
                    waiting.append((children[symbol], at + 1))
        for concept, after in node.concepts.items():
            waiting.extend((after, end) for end in self._ends(concept, at))

    def _leap(
        self, node: Node, at: int, most: int, waiting: list[tuple[Node, int]], seen: set[tuple[int, int]]
    ) -> None:
        """Try what follows a gap at each place it may end; no place twice, so that gaps on gaps stay linear."""
        for place in range(at, min(at + most + 1, len(self._symbols))):
            if place > at and place in self._breaks:
                return
            if (id(node), place) not in seen:
                seen.add((id(node), place))
                self._step(node, place, waiting)

    def _ends(self, concept: str, start: int) -> list[int]:
        """Return where the hits of a concept that begin at `start` end."""
        if concept not in self._starts:
            table: dict[int, list[int]] = {}
            for begin, end in self._hits.get(concept, ()):
                table.setdefault(begin, []).append(end)
            self._starts[concept] = table
        return self._starts[concept].get(start, [])
