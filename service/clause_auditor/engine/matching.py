"""One pass over a provision's words: where each concept of the lexicon stands."""

from __future__ import annotations

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
    """The walk of one provision through the tries."""

    def __init__(self, symbols: list[tuple[int, ...]], breaks: frozenset[int], hits: Hits) -> None:
        self._symbols = symbols
        self._breaks = breaks
        self._hits = hits

    def run(self, root: Node) -> Hits:
        found: Hits = {}
        children = root.symbols
        for start, symbols in enumerate(self._symbols):
            for symbol in symbols:
                if symbol in children:
                    self._note(found, start, self._walk(children[symbol], start + 1))
        for concept, node in root.concepts.items():
            for start, end in self._hits.get(concept, ()):
                self._note(found, start, self._walk(node, end))
        return found

    def _note(self, found: Hits, start: int, ends: Iterator[tuple[str, int]]) -> None:
        for concept, end in ends:
            found.setdefault(concept, []).append((start, end))

    def _walk(self, node: Node, at: int) -> Iterator[tuple[str, int]]:
        """Yield (concept, end) for every phrase that ends on a way from this node; strong breaks are not crossed."""
        for concept in node.ends:
            yield concept, at
        if at >= len(self._symbols) or at in self._breaks:
            return
        yield from self._step(node, at)
        for most, after in node.gaps.items():
            yield from self._leap(after, at, most)

    def _step(self, node: Node, at: int) -> Iterator[tuple[str, int]]:
        for symbol in self._symbols[at]:
            if symbol in node.symbols:
                yield from self._walk(node.symbols[symbol], at + 1)
        for concept, after in node.concepts.items():
            for start, end in self._hits.get(concept, ()):
                if start == at:
                    yield from self._walk(after, end)

    def _leap(self, node: Node, at: int, most: int) -> Iterator[tuple[str, int]]:
        last = min(at + most, len(self._symbols) - 1)
        while at <= last:
            yield from self._step(node, at)
            at += 1
            if at in self._breaks:
                return
