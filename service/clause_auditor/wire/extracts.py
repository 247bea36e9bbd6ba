"""Contracts to messages: what was read from files, in the form in which AuditContract takes it."""

from __future__ import annotations

from clause_auditor.documents.facts import plain_fact
from clause_auditor.domain.contract import ClauseMark, Contract, Document
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.party import Party
from clause_auditor.v1 import audit_service_pb2, contract_pb2, files_pb2
from clause_auditor.wire.enums import DOCUMENT_ROLE, HIDDEN_KIND, PARTY_ROLE, REVISIONS


def extract_to_proto(contract: Contract) -> audit_service_pb2.ExtractContractResponse:
    """Return the answer of ExtractContract, without the request id."""
    return audit_service_pb2.ExtractContractResponse(
        contract=contract_to_proto(contract), readings=[reading_to_proto(document) for document in contract.documents]
    )


def contract_to_proto(contract: Contract) -> contract_pb2.Contract:
    """Return the message of a contract: the reverse of `contract_from_proto`."""
    return contract_pb2.Contract(
        documents=[_document(document) for document in contract.documents],
        parties=[_party(party) for party in contract.parties],
        incorporated=[
            contract_pb2.IncorporatedText(name=text.name, supplied=text.supplied) for text in contract.incorporated
        ],
        facts={name: _fact(value) for name, value in sorted(contract.facts.items())},
        contract_key=contract.contract_key,
        vendor_key=contract.vendor_key,
        signed_on=contract.signed_on,
        governing_law=contract.governing_law,
    )


def reading_to_proto(document: Document) -> files_pb2.DocumentReading:
    """Return what the source of a document told besides its text."""
    return files_pb2.DocumentReading(
        document_id=document.id,
        anchors=[files_pb2.Anchor(start=one.start, page=one.page, paragraph=one.paragraph) for one in document.anchors],
        hidden=[
            files_pb2.HiddenPassage(kind=HIDDEN_KIND.number(one.kind), text=one.text, offset=one.offset)
            for one in document.hidden
        ],
        revisions=REVISIONS.number(document.view) if document.view else files_pb2.REVISIONS_UNSPECIFIED,
        remarks=document.remarks,
    )


def _document(document: Document) -> contract_pb2.Document:
    message = contract_pb2.Document(
        id=document.id,
        title=document.title,
        role=DOCUMENT_ROLE.number(document.role),
        rank=document.rank,
        language=document.language,
    )
    if document.clauses:
        message.clauses.extend(_clause(document.text, mark) for mark in document.clauses)
    else:
        message.text = document.text
    return message


def _clause(text: str, mark: ClauseMark) -> contract_pb2.Clause:
    return contract_pb2.Clause(
        number=mark.number,
        heading=mark.heading,
        text=text[mark.body : mark.end],
        language=mark.language,
        page=mark.page,
    )


def _party(party: Party) -> contract_pb2.Party:
    return contract_pb2.Party(
        name=party.name, role=PARTY_ROLE.number(party.role), jurisdiction=party.jurisdiction, aliases=party.aliases
    )


def _fact(value: FactValue) -> contract_pb2.FactValue:
    match plain_fact(value):
        case bool() as flag:
            return contract_pb2.FactValue(bool_value=flag)
        case str() as text:
            return contract_pb2.FactValue(text_value=text)
        case members:
            return contract_pb2.FactValue(set_value=contract_pb2.TextSet(values=members))
