"""Facts by typed operators: each on each type, and never on a fact that was not given."""

from __future__ import annotations

import pytest

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.finding import Basis, Severity, Status
from clause_auditor.domain.rule import FactCase, FactOperand, FactOperator, FactTest, Family, Instrument, Rule
from clause_auditor.engine.records import Record, show_value

IS, IN, AT_MOST, AT_LEAST = FactOperator.IS, FactOperator.IN, FactOperator.AT_MOST, FactOperator.AT_LEAST
SOME_IN = FactOperator.SOME_IN
INSTRUMENTS = [
    Instrument("old", "Old", InstrumentStatus.LAPSED, "2010-01-01", "2021-09-26"),
    Instrument("new", "New", InstrumentStatus.IN_FORCE, "2021-06-27"),
]


def rule(*cases: FactCase) -> Rule:
    return Rule("t.x", "X", Family.SECURITY, Severity.LOW, Basis.LAW, (), {}, {}, {}, facts=cases)


def decides(value: FactValue, operator: FactOperator, operand: FactOperand, as_of: str = "2026-01-01") -> bool:
    case = FactCase(Status.MET, (FactTest("f", operator, operand),))
    return Record({"f": value}, INSTRUMENTS, as_of).decide(rule(case)) is not None


@pytest.mark.parametrize(
    ("value", "operator", "operand", "holds"),
    [
        (True, IS, True, True),
        (False, IS, True, False),
        ("none", IS, "none", True),
        ("general", IN, frozenset({"general", "specific"}), True),
        ("none", IN, frozenset({"general", "specific"}), False),
        (Duration(48, Unit.HOURS), AT_MOST, Duration(72, Unit.HOURS), True),
        (Duration(3, Unit.CALENDAR_DAYS), AT_MOST, Duration(72, Unit.HOURS), True),
        (Duration(3, Unit.BUSINESS_DAYS), AT_MOST, Duration(72, Unit.HOURS), False),
        (Duration(5, Unit.CALENDAR_DAYS), AT_LEAST, Duration(72, Unit.HOURS), True),
        (Promptness.PROMPT, AT_MOST, Duration(72, Unit.HOURS), False),
        (Promptness.PROMPT, IN, frozenset({"immediate", "prompt"}), True),
        (frozenset({"DE", "FR"}), IN, frozenset({"EEA"}), True),
        (frozenset({"DE", "US"}), IN, frozenset({"EEA"}), False),
        (frozenset[str](), IN, frozenset({"EEA"}), False),
        (frozenset({"a"}), AT_LEAST, 1, True),
        (frozenset[str](), AT_LEAST, 1, False),
        (frozenset[str](), AT_MOST, 0, True),
        (frozenset({"new"}), IN, frozenset({"$in_force"}), True),
        (frozenset({"old"}), IN, frozenset({"$in_force"}), False),
        (frozenset({"old"}), IN, frozenset({"$lapsed"}), True),
        (frozenset({"bcr"}), IN, frozenset({"$in_force"}), True),
        (frozenset({"old", "new"}), IN, frozenset({"$in_force"}), False),
        (frozenset({"old", "new"}), SOME_IN, frozenset({"$in_force"}), True),
        (frozenset({"old", "handshake"}), SOME_IN, frozenset({"$in_force"}), False),
        (frozenset[str](), SOME_IN, frozenset({"$in_force"}), False),
    ],
)
def test_operator(value: FactValue, operator: FactOperator, operand: FactOperand, holds: bool) -> None:
    assert decides(value, operator, operand) is holds


def test_the_law_is_that_of_the_date() -> None:
    assert decides(frozenset({"old"}), IN, frozenset({"$in_force"}), as_of="2021-09-26")
    assert not decides(frozenset({"old"}), IN, frozenset({"$in_force"}), as_of="2021-09-27")


def test_a_fact_not_given_decides_nothing_even_negated() -> None:
    case = FactCase(Status.MET, (FactTest("f", IS, True, negated=True),))
    assert Record({}, (), "2026-01-01").decide(rule(case)) is None


def test_of_an_empty_set_neither_membership_nor_its_negation_holds() -> None:
    case = FactCase(Status.MISSING, (FactTest("f", IN, frozenset({"EEA"}), negated=True),))
    assert Record({"f": frozenset({"US"})}, [], "2026-01-01").decide(rule(case)) is not None
    assert Record({"f": frozenset()}, [], "2026-01-01").decide(rule(case)) is None


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        ({"a": True}, {Status.MET, Status.WEAK}),
        ({"b": False}, {Status.WEAK}),
        ({"a": True, "b": True}, {Status.MET}),
        ({"a": True, "b": False}, {Status.WEAK}),
        ({"a": False}, set()),
    ],
)
def test_a_record_allows_what_facts_not_given_could_make_it_say(
    facts: dict[str, FactValue], allowed: set[Status]
) -> None:
    both = FactCase(Status.MET, (FactTest("a", IS, True), FactTest("b", IS, True)))
    one = FactCase(Status.WEAK, (FactTest("a", IS, True),))
    record = Record(facts, [], "2026-01-01")
    assert {status for status in Status if record.allows(rule(both, one), status)} == allowed


@pytest.mark.parametrize(
    ("facts", "blamed"),
    [
        ({"a": True, "b": False}, ("b",)),
        ({"a": False, "b": False}, ("a", "b")),
        ({"c": True}, ()),
    ],
)
def test_the_facts_that_keep_a_record_from_a_status_are_to_blame(
    facts: dict[str, FactValue], blamed: tuple[str, ...]
) -> None:
    def both(a: bool, b: bool) -> tuple[FactTest, FactTest]:
        return FactTest("a", IS, a), FactTest("b", IS, b)

    cases = (
        FactCase(Status.MET, both(True, True)),
        FactCase(Status.WEAK, both(True, False)),
        FactCase(Status.MISSING, both(False, False)),
    )
    assert Record(facts, [], "2026-01-01").blame(rule(*cases), Status.MET) == blamed


def test_the_first_case_that_holds_decides_and_says_why() -> None:
    weak = FactCase(Status.WEAK, (FactTest("f", IS, True),))
    met = FactCase(Status.MET, (FactTest("f", IS, True), FactTest("g", IS, True)))
    decided = Record({"f": True, "g": True}, (), "2026-01-01").decide(rule(met, weak))
    assert decided is not None
    assert decided[0] is Status.MET
    assert [r.words for r in decided[1]] == [("f = yes",), ("g = yes",)]


def test_values_are_shown_as_a_person_writes_them() -> None:
    assert show_value(Duration(1, Unit.BUSINESS_DAYS)) == "1 business day"
    assert show_value(frozenset({"b", "a"})) == "a, b"
    assert show_value(False) == "no"
