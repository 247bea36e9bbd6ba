"""One rule on one contract's text: the status, what supports it, what keeps it from a better one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.conditions import Judge
from clause_auditor.engine.formulas import failing_facets, supporting_facets
from clause_auditor.engine.witness import Mark, Witness

ORDER = (Status.NOT_APPLICABLE, Status.CONTRARY, Status.MET, Status.WEAK)
"""The order in which statuses are tried: what takes back beats what gives."""
_GRAVITY = (
    Status.CONTRARY,
    Status.MISSING,
    Status.WEAK,
    Status.ERROR,
    Status.UNKNOWN,
    Status.MET,
    Status.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status with its facets."""

    status: Status
    supports: Mapping[str, Mapping[int, Witness]]
    """For every facet that supports the status, the provisions on which it holds."""
    hedges: tuple[Mark, ...] = ()
    """The words that loosen every passage which would meet the obligation."""
    lacking: tuple[str, ...] = ()
    """Facets that keep the contract from meeting the obligation."""


def judge_text(rule: Rule, judge: Judge) -> Outcome:
    """Return the outcome of a rule on a text that was read."""

    def holds(facet: str) -> bool:
        return bool(judge.facet(facet))

    met = rule.statuses.get(Status.MET)
    for status in ORDER:
        formula = rule.statuses.get(status)
        support = supporting_facets(formula, holds) if formula is not None else None
        if support is not None:
            lacking = failing_facets(met, holds) if met is not None and status is not Status.MET else ()
            outcome = Outcome(status, {name: judge.facet(name) for name in support}, lacking=lacking)
            return _loosened(rule, judge, outcome) if status is Status.MET else outcome
    return Outcome(rule.otherwise, {}, lacking=failing_facets(met, holds) if met is not None else ())


def _loosened(rule: Rule, judge: Judge, outcome: Outcome) -> Outcome:
    """Return the outcome, or a weak one where the obligation is met by nothing that is not hedged."""
    if not any(judge.hedges(name) for name in outcome.supports):
        return outcome
    if supporting_facets(rule.statuses[Status.MET], judge.is_firm) is not None:
        return outcome
    hedges = (mark for name in outcome.supports for mark in judge.hedges(name).values())
    status = Status.WEAK if Status.WEAK in rule.statuses else rule.otherwise
    return Outcome(status, outcome.supports, tuple(dict.fromkeys(hedges)))


def prevailing(rule: Rule, judge: Judge, outcome: Outcome, ranks: Mapping[int, int]) -> Outcome | None:
    """Return what the paper of higher precedence says where it meets what a lower one contradicts, else None.

    `ranks` gives for each provision the rank of its document; 0 is no rank.
    """
    met = rule.statuses.get(Status.MET)
    if outcome.status is not Status.CONTRARY or met is None:
        return None
    support = supporting_facets(met, lambda facet: bool(judge.facet(facet)))
    against = [ranks[i] for found in outcome.supports.values() for i in found]
    if not support or not against or 0 in against:
        return None
    better = {name: {i: w for i, w in judge.facet(name).items() if 0 < ranks[i] < min(against)} for name in support}
    return Outcome(Status.MET, better) if all(better.values()) else None


def worse(one: Status, other: Status) -> Status:
    """Return the graver of two statuses."""
    return min(one, other, key=_GRAVITY.index)
