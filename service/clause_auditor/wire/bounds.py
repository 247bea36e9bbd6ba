"""Numbers of items, checked before anything looks at each item: a hostile request must not cost more than its size."""

from __future__ import annotations

from collections.abc import Iterator, Sized
from typing import cast

from google.protobuf.descriptor_pb2 import FieldOptions
from google.protobuf.message import Message

from clause_auditor.errors import Fault
from clause_auditor.v1 import contract_pb2, validate_pb2

MOST_CLAUSES = 50_000
"""Clauses of all documents of a contract together."""


def excess(message: Message, place: str = "") -> list[Fault]:
    """Return a fault for each list and map of the message itself that holds more than the protos allow."""
    prefix = f"{place}." if place else ""
    return [
        Fault(prefix + field.name, f"more than {most} entries")
        for field in message.DESCRIPTOR.fields
        if (most := _most(field.GetOptions())) and len(cast(Sized, getattr(message, field.name))) > most
    ]


def contract_excess(contract: contract_pb2.Contract, place: str) -> list[Fault]:
    """Return the faults of `excess` for a contract and, if it has none itself, for all that it holds."""
    return excess(contract, place) or list(_inner_excess(contract, place))


def _inner_excess(contract: contract_pb2.Contract, place: str) -> Iterator[Fault]:
    for index, document in enumerate(contract.documents):
        yield from excess(document, f"{place}.documents[{index}]")
    for index, party in enumerate(contract.parties):
        yield from excess(party, f"{place}.parties[{index}]")
    for value in contract.facts.values():
        yield from excess(value.set_value, f"{place}.facts[*].set_value")
    if sum(len(document.clauses) for document in contract.documents) > MOST_CLAUSES:
        yield Fault(f"{place}.documents", f"more than {MOST_CLAUSES} clauses in all")


def _most(options: FieldOptions) -> int:
    rules = options.Extensions[validate_pb2.field]  # type: ignore[attr-defined]  # generated without stubs
    return int(rules.repeated.max_items or rules.map.max_pairs)
