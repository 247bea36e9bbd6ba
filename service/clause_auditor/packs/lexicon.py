"""Concepts from lexicon files, and whether all of them together are sound."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clause_auditor.domain.rule import Concept
from clause_auditor.engine.lexicon import BUILT_IN
from clause_auditor.engine.phrases import Phrase, parse_phrase, references
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.circles import find_circle
from clause_auditor.packs.values import check_name

LONGEST_PHRASE = 2000
MOST_BRACKETS = 100
MOST_SEQUENCES = 200_000
"""Of all phrases of a library, choices written out."""
_FIELDS = ("about", "phrases", "definable", "instrument", "means")


class LexiconReader:
    """Reads lexicon files of one library; keeps what each phrase refers to."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._references: dict[str, frozenset[str]] = {}
        self._sequences = 0

    def read(self, node: Node) -> tuple[Concept, ...]:
        """Return the concepts of one lexicon file; an empty file has none."""
        if node.value is None:
            return ()
        return tuple(self._concept(name, entry) for name, entry in node.entries(self._faults).items())

    def references_of(self, concept: Concept) -> frozenset[str]:
        """Return the names of all concepts that a concept refers to."""
        return frozenset().union(*(self._references.get(phrase, frozenset()) for phrase in concept.phrases))

    def _concept(self, name: str, node: Node) -> Concept:
        check_name(name, node, self._faults)
        if name in BUILT_IN:
            self._faults.add(node.place, f'"{name}" is built in', "Give the concept another name")
        if isinstance(node.value, tuple):
            return Concept(name, self._phrases(node), place=node.place)
        fields = node.mapping(self._faults, _FIELDS, ["phrases"])
        return Concept(
            name,
            self._phrases(fields["phrases"]) if "phrases" in fields else (),
            definable=fields["definable"].flag(self._faults) if "definable" in fields else False,
            instrument=fields["instrument"].text(self._faults) if "instrument" in fields else "",
            about=fields["about"].text(self._faults).strip() if "about" in fields else "",
            place=node.place,
            means=fields["means"].texts(self._faults) if "means" in fields else (),
        )

    def _phrases(self, node: Node) -> tuple[str, ...]:
        items = node.items(self._faults)
        if not items and isinstance(node.value, tuple):
            self._faults.add(node.place, "the concept has no phrases", "Give at least one phrase")
        return tuple(phrase for item in items if (phrase := self._phrase(item)))

    def _phrase(self, node: Node) -> str:
        text = str(node.value) if type(node.value) is int else node.text(self._faults)
        if text.strip() and text not in self._references:
            self._references[text] = references(self._parse(text, node))
        return text

    def _parse(self, text: str, node: Node) -> Phrase:
        try:
            phrase = _parse_bounded(text)
        except ValueError as error:
            cure = "docs/rules.md, Concepts, lists what a phrase may hold"
            self._faults.add(node.place, f"ill-written phrase: {error}", cure)
            return ()
        self._sequences += len(phrase)
        if self._sequences > MOST_SEQUENCES:
            self._faults.add(node.place, "the lexicons hold too many phrases", "Write fewer choices")
            self._faults.refuse()
        return phrase


def _parse_bounded(text: str) -> Phrase:
    if len(text) > LONGEST_PHRASE:
        raise ValueError(f"it is longer than {LONGEST_PHRASE} characters: split it")
    if text.count("(") > MOST_BRACKETS:
        raise ValueError(f"it has more than {MOST_BRACKETS} brackets: split it")
    return parse_phrase(text)


def check_lexicon(
    concepts: Iterable[Concept],
    known: Collection[str],
    instruments: Collection[str],
    reader: LexiconReader,
    faults: Faults,
) -> None:
    """Note references to unknown concepts or instruments, and circles among the concepts.

    `known` are the names of all concepts that the file may refer to, these included.
    """
    needs: dict[str, frozenset[str]] = {}
    places: dict[str, str] = {}
    for concept in concepts:
        wants = reader.references_of(concept)
        needs[concept.name] = needs.get(concept.name, frozenset()) | wants
        places.setdefault(concept.name, concept.place)
        for name in sorted((wants | set(concept.means)) - BUILT_IN):
            if name not in known:
                faults.add(concept.place, f"unknown concept {show_word(name)}", suggest(name, known))
        if concept.instrument and concept.instrument not in instruments:
            problem = f"unknown instrument {show_word(concept.instrument)}"
            faults.add(concept.place, problem, suggest(concept.instrument, instruments))
    _check_circles(needs, places, faults)


def _check_circles(needs: Mapping[str, frozenset[str]], places: Mapping[str, str], faults: Faults) -> None:
    for name in find_circle(needs):
        faults.add(places[name], f'the concept "{name}" refers to itself, by way of others or not', "Break the circle")
