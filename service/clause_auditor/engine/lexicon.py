"""Concepts compiled for one pass: symbols for words and stems, one trie for each level of reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clause_auditor.domain.rule import Concept
from clause_auditor.engine.phrases import Choice, Gap, Phrase, Reference, Sequence, Stem, Word, parse_phrase, references

BUILT_IN = frozenset({"customer", "vendor", "each_party", "other_party"})
"""Concepts that the roles of the contract give, not a lexicon."""


@dataclass(slots=True, eq=False)
class Node:
    """A place in the trie: what may follow, and which concepts end here."""

    symbols: dict[int, Node] = field(default_factory=dict)
    gaps: dict[int, Node] = field(default_factory=dict)
    concepts: dict[str, Node] = field(default_factory=dict)
    ends: tuple[str, ...] = ()


class Lexicon:
    """All concepts of one language."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._numbers: dict[frozenset[Word | Stem], int] = {}
        self._words: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        self._longest_stem = 0
        self._cache: dict[str, frozenset[int]] = {}
        self.definable: dict[str, tuple[str, ...]] = {}
        """Concepts that a definition may give, each with those that the term then stands for."""
        self.instruments: dict[str, set[str]] = {}
        """Concepts by id of the instrument of law that they name."""
        phrases = {c.name: tuple(parse_phrase(p) for p in c.phrases) for c in _merge(concepts)}
        for concept in concepts:
            self._note(concept)
        self.levels = [self._trie({name: phrases[name] for name in level}) for level in _levels(phrases)]

    def _note(self, concept: Concept) -> None:
        if concept.definable or concept.means:
            self.definable[concept.name] = concept.means or (concept.name,)
        if concept.instrument:
            self.instruments.setdefault(concept.instrument, set()).add(concept.name)

    def _trie(self, level: Mapping[str, tuple[Phrase, ...]]) -> Node:
        root = Node()
        for name, phrases in level.items():
            for phrase in phrases:
                for sequence in phrase:
                    self._add(root, name, sequence)
        return root

    def _add(self, node: Node, name: str, sequence: Sequence) -> None:
        for element in sequence:
            match element:
                case Word() | Stem():
                    node = node.symbols.setdefault(self._symbol(frozenset({element})), Node())
                case Choice(among):
                    node = node.symbols.setdefault(self._symbol(among), Node())
                case Gap(most):
                    node = node.gaps.setdefault(most, Node())
                case Reference(concept):
                    node = node.concepts.setdefault(concept, Node())
        if name not in node.ends:
            node.ends = (*node.ends, name)

    def _symbol(self, among: frozenset[Word | Stem]) -> int:
        """Return the number of a set of words and stems, and let each of them know it."""
        if among not in self._numbers:
            self._numbers[among] = len(self._numbers)
            for element in sorted(among, key=str):
                self._teach(element, self._numbers[among])
        return self._numbers[among]

    def _teach(self, element: Word | Stem, number: int) -> None:
        if isinstance(element, Word):
            self._words.setdefault(element.word, []).append(number)
        else:
            self._longest_stem = max(self._longest_stem, len(element.stem))
            self._stems.setdefault(element.stem, []).append(number)

    def symbols(self, word: str) -> frozenset[int]:
        """Return the symbols of a folded word: itself, the stems that it begins with, the choices that it is in."""
        found = self._cache.get(word)
        if found is None:
            prefixes = (word[:n] for n in range(2, min(len(word), self._longest_stem) + 1))
            found = frozenset(self._words.get(word, ())).union(*(self._stems.get(p, ()) for p in prefixes))
            if len(self._cache) < _MOST_CACHED:
                self._cache[word] = found
        return found


_MOST_CACHED = 50_000


def _merge(concepts: Iterable[Concept]) -> list[Concept]:
    """Join concepts of one name: a pack's own phrases are added to the shared ones."""
    merged: dict[str, Concept] = {}
    for concept in concepts:
        known = merged.get(concept.name)
        phrases = (*known.phrases, *concept.phrases) if known else concept.phrases
        merged[concept.name] = Concept(concept.name, phrases)
    return list(merged.values())


def _levels(phrases: Mapping[str, tuple[Phrase, ...]]) -> list[list[str]]:
    """Order concepts so that each stands after those it refers to; ValueError on a circle or an unknown name."""
    waiting = {name: frozenset().union(*map(references, parsed)) - BUILT_IN for name, parsed in phrases.items()}
    levels: list[list[str]] = []
    known: set[str] = set()
    while waiting:
        ready = [name for name, needs in waiting.items() if needs <= known]
        if not ready:
            raise ValueError(
                f"concepts refer to each other in a circle or to unknown ones: {', '.join(sorted(waiting))}"
            )
        levels.append(ready)
        known.update(ready)
        waiting = {name: needs for name, needs in waiting.items() if name not in known}
    return levels
