"""A contract to the structured form: the reverse of `record`."""

from __future__ import annotations

from typing import Any

from clause_auditor.documents.facts import plain_fact
from clause_auditor.domain.contract import ClauseMark, Contract, Document
from clause_auditor.domain.party import Party


def contract_json(contract: Contract) -> dict[str, Any]:
    """Return the contract as JSON values, by the schema docs/schema/contract.schema.json."""
    return {
        "contract_key": contract.contract_key,
        "vendor_key": contract.vendor_key,
        "signed_on": contract.signed_on,
        "governing_law": contract.governing_law,
        "parties": [_party(party) for party in contract.parties],
        "documents": [_document(document) for document in contract.documents],
        "incorporated": [{"name": text.name, "supplied": text.supplied} for text in contract.incorporated],
        "facts": {name: plain_fact(value) for name, value in sorted(contract.facts.items())},
    }


def _party(party: Party) -> dict[str, Any]:
    return {
        "name": party.name,
        "role": party.role.value,
        "jurisdiction": party.jurisdiction,
        "aliases": list(party.aliases),
    }


def _document(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": document.id,
        "title": document.title,
        "role": document.role.value,
        "rank": document.rank,
        "language": document.language,
    }
    if document.clauses:
        return fields | {"clauses": [_clause(document.text, mark) for mark in document.clauses]}
    return fields | {"text": document.text}


def _clause(text: str, mark: ClauseMark) -> dict[str, Any]:
    return {
        "number": mark.number,
        "heading": mark.heading,
        "text": text[mark.body : mark.end],
        "language": mark.language,
        "page": mark.page,
    }
