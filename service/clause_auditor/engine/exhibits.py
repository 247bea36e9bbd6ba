"""Which provisions are shown for a status: few, and where a contract takes back, also what it takes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from heapq import nsmallest

from clause_auditor.domain.finding import Evidence, Status
from clause_auditor.domain.provision import Provision
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.conditions import Judge
from clause_auditor.engine.evidence import MOST_QUOTES, Passages, rank
from clause_auditor.engine.formulas import supporting_facets
from clause_auditor.engine.outcomes import Outcome
from clause_auditor.engine.witness import Mark, Step, Witness

MOST_EVIDENCE_WORDS = 150

Supports = Mapping[str, Mapping[int, Witness]]
"""Facet name to the provisions on which it holds, each with what it rests on."""


def choose(rule: Rule, judge: Judge, supports: Supports, provisions: Sequence[Provision]) -> list[int]:
    """Choose few provisions that show every supporting facet: first the one that shows most."""
    open_ = {name: found for name, found in supports.items() if found}
    chosen: list[int] = []
    while open_ and len(chosen) < MOST_QUOTES:
        held = Counter(i for found in open_.values() for i in found)
        best = min(held, key=lambda i: rank(provisions[i], _support(rule, judge, i, held)))
        chosen.append(best)
        open_ = {name: found for name, found in open_.items() if best not in found}
    return chosen


def _support(rule: Rule, judge: Judge, index: int, held: Mapping[int, int]) -> int:
    return held[index] * 2 + sum(index in judge.facet(name) for name in rule.facets)


def also_showing(
    rule: Rule, judge: Judge, supports: Supports, chosen: Sequence[int], provisions: Sequence[Provision]
) -> list[int]:
    """Return further provisions on which the status rests, the one that shows most first, as far as quotes are left."""
    held = Counter(i for found in supports.values() for i in found)
    rest = held.keys() - set(chosen)
    return nsmallest(MOST_QUOTES - len(chosen), rest, key=lambda i: rank(provisions[i], _support(rule, judge, i, held)))


def add(passages: Passages, supports: Supports, chosen: Sequence[int], more: Sequence[int]) -> tuple[Evidence, ...]:
    """Return the quotes of chosen provisions and of as many more as a person would still read, in reading order."""
    shown = list(chosen)
    quotes = passages.quote({i: marks_in(supports, i) for i in shown})
    for index in more:
        wider = passages.quote({i: marks_in(supports, i) for i in (*shown, index)})
        if sum(map(_length, wider)) <= MOST_EVIDENCE_WORDS:
            shown.append(index)
            quotes = wider
    return _shorten(quotes)


def taken_back(
    rule: Rule, judge: Judge, outcome: Outcome, taking: Collection[int], provisions: Sequence[Provision]
) -> Supports:
    """Return the one provision that gives what a contrary contract takes back elsewhere, with what it rests on."""
    if outcome.status is not Status.CONTRARY:
        return {}
    for status in (Status.MET, Status.WEAK):
        formula = rule.statuses.get(status)
        names = supporting_facets(formula, lambda name: bool(judge.facet(name))) if formula is not None else None
        found = {name: judge.facet(name) for name in names or ()}
        giving = {n: {i: w for i, w in held.items() if i not in taking} for n, held in found.items()}
        best = choose(rule, judge, giving, provisions)[:1]
        if best:
            return {n: {best[0]: held[best[0]]} for n, held in giving.items() if best[0] in held}
    return {}


def cut(passages: Passages, taking: Supports, giving: Supports, chosen: Collection[int]) -> tuple[Evidence, ...]:
    """Return the quotes, in reading order; what is taken back is left out where it would make them too long."""
    first = passages.quote({i: marks_in(taking, i) for i in chosen})
    if giving:
        given = {i for held in giving.values() for i in held}
        both = passages.quote({i: marks_in(taking, i) + marks_in(giving, i) for i in {*chosen, *given}})
        if len(given | set(chosen)) <= MOST_QUOTES and sum(map(_length, both)) <= MOST_EVIDENCE_WORDS:
            return both
    return _shorten(first)


def marks_in(supports: Supports, index: int) -> list[Mark]:
    """Return the words of one provision on which the facets rest."""
    steps: list[Step] = [step for found in supports.values() for step in found.get(index, ())]
    return [mark for step in steps for mark in step.marks if mark[0] == index]


def _shorten(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Keep quotes, in order, while a person would still read them."""
    kept: list[Evidence] = []
    words = 0
    for item in evidence:
        words += _length(item)
        if kept and words > MOST_EVIDENCE_WORDS:
            break
        kept.append(item)
    return tuple(kept)


def _length(evidence: Evidence) -> int:
    return len(evidence.quote.split())
