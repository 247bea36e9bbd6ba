"""Status formulas by truth tables: what can never come out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without, names_in

MOST_FACETS = 10
"""Formulas over more facets are taken to be possible: the table doubles with each."""
ORDER = (Status.NOT_APPLICABLE, Status.CONTRARY, Status.MET, Status.WEAK)


def holds(formula: Formula, true: frozenset[str]) -> bool:
    """Say whether a formula holds where exactly these facets do."""
    match formula:
        case Facet(name):
            return name in true
        case Without(part):
            return not holds(part, true)
        case Both(parts):
            return all(holds(part, true) for part in parts)
        case Either(parts):
            return any(holds(part, true) for part in parts)
        case Count(least, parts):
            return sum(holds(part, true) for part in parts) >= least


def reachable(
    statuses: Mapping[Status, Formula], otherwise: Status, impossible: Collection[str] = ()
) -> frozenset[Status]:
    """Return every status that some choice of the facets that can hold gives, tried in the order of the engine."""
    names = sorted(frozenset().union(*(names_in(formula) for formula in statuses.values())) - set(impossible))
    if len(names) > MOST_FACETS:
        return frozenset({*statuses, otherwise})
    return frozenset(_status(statuses, otherwise, true) for true in _subsets(names))


def _status(statuses: Mapping[Status, Formula], otherwise: Status, true: frozenset[str]) -> Status:
    for status in ORDER:
        if status in statuses and holds(statuses[status], true):
            return status
    return otherwise


def _subsets(names: list[str]) -> Iterator[frozenset[str]]:
    for choice in product((False, True), repeat=len(names)):
        yield frozenset(name for name, chosen in zip(names, choice, strict=True) if chosen)
