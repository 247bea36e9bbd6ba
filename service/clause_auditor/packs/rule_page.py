"""A rule as a page: law, lines, texts, and how it decides, in the notation of docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without
from clause_auditor.domain.rule import Example, FactCase, FactOperand, FactTest, Rule
from clause_auditor.packs.condition_words import say_condition
from clause_auditor.packs.truth import ORDER


def decision_lines(rule: Rule) -> Iterator[str]:
    """Yield how a rule comes to its status: formulas, facets, fact cases."""
    yield "How it decides:"
    for status in ORDER:
        if status in rule.statuses:
            yield f"    {status.value}: {say_formula(rule.statuses[status])}"
    yield f"    otherwise: {rule.otherwise.value}"
    yield from _facet_lines(rule)
    yield from _fact_lines(rule.facts)


def example_lines(rule: Rule) -> Iterator[str]:
    """Yield a line for each example: status, name, place."""
    yield f"Examples ({len(rule.examples)}):"
    for example in rule.examples:
        yield f"    {example.status.value:14}  {example.name}{_kind(example)}"


def say_formula(formula: Formula) -> str:
    """Return a formula as an author writes it."""
    match formula:
        case Facet(name):
            return name
        case Without(part):
            return f"not {_bracketed(part)}"
        case Both(parts):
            return " and ".join(map(_bracketed, parts))
        case Either(parts):
            return " or ".join(map(_bracketed, parts))
        case Count(least, parts):
            return f"at_least({least}, {', '.join(map(say_formula, parts))})"


def _bracketed(formula: Formula) -> str:
    text = say_formula(formula)
    return f"({text})" if isinstance(formula, Both | Either) else text


def _facet_lines(rule: Rule) -> Iterator[str]:
    if rule.facets:
        yield from ["", "Facets:"]
    for name, condition in rule.facets.items():
        yield f"    {name}: {say_condition(condition)}"


def _fact_lines(cases: tuple[FactCase, ...]) -> Iterator[str]:
    if cases:
        yield from ["", "Facts of a record, the first that holds:"]
    for case in cases:
        yield f"    {case.status.value}: {' and '.join(map(_test, case.tests))}"


def _test(test: FactTest) -> str:
    return f"{test.fact} {'not ' if test.negated else ''}{test.operator.value} {_operand(test.operand)}"


def _operand(operand: FactOperand) -> str:
    if isinstance(operand, bool):
        return str(operand).lower()
    return ", ".join(sorted(operand)) if isinstance(operand, frozenset) else str(operand)


def _kind(example: Example) -> str:
    if example.text:
        return f', on "{example.evidence}"' if example.evidence else ""
    return " (a record)"
