"""Status formulas: and, or, not and counting over the facets of a rule, each taken over the whole contract."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """The facet holds of at least one provision."""

    name: str


@dataclass(frozen=True, slots=True)
class Both:
    """Every part holds (`and`)."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds (`or`)."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part does not hold (`not`)."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Count:
    """At least `least` of the parts hold (`at_least(2, a, b, c)`)."""

    least: int
    parts: tuple[Formula, ...]


Formula = Facet | Both | Either | Without | Count


def names_in(formula: Formula) -> frozenset[str]:
    """Return the names of all facets that a formula speaks of."""
    match formula:
        case Facet(name):
            return frozenset({name})
        case Without(part):
            return names_in(part)
        case Both(parts) | Either(parts) | Count(_, parts):
            return frozenset().union(*(names_in(part) for part in parts))


def asked_in(formula: Formula) -> frozenset[str]:
    """Return the names of the facets that a formula asks for; those under a `not` are left out."""
    match formula:
        case Facet(name):
            return frozenset({name})
        case Without():
            return frozenset()
        case Both(parts) | Either(parts) | Count(_, parts):
            return frozenset().union(*(asked_in(part) for part in parts))
