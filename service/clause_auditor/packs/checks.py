"""Checks beyond loading: enough examples, statuses that can come out, facets and concepts that are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import names_in
from clause_auditor.domain.rule import Concept, Library, Rule
from clause_auditor.engine.cases import WHOLLY_REFERRING
from clause_auditor.engine.phrases import parse_phrase, references
from clause_auditor.errors import Fault
from clause_auditor.packs.facets import concepts_in, facets_in
from clause_auditor.packs.possibility import find_impossible
from clause_auditor.packs.rule import possible_statuses
from clause_auditor.packs.truth import reachable
from clause_auditor.packs.values import fold_words

LEAST_MET = 2
_QUOTED = frozenset({Status.MET, Status.WEAK, Status.CONTRARY})
_ENGINE = frozenset({WHOLLY_REFERRING, "personal_data"})
"""Concepts that the engine itself asks for."""


def check_library(library: Library) -> list[Fault]:
    """Return what is wrong with rules that load: each fault with the rule's file, problem and cure."""
    return [fault for pack in library.packs for rule in pack.rules for fault in _check_rule(rule)]


def find_warnings(library: Library) -> list[Fault]:
    """Return what is no fault and yet worth a look: idle concepts, examples that do not say on what they rest."""
    used = _used_concepts(library)
    unused = [
        Fault(concept.place, f'nothing uses the concept "{concept.name}"', "Use it in a rule, or remove it")
        for concepts in library.concepts.values()
        for concept in concepts
        if concept.name not in used and not (concept.instrument or concept.means)
    ]
    return unused + [fault for pack in library.packs for rule in pack.rules for fault in _unmarked(rule)]


def _unmarked(rule: Rule) -> Iterator[Fault]:
    for example in rule.examples:
        if example.text and not example.evidence and example.status in _QUOTED:
            cure = "Mark with evidence: the words on which it rests"
            yield Fault(example.place, f'the example "{example.name}" may pass for the wrong reason', cure)


def _check_rule(rule: Rule) -> Iterator[Fault]:
    yield from _check_examples(rule)
    yield from _check_facets(rule)
    yield from _check_statuses(rule)


def _check_examples(rule: Rule) -> Iterator[Fault]:
    if rule.overlays:
        # those of the pack show the pack's own lines
        return
    for example in rule.examples:
        if example.text and fold_words(example.evidence) not in fold_words(example.text):
            yield Fault(example.place, "the words of evidence: do not stand in the text", "Copy them from the text")
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
    for name in sorted(find_impossible(rule.facets)):
        problem = f'the facet "{name}" can never hold: it asks of one provision what excludes itself'
        yield Fault(rule.place, problem, "Look for has beside lacks, a condition beside its not, two places at once")


def _check_statuses(rule: Rule) -> Iterator[Fault]:
    yield from _check_cases(rule)
    possible = {rule.otherwise}
    if rule.statuses:
        possible = set(reachable(rule.statuses, rule.otherwise, find_impossible(rule.facets)))
    if not any(status.violates for status in possible.union(case.status for case in rule.facts)):
        problem = "the rule can never fire: nothing makes it weak, missing or contrary"
        yield Fault(rule.place, problem, 'Leave "otherwise: missing", or add a formula for weak or contrary')
    for status in sorted(rule.statuses.keys() - reachable(rule.statuses, rule.otherwise)):
        problem = (
            f'the formula of "{status.value}" can never decide: it never holds, or an earlier one always holds too'
        )
        yield Fault(rule.place, problem, "Formulas are tried in the order not_applicable, contrary, met, weak")


def _check_cases(rule: Rule) -> Iterator[Fault]:
    for number, case in enumerate(rule.facts):
        if any(set(earlier.tests) <= set(case.tests) for earlier in rule.facts[:number]):
            problem = (
                f'fact case {number + 1} ("{case.status.value}") can never decide: an earlier one always holds too'
            )
            yield Fault(rule.place, problem, "Put the narrower case first, or remove it")


def _used_concepts(library: Library) -> frozenset[str]:
    conditions = [c for pack in library.packs for c in pack.applies_facets.values()]
    conditions += [c for pack in library.packs for rule in pack.rules for c in rule.facets.values()]
    concepts = [concept for concepts in library.concepts.values() for concept in concepts]
    named = [concepts_in(condition) for condition in conditions] + [_references(concept) for concept in concepts]
    return _ENGINE.union(*named)


def _references(concept: Concept) -> frozenset[str]:
    parsed = (parse_phrase(phrase) for phrase in concept.phrases if "<" in phrase)
    return frozenset().union(*map(references, parsed)) - {concept.name}
