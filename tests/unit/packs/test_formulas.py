"""Status formulas: precedence, faults, and agreement with Python's own logic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without
from clause_auditor.packs.formulas import parse_formula
from clause_auditor.packs.truth import holds, reachable

A, B, C = Facet("a"), Facet("b"), Facet("c")


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("a", A),
        ("a or b and c", Either((A, Both((B, C))))),
        ("(a or b) and c", Both((Either((A, B)), C))),
        ("not a and b", Both((Without(A), B))),
        ("not (a and b)", Without(Both((A, B)))),
        ("not not a", Without(Without(A))),
        ("at_least(2, a, b or c, not c)", Count(2, (A, Either((B, C)), Without(C)))),
        ("  a\n or b ", Either((A, B))),
        ("a-b_c", Facet("a-b_c")),
    ],
)
def test_formulas(text: str, formula: Formula) -> None:
    assert parse_formula(text) == formula


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the end stands where the name of a facet belongs"),
        ("a b", 'character 3: "b" is not expected'),
        ("(a", r'the end stands where "\)" belongs'),
        ("a)", r'character 2: "\)" is not expected'),
        ("and a", 'character 1: "and" stands where the name'),
        ("at_least(a, b)", 'character 10: "a" is no number'),
        ("at_least(0, a)", 'character 10: "0" cannot be reached'),
        ("at_least(2, a)", 'character 10: "2" cannot be reached by 1 parts'),
        ("a && b", "character 3: a formula holds"),
        ("not " * 30 + "a", "nested deeper"),
        ("(" * 500 + "a" + ")" * 500, "nested deeper"),
        ("a or " * 500 + "a", "at most 2000 characters"),
    ],
)
def test_ill_written_formulas(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_formula(text)


@given(st.text(alphabet="ab()or nt,d_least12 ", max_size=80))
def test_any_text_is_a_formula_or_a_value_error(text: str) -> None:
    try:
        parse_formula(text)
    except ValueError as error:
        assert str(error)


_TEXTS = st.recursive(
    st.sampled_from(["a", "b", "c"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} and {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]} or {pair[1]}"),
        inner.map(lambda part: f"not ({part})"),
    ),
    max_leaves=8,
)


@given(_TEXTS, st.frozensets(st.sampled_from(["a", "b", "c"])))
def test_formulas_mean_what_python_means(text: str, true: frozenset[str]) -> None:
    values = {name: name in true for name in "abc"}
    assert holds(parse_formula(text), true) == eval(text, {}, values)


def test_counting() -> None:
    formula = parse_formula("at_least(2, a, b, c)")
    assert [holds(formula, frozenset(true)) for true in ("", "a", "ab", "abc")] == [False, False, True, True]


@pytest.mark.parametrize(
    ("formulas", "lost"),
    [
        ({Status.MET: "a", Status.WEAK: "b"}, set()),
        ({Status.MET: "a and not a", Status.WEAK: "b"}, {Status.MET}),
        ({Status.MET: "a or b", Status.WEAK: "b"}, {Status.WEAK}),
        ({Status.CONTRARY: "a or not a", Status.MET: "b"}, {Status.MET, Status.MISSING}),
    ],
)
def test_statuses_that_cannot_come_out(formulas: dict[Status, str], lost: set[Status]) -> None:
    statuses = {status: parse_formula(text) for status, text in formulas.items()}
    assert {*statuses, Status.MISSING} - reachable(statuses, Status.MISSING) == lost
