"""Facts of a structured record: what they decide, and where they disagree with the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.duration import Duration, Promptness
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.finding import Reason, Status
from clause_auditor.domain.rule import FactCase, FactOperand, FactOperator, FactTest, Instrument, Rule

EEA = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IS",
        "IE",
        "IT",
        "LV",
        "LI",
        "LT",
        "LU",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
    ]
)
"""ISO 3166-1 codes of the European Economic Area: the Union's 27 states, Iceland, Liechtenstein, Norway."""
_TOOLS = frozenset({"bcr", "adequacy", "derogation"})
"""Means of transfer that are no dated instrument of the law table (GDPR Art. 45, 47, 49)."""
_OF_MEMBERS = frozenset({FactOperator.IN, FactOperator.SOME_IN})
"""Tests of members: of an empty set neither they nor their negation hold."""


class Record:
    """The facts of one contract, judged on one date."""

    def __init__(self, facts: Mapping[str, FactValue], instruments: Sequence[Instrument], as_of: str) -> None:
        self._facts = facts
        standing = {i.id: i.status_on(as_of) for i in instruments}
        self._groups = {
            "EEA": EEA | {"EEA"},
            "$in_force": _TOOLS | {i for i, status in standing.items() if status is InstrumentStatus.IN_FORCE},
            "$lapsed": frozenset(i for i, status in standing.items() if status is InstrumentStatus.LAPSED),
        }

    def decide(self, rule: Rule) -> tuple[Status, tuple[Reason, ...]] | None:
        """Return the status that the record decides for a rule, with reasons, or None if it cannot tell."""
        case = self.deciding_case(rule)
        return (case.status, tuple(self._reason(test) for test in case.tests)) if case else None

    def deciding_case(self, rule: Rule) -> FactCase | None:
        """Return the first case of a rule whose tests all hold, or None."""
        return next((case for case in rule.facts if case.tests and all(map(self._holds, case.tests))), None)

    def allows(self, rule: Rule, status: Status) -> bool:
        """Tell whether facts that were not given could make the record decide for a status."""
        for case in rule.facts:
            known = [self._holds(test) for test in case.tests if test.fact in self._facts]
            if all(known) and case.status is status:
                return True
            if all(known) and len(known) == len(case.tests):
                return False
        return False

    def blame(self, rule: Rule, status: Status) -> tuple[str, ...]:
        """Return, sorted, the facts that keep the record from a status; all that decided if no single one does."""
        case = self.deciding_case(rule)
        facts = sorted({test.fact for test in case.tests}) if case else []
        return tuple(fact for fact in facts if self._without(fact).allows(rule, status)) or tuple(facts)

    def _without(self, fact: str) -> Record:
        other = copy(self)
        other._facts = {name: value for name, value in self._facts.items() if name != fact}
        return other

    def value(self, fact: str) -> FactValue | None:
        """Return a fact's value, or None if it was not given."""
        return self._facts.get(fact)

    def _reason(self, test: FactTest) -> Reason:
        value = show_value(self._facts[test.fact])
        return Reason("record", str(test.operator), True, (f"{test.fact} = {value}",))

    def _holds(self, test: FactTest) -> bool:
        if test.fact not in self._facts:
            return False
        value = self._facts[test.fact]
        if test.operator in _OF_MEMBERS and not _members(value):
            return False
        return self._compare(value, test) is not test.negated

    def _compare(self, value: FactValue, test: FactTest) -> bool:
        match test.operator:
            case FactOperator.IS:
                return _word(value) == test.operand if not isinstance(test.operand, Duration) else value == test.operand
            case FactOperator.IN:
                return _members(value) <= self._allowed(test.operand)
            case FactOperator.SOME_IN:
                return not _members(value).isdisjoint(self._allowed(test.operand))
            case FactOperator.AT_MOST:
                size, limit = _sizes(value, test.operand)
                return size is not None and size <= limit
            case FactOperator.AT_LEAST:
                size, limit = _sizes(value, test.operand)
                return size is not None and size >= limit

    def _allowed(self, operand: FactOperand) -> frozenset[str]:
        names = operand if isinstance(operand, frozenset) else frozenset({str(operand)})
        return frozenset().union(*(self._groups.get(name, {name}) for name in names))


def _members(value: FactValue) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset({str(_word(value))})


def _word(value: FactValue) -> object:
    return str(value) if isinstance(value, Promptness) else value


def _sizes(value: FactValue, operand: FactOperand) -> tuple[int | None, int]:
    """Return both sides as numbers: hours of durations, members of sets; None where the value has no size."""
    limit = operand.longest_hours if isinstance(operand, Duration) else operand if isinstance(operand, int) else 0
    if isinstance(value, frozenset):
        return len(value), limit
    return (value.longest_hours if isinstance(value, Duration) else None), limit


def show_value(value: FactValue) -> str:
    """Return a fact's value as a person would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value).replace("_", " ")
