"""Facts of a structured record: what they decide, and where they disagree with the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clause_auditor.domain.condition import InstrumentStatus
from clause_auditor.domain.duration import Duration, Promptness
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.finding import Reason, Status
from clause_auditor.domain.rule import FactOperand, FactOperator, FactTest, Instrument, Rule

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
        for case in rule.facts:
            if case.tests and all(self._holds(test) for test in case.tests):
                return case.status, tuple(self._reason(test) for test in case.tests)
        return None

    def value(self, fact: str) -> FactValue | None:
        """Return a fact's value, or None if it was not given."""
        return self._facts.get(fact)

    def _reason(self, test: FactTest) -> Reason:
        value = show_value(self._facts[test.fact])
        return Reason("record", str(test.operator), True, (f"{test.fact} = {value}",))

    def _holds(self, test: FactTest) -> bool:
        if test.fact not in self._facts:
            return False
        return self._compare(self._facts[test.fact], test) is not test.negated

    def _compare(self, value: FactValue, test: FactTest) -> bool:
        match test.operator:
            case FactOperator.IS:
                return _word(value) == test.operand if not isinstance(test.operand, Duration) else value == test.operand
            case FactOperator.IN:
                return self._in(value, test.operand)
            case FactOperator.AT_MOST:
                size, limit = _sizes(value, test.operand)
                return size is not None and size <= limit
            case FactOperator.AT_LEAST:
                size, limit = _sizes(value, test.operand)
                return size is not None and size >= limit

    def _in(self, value: FactValue, operand: FactOperand) -> bool:
        names = operand if isinstance(operand, frozenset) else frozenset({str(operand)})
        allowed = frozenset().union(*(self._groups.get(name, {name}) for name in names))
        members = value if isinstance(value, frozenset) else frozenset({str(_word(value))})
        return bool(members) and members <= allowed


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
