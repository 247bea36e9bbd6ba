"""Typed facts: from plain values (text, bool, lists) to `domain.fact` values and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from clause_auditor.documents.spans import parse_span, span_text
from clause_auditor.domain.duration import Duration, Promptness
from clause_auditor.domain.fact import FACT_TYPES, FactKind, FactType, FactValue
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, show_word, suggest

_COUNTRY = re.compile(r"[A-Z]{2}")
_GROUPS: Final = {"EEA"}
_NO_COUNTRY: Final = {"EU": "EEA, or the codes of its members", "UK": "GB"}


def parse_facts(node: Node, faults: Faults | None = None) -> dict[str, FactValue]:
    """Return the typed facts of a mapping node; a fact that is null is not given.

    Faults name file and line; they are added to `faults` if it is given, else raised as one InputError.
    """
    noted = Faults() if faults is None else faults
    facts: dict[str, FactValue] = {}
    for name, child in node.entries(noted).items():
        place = f"{child.place}, facts.{name}" if child.line and name in FACT_TYPES else child.place
        _read_into(facts, name, child.plain(), place, noted)
    if faults is None:
        noted.refuse()
    return facts


def read_facts(values: Mapping[str, object], place: str = "facts") -> dict[str, FactValue]:
    """Return the typed facts of a mapping of plain values; InputError lists every fault, by field path."""
    faults = Faults()
    facts: dict[str, FactValue] = {}
    for name, value in values.items():
        _read_into(facts, name, value, f"{place}.{name}" if name in FACT_TYPES else place, faults)
    faults.refuse()
    return facts


def read_fact(name: str, value: object, place: str) -> FactValue:
    """Return one typed fact; InputError if the name is unknown or the value is not of its type."""
    fact = FACT_TYPES.get(name)
    if fact is None:
        cure = suggest(name, FACT_TYPES) or "docs/json.md lists the facts"
        raise InputError.at(place, f"unknown fact {show_word(name)}", cure)
    return _READERS[fact.kind](fact, value, place)


def _read_into(facts: dict[str, FactValue], name: str, value: object, place: str, faults: Faults) -> None:
    if value is None and name in FACT_TYPES:
        return
    try:
        facts[name] = read_fact(name, value, place)
    except InputError as error:
        faults.extend(error.faults)


def plain_fact(value: FactValue) -> bool | str | list[str]:
    """Return the form in which JSON and YAML state a fact: the reverse of `read_fact`."""
    match value:
        case Promptness() | Duration():
            return span_text(value)
        case frozenset():
            return sorted(value)
        case _:
            return value


def _read_bool(fact: FactType, value: object, place: str) -> FactValue:
    if isinstance(value, bool):
        return value
    raise InputError.at(place, f"{_kind(value)} where true or false is needed", "Write true or false")


def _read_text(fact: FactType, value: object, place: str) -> FactValue:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise InputError.at(place, f"{_kind(value)} where a text is needed", f"Give the {fact.about}")


def _read_enum(fact: FactType, value: object, place: str) -> FactValue:
    words = ", ".join(fact.values)
    if isinstance(value, str) and value.strip().lower() in fact.values:
        return value.strip().lower()
    raise InputError.at(place, f"{_kind(value)} that is none of its words", f"Write one of: {words}")


def _read_duration(fact: FactType, value: object, place: str) -> FactValue:
    if not isinstance(value, str):
        raise InputError.at(place, f"{_kind(value)} where a time is needed", 'Write amount and unit: "72 hours"')
    return parse_span(value, place)


def _read_set(fact: FactType, value: object, place: str) -> FactValue:
    if not isinstance(value, list | tuple | set | frozenset):
        raise InputError.at(place, f"{_kind(value)} where a list is needed", "Write a list of texts, [] if empty")
    members = [_member(item, f"{place}[{index}]") for index, item in enumerate(value)]
    if fact.name == "processing_locations":
        members = [_location(item, f"{place}[{index}]") for index, item in enumerate(members)]
    return frozenset(members)


def _member(item: object, place: str) -> str:
    if isinstance(item, str) and item.strip():
        return item.strip()
    raise InputError.at(place, f"{_kind(item)} where a text is needed", "Write a text")


def _location(item: str, place: str) -> str:
    code = item.upper()
    if code in _GROUPS or (_COUNTRY.fullmatch(code) and code not in _NO_COUNTRY):
        return code
    cure = f"Write {_NO_COUNTRY[code]}" if code in _NO_COUNTRY else "Write the ISO 3166-1 code of two letters, or EEA"
    raise InputError.at(place, "no country code", cure)


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", str: "a text", list: "a list", dict: "a mapping"}
    return "nothing" if value is None else names.get(type(value), "a value of another type")


_READERS = {
    FactKind.BOOL: _read_bool,
    FactKind.TEXT: _read_text,
    FactKind.ENUM: _read_enum,
    FactKind.DURATION: _read_duration,
    FactKind.SET: _read_set,
}
