"""A contract of a request to a contract of the domain."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract, IncorporatedText
from clause_auditor.domain.party import Party, Role
from clause_auditor.notation import Faults, is_day
from clause_auditor.v1 import contract_pb2
from clause_auditor.wire.documents import documents_from_proto
from clause_auditor.wire.enums import PARTY_ROLE
from clause_auditor.wire.facts import facts_from_proto


def contract_from_proto(message: contract_pb2.Contract, place: str, faults: Faults) -> Contract:
    """Return the contract; what the rules in the protos cannot say is checked here and noted as faults."""
    if not message.documents and not message.facts:
        faults.add(place, "it holds neither documents nor facts", "Give documents, facts or both")
    check_day(message.signed_on, f"{place}.signed_on", faults)
    return Contract(
        documents=documents_from_proto(message.documents, f"{place}.documents", faults),
        parties=tuple(_party(party) for party in message.parties),
        incorporated=tuple(IncorporatedText(text.name, text.supplied) for text in message.incorporated),
        facts=facts_from_proto(message.facts, f"{place}.facts", faults),
        contract_key=message.contract_key,
        vendor_key=message.vendor_key,
        signed_on=message.signed_on,
        governing_law=message.governing_law,
    )


def check_day(text: str, place: str, faults: Faults) -> None:
    """Note a fault if a text of the form of a date is no day of the calendar."""
    if len(text) == 10 and not is_day(text):
        faults.add(place, "no day of the calendar", "Write YYYY-MM-DD")


def _party(message: contract_pb2.Party) -> Party:
    role = PARTY_ROLE.member(message.role, Role.THIRD_PARTY)
    return Party(message.name, role, message.jurisdiction, tuple(message.aliases))
