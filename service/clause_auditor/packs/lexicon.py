"""Concepts from lexicon files, and whether all of them together are sound."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clause_auditor.domain.rule import Concept
from clause_auditor.engine.lexicon import BUILT_IN
from clause_auditor.engine.phrases import parse_phrase, references
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.values import check_name

_FIELDS = ("about", "phrases", "definable", "instrument")


def read_lexicon(node: Node, faults: Faults) -> tuple[Concept, ...]:
    """Return the concepts of one lexicon file; an empty file has none."""
    if node.value is None:
        return ()
    return tuple(_read_concept(name, entry, faults) for name, entry in node.entries(faults).items())


def _read_concept(name: str, node: Node, faults: Faults) -> Concept:
    check_name(name, node, faults)
    if name in BUILT_IN:
        faults.add(node.place, f'"{name}" is built in', "Give the concept another name")
    if isinstance(node.value, tuple):
        return Concept(name, _read_phrases(node, faults), place=node.place)
    fields = node.mapping(faults, _FIELDS, ["phrases"])
    return Concept(
        name,
        _read_phrases(fields["phrases"], faults) if "phrases" in fields else (),
        definable=fields["definable"].flag(faults) if "definable" in fields else False,
        instrument=fields["instrument"].text(faults) if "instrument" in fields else "",
        about=fields["about"].text(faults).strip() if "about" in fields else "",
        place=node.place,
    )


def _read_phrases(node: Node, faults: Faults) -> tuple[str, ...]:
    phrases = []
    for item in node.items(faults):
        text = str(item.value) if type(item.value) is int else item.text(faults)
        if text.strip():
            phrases.append(text)
            _check_phrase(text, item, faults)
    if not phrases and isinstance(node.value, tuple):
        faults.add(node.place, "the concept has no phrases", "Give at least one phrase")
    return tuple(phrases)


def _check_phrase(text: str, node: Node, faults: Faults) -> None:
    try:
        parse_phrase(text)
    except ValueError as error:
        faults.add(node.place, f"ill-written phrase: {error}", "docs/rules.md, Concepts, lists what a phrase may hold")


def check_lexicon(
    concepts: Iterable[Concept], known: Collection[str], instruments: Collection[str], faults: Faults
) -> None:
    """Note references to unknown concepts or instruments, and circles among the concepts.

    `known` are the names of all concepts that the file may refer to, these included.
    """
    needs: dict[str, frozenset[str]] = {}
    places: dict[str, str] = {}
    for concept in concepts:
        needs[concept.name] = needs.get(concept.name, frozenset()) | _needs(concept)
        places.setdefault(concept.name, concept.place)
        for name in sorted(_needs(concept) - set(known) - BUILT_IN):
            faults.add(concept.place, f"unknown concept {show_word(name)}", suggest(name, known))
        if concept.instrument and concept.instrument not in instruments:
            problem = f"unknown instrument {show_word(concept.instrument)}"
            faults.add(concept.place, problem, suggest(concept.instrument, instruments))
    _check_circles(needs, places, faults)


def _needs(concept: Concept) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for phrase in concept.phrases:
        if "<" in phrase:
            found |= _references(phrase)
    return found


def _references(phrase: str) -> frozenset[str]:
    try:
        return references(parse_phrase(phrase))
    except ValueError:
        return frozenset()


def _check_circles(needs: Mapping[str, frozenset[str]], places: Mapping[str, str], faults: Faults) -> None:
    for name in find_circle(needs):
        faults.add(places[name], f'the concept "{name}" refers to itself, by way of others or not', "Break the circle")


def find_circle(needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the names that stand on a circle of references, sorted."""
    waiting = {name: {need for need in wants if need in needs} for name, wants in needs.items()}
    for _ in range(2):
        _peel(waiting)
        waiting = _reverse(waiting)
    return sorted(waiting)


def _peel(waiting: dict[str, set[str]]) -> None:
    while ready := [name for name, wants in waiting.items() if not wants & waiting.keys()]:
        for name in ready:
            del waiting[name]


def _reverse(edges: Mapping[str, set[str]]) -> dict[str, set[str]]:
    reverse: dict[str, set[str]] = {name: set() for name in edges}
    for name, wants in edges.items():
        for want in wants & edges.keys():
            reverse[want].add(name)
    return reverse
