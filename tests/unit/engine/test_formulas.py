"""Formulas over facets: truth tables, support, and what keeps them from holding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without, names_in
from clause_auditor.engine.formulas import failing_facets, supporting_facets

A, B, C = Facet("a"), Facet("b"), Facet("c")

formulas: st.SearchStrategy[Formula] = st.recursive(
    st.sampled_from([A, B, C]),
    lambda inner: st.one_of(
        st.builds(Without, inner),
        st.builds(Both, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Either, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Count, st.integers(1, 2), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
worlds = st.sets(st.sampled_from("abc"))


def truth(formula: Formula, world: set[str]) -> bool:
    match formula:
        case Facet(name):
            return name in world
        case Without(part):
            return not truth(part, world)
        case Both(parts):
            return all(truth(p, world) for p in parts)
        case Either(parts):
            return any(truth(p, world) for p in parts)
        case Count(least, parts):
            return sum(truth(p, world) for p in parts) >= least


@given(formulas, worlds)
def test_a_formula_is_supported_exactly_where_it_is_true(formula: Formula, world: set[str]) -> None:
    support = supporting_facets(formula, world.__contains__)
    assert (support is not None) is truth(formula, world)
    assert set(support or ()) <= world & names_in(formula)


@given(formulas, worlds)
def test_what_fails_is_named_by_the_formula(formula: Formula, world: set[str]) -> None:
    assert set(failing_facets(formula, world.__contains__)) <= names_in(formula)


def test_all_branches_of_an_or_that_hold_support_it() -> None:
    assert supporting_facets(Either((A, B, C)), {"a", "c"}.__contains__) == ("a", "c")


def test_the_facet_that_lacks_is_named() -> None:
    assert failing_facets(Both((A, Either((B, C)))), {"a"}.__contains__) == ("b", "c")
    assert failing_facets(Both((A, Without(B))), {"a", "b"}.__contains__) == ("b",)
