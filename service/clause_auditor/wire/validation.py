"""Requests against the rules in the protos: every violation as a fault, none with a value of the caller's."""

from __future__ import annotations

from typing import Protocol

import protovalidate
from google.protobuf.message import Message

from clause_auditor.domain.fact import FACT_TYPES
from clause_auditor.errors import Fault

MOST = 200
_PROBLEMS = {
    "enum.not_in": "this value is not allowed here",
    "required": "it is required",
    "string.pattern": "it does not have the form that is asked for",
}
_DAY = "Write YYYY-MM-DD"
_CURES = {
    "signed_on": _DAY,
    "as_of": _DAY,
    "language": "Write two lower-case letters, as in ISO 639-1",
    "jurisdiction": "Write two upper-case letters, as in ISO 3166-1",
    "role": "Give one of the roles",
    "unit": "Give one of the units",
    "fail_on": "Give low, medium, high or critical",
}


class _Element(Protocol):
    @property
    def field_name(self) -> str: ...

    @property
    def subscript(self) -> object: ...


def violations(message: Message) -> list[Fault]:
    """Return a fault for each rule that the message breaks, `MOST` of them; its place is the path of the field."""
    return [_fault(violation.proto) for violation in protovalidate.collect_violations(message)[:MOST]]


def _fault(violation: protovalidate.ViolationPb) -> Fault:
    elements = violation.field.elements if violation.field else []
    place = ".".join(_step(element) for element in elements)
    name = elements[-1].field_name if elements else ""
    problem = _PROBLEMS.get(violation.rule_id, violation.message)
    if violation.for_key:
        problem = f"a key {problem}"
    return Fault(place, problem, _CURES.get(name, ""))


def _step(element: _Element) -> str:
    subscript = element.subscript
    value = getattr(subscript, "value", None)
    if value is None:
        return element.field_name
    shown = value if isinstance(value, int) or value in FACT_TYPES else "*"  # a key may be a name of the caller's
    return f"{element.field_name}[{shown}]"
