"""What a record decides: typed tests over facts, checked against the types of the facts."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from clause_auditor.documents.spans import parse_span
from clause_auditor.domain.duration import Duration
from clause_auditor.domain.fact import FACT_TYPES, FactKind, FactType
from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import FactCase, FactOperand, FactOperator, FactTest
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, show_word, suggest
from clause_auditor.packs.thresholds import Figures

MECHANISMS = frozenset({"bcr", "adequacy", "derogation"})
STANDINGS = frozenset({"$in_force", "$lapsed"})
"""Stand for the ids of all instruments of that standing on the audit's date."""

_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_OPERATORS: Mapping[FactKind, tuple[FactOperator, ...]] = {
    FactKind.BOOL: (FactOperator.IS,),
    FactKind.TEXT: (FactOperator.IS, FactOperator.IN),
    FactKind.ENUM: (FactOperator.IS, FactOperator.IN),
    FactKind.DURATION: (FactOperator.IS, FactOperator.IN, FactOperator.AT_MOST, FactOperator.AT_LEAST),
    FactKind.SET: (FactOperator.IN, FactOperator.SOME_IN, FactOperator.AT_MOST, FactOperator.AT_LEAST),
}


class FactReader:
    """Reads the fact cases of one rule."""

    def __init__(self, figures: Figures, instruments: Collection[str], faults: Faults) -> None:
        self._figures = figures
        self._instruments = instruments
        self._faults = faults

    def read(self, node: Node) -> tuple[FactCase, ...]:
        """Return the cases of a list, in its order."""
        return tuple(self._case(item) for item in node.items(self._faults))

    def _case(self, node: Node) -> FactCase:
        fields = node.mapping(self._faults, ["status", "when"], ["status", "when"])
        status = fields["status"].choice(self._faults, Status) if "status" in fields else None
        if status is Status.ERROR:
            self._faults.add(fields["status"].place, "no record can decide for error", "Use unknown")
        when = fields["when"].entries(self._faults) if "when" in fields else {}
        if "when" in fields and not when:
            self._faults.add(fields["when"].place, "the case tests no fact", "Name at least one")
        tests = (self._test(name, entry) for name, entry in when.items())
        return FactCase(status or Status.UNKNOWN, tuple(test for test in tests if test))

    def _test(self, name: str, node: Node, negated: bool = False) -> FactTest | None:
        fact = FACT_TYPES.get(name)
        if fact is None:
            self._faults.add(node.place, f"unknown fact {show_word(name)}", suggest(name, FACT_TYPES))
            return None
        entries = node.value if isinstance(node.value, Mapping) else {}
        if len(entries) != 1:
            self._faults.add(node.place, f'the fact "{name}" needs one test', f"Write {_sample(fact)}")
            return None
        key, operand = next(iter(entries.items()))
        if key == "not" and not negated:
            return self._test(name, operand, negated=True)
        return self._operator(fact, key, operand, negated)

    def _operator(self, fact: FactType, key: str, node: Node, negated: bool) -> FactTest | None:
        possible = [operator.value for operator in _OPERATORS[fact.kind]]
        if key not in possible:
            problem = f"{show_word(key)} is no test of {_a(fact.kind)} ({fact.name})"
            self._faults.add(node.place, problem, f"Possible: {', '.join(possible)}, each with not: around it")
            return None
        operator = FactOperator(key)
        before = len(self._faults.found)
        operand = self._operand(fact, operator, node)
        return None if len(self._faults.found) > before else FactTest(fact.name, operator, operand, negated)

    def _operand(self, fact: FactType, operator: FactOperator, node: Node) -> FactOperand:
        if operator in (FactOperator.IN, FactOperator.SOME_IN):
            return self._words(fact, node)
        if operator is FactOperator.IS:
            return node.flag(self._faults) if fact.kind is FactKind.BOOL else self._value(fact, node)
        if fact.kind is FactKind.DURATION:
            return self._figures.duration(node) or 0
        return self._figures.number(node, 0, 10_000)

    def _words(self, fact: FactType, node: Node) -> frozenset[str]:
        members = [self._value(fact, item) for item in node.items(self._faults)]
        if not members and isinstance(node.value, tuple):
            self._faults.add(node.place, "nothing is in an empty list", "Name at least one value")
        if any(isinstance(member, Duration) for member in members):
            self._faults.add(node.place, "figures cannot be listed", "Use at_most or at_least for a figure")
        return frozenset(member for member in members if isinstance(member, str))

    def _value(self, fact: FactType, node: Node) -> FactOperand:
        if not isinstance(node.value, str | int) or isinstance(node.value, bool):
            self._faults.add(node.place, f"{node.kind} is no value of {fact.name}", f"Write {_sample(fact)}")
            return ""
        text = node.text(self._faults, blank=True)
        if isinstance(node.value, str) and not text.strip():
            cure = "A test holds only of a fact that is given: to ask no more than that, write {not: {is: none}}"
            self._faults.add(node.place, f"no {fact.name} is ever empty", cure)
        if not text.strip():
            return ""
        if fact.kind is FactKind.DURATION:
            return self._span(node)
        known = self._known(fact)
        if known and text not in known and not self._is_country(fact, text):
            problem = f"{show_word(text)} is no value of {fact.name}"
            self._faults.add(node.place, problem, suggest(text, known))
        return text

    def _span(self, node: Node) -> FactOperand:
        if isinstance(node.value, str) and node.value.startswith("$"):
            return self._figures.read(node)
        try:
            return parse_span(str(node.value), node.place)
        except InputError as error:
            self._faults.extend(error.faults)
            return ""

    def _known(self, fact: FactType) -> Collection[str]:
        if fact.name == "transfer_mechanisms":
            return MECHANISMS | STANDINGS | set(self._instruments)
        return ("EEA",) if fact.name == "processing_locations" else fact.values

    @staticmethod
    def _is_country(fact: FactType, text: str) -> bool:
        return fact.name == "processing_locations" and bool(_COUNTRY.match(text))


def _a(kind: FactKind) -> str:
    return {FactKind.BOOL: "a flag", FactKind.ENUM: "a choice of words"}.get(kind, f"a {kind.value}")


def _sample(fact: FactType) -> str:
    samples = {
        FactKind.BOOL: "{is: true}",
        FactKind.TEXT: "{is: a text}",
        FactKind.DURATION: "{at_most: 72 hours}",
        FactKind.SET: "{at_least: 1}",
    }
    return f"{fact.name}: " + (samples.get(fact.kind) or f"{{is: {fact.values[0]}}}")
