"""Checks beyond loading: enough examples, statuses that can come out, facets and concepts that are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clause_auditor.domain.condition import All, Condition, Has, Lacks
from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import names_in
from clause_auditor.domain.rule import Concept, Library, Rule
from clause_auditor.engine.cases import WHOLLY_REFERRING
from clause_auditor.engine.phrases import parse_phrase, references
from clause_auditor.errors import Fault
from clause_auditor.packs.facets import concepts_in, facets_in, parts_of
from clause_auditor.packs.rule import possible_statuses
from clause_auditor.packs.truth import reachable

LEAST_MET = 2
_ENGINE = frozenset({WHOLLY_REFERRING, "personal_data"})
"""Concepts that the engine itself asks for."""


def check_library(library: Library) -> list[Fault]:
    """Return what is wrong with rules that load: each fault with the rule's file, problem and cure."""
    return [fault for pack in library.packs for rule in pack.rules for fault in _check_rule(rule)]


def find_warnings(library: Library) -> list[Fault]:
    """Return what is no fault and yet worth a look: concepts that nothing uses."""
    used = _used_concepts(library)
    return [
        Fault(concept.place, f'nothing uses the concept "{concept.name}"', "Use it in a rule, or remove it")
        for concepts in library.concepts.values()
        for concept in concepts
        if concept.name not in used and not (concept.instrument or concept.means)
    ]


def _check_rule(rule: Rule) -> Iterator[Fault]:
    yield from _check_examples(rule)
    yield from _check_facets(rule)
    yield from _check_statuses(rule)


def _check_examples(rule: Rule) -> Iterator[Fault]:
    if rule.overlays:
        # those of the pack show the pack's own lines
        return
    counts = Counter(example.status for example in rule.examples)
    for status in sorted(_to_be_shown(rule) - {Status.UNKNOWN}):
        wanted = LEAST_MET if status is Status.MET else 1
        if counts[status] < wanted:
            problem = f"{wanted} {'example is' if wanted == 1 else 'examples are'} needed that come out {status.value}"
            yield Fault(rule.place, f"{problem}, there is {counts[status] or 'none'}", "Add it under examples:")


def _to_be_shown(rule: Rule) -> frozenset[Status]:
    """What a text can bring about; of a rule that only facts decide, what these can."""
    return reachable(rule.statuses, rule.otherwise) if rule.statuses else possible_statuses(rule) - {rule.otherwise}


def _check_facets(rule: Rule) -> Iterator[Fault]:
    used = [names_in(formula) for formula in rule.statuses.values()]
    used += [facets_in(condition) for condition in rule.facets.values()]
    for name in sorted(rule.facets.keys() - frozenset().union(*used)):
        yield Fault(rule.place, f'nothing uses the facet "{name}"', "Name it in a formula or a facet, or remove it")
    for name, condition in rule.facets.items():
        if any(_is_contradiction(part) for part in parts_of(condition)):
            yield Fault(rule.place, f'the facet "{name}" can never hold: it has and lacks the same concept', "Mend it")


def _is_contradiction(condition: Condition) -> bool:
    if not isinstance(condition, All):
        return False
    lacked = {name for part in condition.conditions if isinstance(part, Lacks) for name in part.concepts}
    groups = [group for part in condition.conditions if isinstance(part, Has) for group in part.groups]
    return any(set(group) <= lacked for group in groups)


def _check_statuses(rule: Rule) -> Iterator[Fault]:
    if not rule.statuses:
        return
    for status in sorted(rule.statuses.keys() - reachable(rule.statuses, rule.otherwise)):
        problem = (
            f'the formula of "{status.value}" can never decide: it never holds, or an earlier one always holds too'
        )
        yield Fault(rule.place, problem, "Formulas are tried in the order not_applicable, contrary, met, weak")


def _used_concepts(library: Library) -> frozenset[str]:
    conditions = [c for pack in library.packs for c in pack.applies_facets.values()]
    conditions += [c for pack in library.packs for rule in pack.rules for c in rule.facets.values()]
    concepts = [concept for concepts in library.concepts.values() for concept in concepts]
    named = [concepts_in(condition) for condition in conditions] + [_references(concept) for concept in concepts]
    return _ENGINE.union(*named)


def _references(concept: Concept) -> frozenset[str]:
    parsed = (parse_phrase(phrase) for phrase in concept.phrases if "<" in phrase)
    return frozenset().union(*map(references, parsed)) - {concept.name}
