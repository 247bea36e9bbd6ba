"""The facets of a rule and the formulas over them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from clause_auditor.domain.condition import (
    Act,
    All,
    AnyOf,
    Condition,
    Has,
    InOrder,
    Lacks,
    Named,
    Near,
    Not,
    UnderHeading,
    Within,
)
from clause_auditor.domain.formula import Formula, names_in
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.circles import find_circle
from clause_auditor.packs.conditions import ConditionReader
from clause_auditor.packs.formulas import KEYWORDS, parse_formula
from clause_auditor.packs.names import Vocabulary
from clause_auditor.packs.thresholds import Figures
from clause_auditor.packs.values import check_word


def read_facets(node: Node, vocabulary: Vocabulary, figures: Figures, faults: Faults) -> dict[str, Condition]:
    """Return the conditions by facet; facets that refer to each other in a circle are faults."""
    entries = node.entries(faults)
    reader = ConditionReader(vocabulary, entries.keys(), figures, faults)
    facets = {}
    for name, entry in entries.items():
        check_word(name, entry, faults)
        if name in KEYWORDS:
            faults.add(entry.place, f'"{name}" is a word of the formulas', "Give the facet another name")
        facets[name] = reader.read(entry)
    _check_circles(facets, entries, faults)
    return facets


def _check_circles(facets: Mapping[str, Condition], entries: Mapping[str, Node], faults: Faults) -> None:
    needs = {name: facets_in(condition) for name, condition in facets.items()}
    for name in find_circle(needs):
        faults.add(
            entries[name].place, f'the facet "{name}" refers to itself, by way of others or not', "Break the circle"
        )


def read_formula(node: Node, facets: Collection[str], faults: Faults) -> Formula | None:
    """Return a formula over these facets; None with a fault if it is ill-written."""
    text = node.text(faults)
    try:
        formula = parse_formula(text) if text.strip() else None
    except ValueError as error:
        faults.add(node.place, f"ill-written formula: {error}", "Formulas hold facets, and, or, not, at_least(n, ...)")
        return None
    for name in sorted(names_in(formula) - set(facets)) if formula else ():
        faults.add(node.place, f"unknown facet {show_word(name)}", suggest(name, facets))
    return formula


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all conditions inside it."""
    yield condition
    match condition:
        case All(inner) | AnyOf(inner):
            for part in inner:
                yield from parts_of(part)
        case Not(part) | Within(_, part):
            yield from parts_of(part)


def facets_in(condition: Condition) -> frozenset[str]:
    """Return the facets that a condition refers to."""
    return frozenset(part.facet for part in parts_of(condition) if isinstance(part, Named))


def concepts_in(condition: Condition) -> frozenset[str]:
    """Return the concepts that a condition names."""
    return frozenset(name for part in parts_of(condition) for name in _own_concepts(part))


def _own_concepts(condition: Condition) -> Iterator[str]:
    match condition:
        case Has(groups) | Near(groups, _) | InOrder(groups, _):
            yield from (name for group in groups for name in group)
        case Lacks(concepts) | UnderHeading(concepts):
            yield from concepts
        case Act(verb=verb, about=about):
            yield from verb
            yield from (name for group in about for name in group)
