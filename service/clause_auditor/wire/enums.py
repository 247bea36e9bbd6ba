"""Enums of the domain and of the protos: one pair of maps for each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from clause_auditor.domain import audit, comparison, contract, duration, finding, party
from clause_auditor.v1 import audit_pb2, comparison_pb2, contract_pb2, files_pb2, finding_pb2

if TYPE_CHECKING:
    from google.protobuf.internal.enum_type_wrapper import _EnumTypeWrapper

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V", bound=int)


class EnumPair(Generic[E, V]):
    """A domain enum and its proto enum, whose values bear the same names behind a prefix."""

    def __init__(self, members: type[E], numbers: _EnumTypeWrapper[V], prefix: str) -> None:
        self._numbers = {member: numbers.Value(f"{prefix}_{member.name}") for member in members}
        self._members = {int(number): member for member, number in self._numbers.items()}

    def number(self, member: E) -> V:
        """Return the proto value of a domain value."""
        return self._numbers[member]

    def member(self, number: int, default: E) -> E:
        """Return the domain value of a proto value; the default where it is not given or not known."""
        return self._members.get(number, default)


STATUS = EnumPair(finding.Status, finding_pb2.Status, "STATUS")
SEVERITY = EnumPair(finding.Severity, finding_pb2.Severity, "SEVERITY")
BASIS = EnumPair(finding.Basis, finding_pb2.Basis, "BASIS")
DECISION = EnumPair(audit.Decision, audit_pb2.Decision, "DECISION")
PERSPECTIVE = EnumPair(audit.Perspective, audit_pb2.Perspective, "PERSPECTIVE")
CHANGE = EnumPair(comparison.Change, comparison_pb2.Change, "CHANGE")
DOCUMENT_ROLE = EnumPair(contract.DocumentRole, contract_pb2.DocumentRole, "DOCUMENT_ROLE")
REVISIONS = EnumPair(contract.View, files_pb2.Revisions, "REVISIONS")
HIDDEN_KIND = EnumPair(contract.HiddenKind, files_pb2.HiddenKind, "HIDDEN_KIND")
PARTY_ROLE = EnumPair(party.Role, contract_pb2.PartyRole, "PARTY_ROLE")
UNIT = EnumPair(duration.Unit, contract_pb2.DurationUnit, "DURATION_UNIT")
PROMPTNESS = EnumPair(duration.Promptness, contract_pb2.Promptness, "PROMPTNESS")
