"""Where a missing clause would belong: after the section whose headings speak of the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.condition import (
    Act,
    All,
    AnyOf,
    Condition,
    Has,
    InOrder,
    Near,
    Not,
    UnderHeading,
    Within,
)
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import InsertionPoint
from clause_auditor.domain.provision import Place, Provision
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.masks import indexes
from clause_auditor.engine.reading import Reading


def find_insertion(rule: Rule, reading: Reading, contract: Contract) -> InsertionPoint | None:
    """Return the point after the best section, else after the last clause of the body, else None."""
    home = _home(rule, reading)
    if home is None:
        last = [p for p in reading.provisions if p.place is Place.BODY] or list(reading.provisions)
        home = last[-1] if last else None
    if home is None:
        return None
    return InsertionPoint(home.document_id, home.span.end, home.clause)


def _home(rule: Rule, reading: Reading) -> Provision | None:
    votes: dict[int, int] = {}
    for concept in sorted({c for facet in rule.facets.values() for c in concepts_in(facet)}):
        for index in indexes(reading.headed(concept)):
            if reading.provisions[index].place is Place.BODY:
                votes[index] = votes.get(index, 0) + 1
    if not votes:
        return None
    best = max(votes.values())
    section = reading.provisions[min(i for i, count in votes.items() if count == best)].section
    return [p for p in reading.provisions if p.section == section][-1]


def concepts_in(condition: Condition) -> Iterator[str]:
    """Yield the concepts that a condition asks for (not those that it forbids)."""
    match condition:
        case Has(groups) | Near(groups, _) | InOrder(groups, _):
            yield from (concept for group in groups for concept in group)
        case Act(verb, about=about):
            yield from (concept for group in (verb, *about) for concept in group)
        case UnderHeading(concepts):
            yield from concepts
        case All(conditions) | AnyOf(conditions):
            for inner in conditions:
                yield from concepts_in(inner)
        case Within(_, inner):
            yield from concepts_in(inner)
        case Not():
            return
        case _:
            return
