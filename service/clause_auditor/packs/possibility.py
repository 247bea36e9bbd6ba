"""Conditions that no provision can fulfil, told from their form alone: nothing possible is ever called impossible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    Stands,
    Within,
)


def find_impossible(facets: Mapping[str, Condition]) -> frozenset[str]:
    """Return the facets that can never hold, those among them that rest on another such one too."""
    found: frozenset[str] = frozenset()
    while True:
        more = frozenset(name for name, condition in facets.items() if _never(condition, facets, found))
        if more == found:
            return found
        found = more


def _never(condition: Condition, facets: Mapping[str, Condition], dead: frozenset[str]) -> bool:
    match condition:
        case All(parts):
            return any(_never(part, facets, dead) for part in parts) or _clash(_flat(parts, facets))
        case AnyOf(parts):
            return all(_never(part, facets, dead) for part in parts)
        case Within(_, part):
            return _never(part, facets, dead)
        case Named(name):
            return name in dead
        case _:
            return False


def _flat(parts: Iterable[Condition], facets: Mapping[str, Condition], depth: int = 0) -> list[Condition]:
    """All that must hold of the same provision: the parts, those of inner lists, and those of facets named."""
    flat: list[Condition] = []
    for part in parts:
        if isinstance(part, Named) and part.facet in facets and depth < len(facets):
            flat += _flat([facets[part.facet]], facets, depth + 1)
        elif isinstance(part, All):
            flat += _flat(part.conditions, facets, depth)
        flat.append(part)
    return flat


def _clash(parts: list[Condition]) -> bool:
    refused = [part.condition for part in parts if isinstance(part, Not)]
    return any(part in refused for part in parts) or _lacks_what_it_has(parts) or _stands_apart(parts)


def _lacks_what_it_has(parts: list[Condition]) -> bool:
    lacked = {name for part in parts if isinstance(part, Lacks) for name in part.concepts}
    lacked |= {name for part in parts for name in _refused_concepts(part)}
    return any(lacked.issuperset(group) for part in parts for group in _groups(part) if group)


def _refused_concepts(part: Condition) -> tuple[str, ...]:
    if isinstance(part, Not) and isinstance(part.condition, Has) and len(part.condition.groups) == 1:
        return part.condition.groups[0]
    return ()


def _groups(part: Condition) -> tuple[tuple[str, ...], ...]:
    match part:
        case Has(groups) | Near(groups, _) | InOrder(groups, _):
            return groups
        case Act(verb=verb):
            return (verb,)
        case _:
            return ()


def _stands_apart(parts: list[Condition]) -> bool:
    stands = [part for part in parts if isinstance(part, Stands)]
    places = [part.places for part in stands if part.places]
    kinds = [part.kinds for part in stands if part.kinds]
    return (bool(places) and not frozenset.intersection(*places)) or (
        bool(kinds) and not frozenset.intersection(*kinds)
    )
