"""Status formulas judged over the whole contract."""

from __future__ import annotations

from collections.abc import Callable

from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without

Holds = Callable[[str], bool]


def supporting_facets(formula: Formula, holds: Holds) -> tuple[str, ...] | None:
    """Return the facets by which a formula holds, in its own order, or None if it does not hold.

    Of an `or` all branches that hold support it; a `not` is supported by nothing.
    """
    match formula:
        case Facet(name):
            return (name,) if holds(name) else None
        case Without(part):
            return () if supporting_facets(part, holds) is None else None
        case Both(parts):
            return _count(parts, len(parts), holds)
        case Either(parts):
            return _count(parts, 1, holds)
        case Count(least, parts):
            return _count(parts, least, holds)


def _count(parts: tuple[Formula, ...], least: int, holds: Holds) -> tuple[str, ...] | None:
    found = [support for part in parts if (support := supporting_facets(part, holds)) is not None]
    if len(found) < least:
        return None
    return tuple(dict.fromkeys(name for support in found for name in support))


def failing_facets(formula: Formula, holds: Holds) -> tuple[str, ...]:
    """Return the facets whose absence (or, under a `not`, presence) keeps a formula from holding."""
    if supporting_facets(formula, holds) is not None:
        return ()
    match formula:
        case Facet(name):
            return (name,)
        case Without(part):
            return supporting_facets(part, holds) or ()
        case Both(parts) | Either(parts) | Count(_, parts):
            return tuple(dict.fromkeys(name for part in parts for name in failing_facets(part, holds)))
