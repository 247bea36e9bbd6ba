"""Facts of a request to typed facts of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from clause_auditor.documents.facts import read_fact
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.fact import FACT_TYPES, FactKind, FactValue
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults
from clause_auditor.v1 import contract_pb2
from clause_auditor.wire.enums import PROMPTNESS, UNIT

_LONGEST = 64
"""Letters of a name that is compared with those there are."""


def facts_from_proto(
    messages: Mapping[str, contract_pb2.FactValue], place: str, faults: Faults
) -> dict[str, FactValue]:
    """Return the facts by name, in the order of their names; faults are noted."""
    facts: dict[str, FactValue] = {}
    for name in sorted(messages):
        try:
            if (value := _fact(name, messages[name], place)) is not None:
                facts[name] = value
        except InputError as error:
            faults.extend(error.faults)
    return facts


def duration_from_proto(message: contract_pb2.Duration) -> Duration:
    """Return the span of time; an unknown unit, which validation refuses, counts as hours."""
    return Duration(message.amount, UNIT.member(message.unit, Unit.HOURS))


def _fact(name: str, message: contract_pb2.FactValue, place: str) -> FactValue | None:
    if name not in FACT_TYPES:
        raise InputError.at(f"{place}[*]", "there is no fact of this name", _nearest(name))
    path = f"{place}[{name}]"
    match message.WhichOneof("value"):
        case "duration_value" | "promptness_value":
            return _time(name, message, path)
        case "bool_value":
            return read_fact(name, message.bool_value, path)
        case "text_value":
            return read_fact(name, message.text_value, path)
        case "set_value":
            return read_fact(name, list(message.set_value.values), path)
    return None


def _time(name: str, message: contract_pb2.FactValue, path: str) -> FactValue:
    if FACT_TYPES[name].kind is not FactKind.DURATION:
        raise InputError.at(path, "a time where none is expected", f"Give a value of type {FACT_TYPES[name].kind}")
    if message.WhichOneof("value") == "promptness_value":
        return PROMPTNESS.member(message.promptness_value, Promptness.PROMPT)
    return duration_from_proto(message.duration_value)


def _nearest(name: str) -> str:
    near = get_close_matches(name, FACT_TYPES, n=1) if len(name) <= _LONGEST else []
    return f"Did you mean {near[0]}?" if near else "docs/json.md lists the facts"
