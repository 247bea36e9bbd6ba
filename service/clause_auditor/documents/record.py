"""A structured contract, as JSON or YAML, to a contract. docs/json.md describes the form."""

from __future__ import annotations

import re

from clause_auditor.documents.facts import parse_facts
from clause_auditor.documents.interface import Source
from clause_auditor.documents.record_papers import read_papers
from clause_auditor.domain.contract import Contract, IncorporatedText
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.party import Party, Role
from clause_auditor.notation import Faults, Node, parse_json, parse_yaml

KEYS = (
    "contract_key",
    "vendor_key",
    "signed_on",
    "governing_law",
    "parties",
    "documents",
    "incorporated",
    "facts",
    "unread",
)
"""The fields of a structured contract."""
_PARTY = ("name", "role", "jurisdiction", "aliases")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


def read_record(source: Source) -> Contract:
    """Return the contract that a JSON or YAML text describes; InputError lists every fault with its line."""
    parse = parse_json if source.text.lstrip().startswith("{") else parse_yaml
    node = parse(source.text.encode(), source.name, most_bytes=source.limit)
    return record_contract(node, source)


def record_contract(node: Node, source: Source) -> Contract:
    """Return the contract that a parsed record describes; InputError lists every fault."""
    faults = Faults()
    fields = node.mapping(faults, KEYS)
    contract = Contract(
        documents=read_papers(fields["documents"], source, faults) if "documents" in fields else (),
        parties=_parties(fields.get("parties"), faults),
        incorporated=_incorporated(fields.get("incorporated"), faults),
        facts=_facts(fields.get("facts"), faults),
        contract_key=_text(fields, "contract_key", faults),
        vendor_key=_text(fields, "vendor_key", faults),
        signed_on=fields["signed_on"].day(faults) if "signed_on" in fields else "",
        governing_law=_text(fields, "governing_law", faults),
        unread=fields["unread"].texts(faults) if "unread" in fields else (),
    )
    if not faults.found and not contract.documents and not contract.facts:
        faults.add(node.place, "the contract holds neither documents nor facts", "Give documents, facts or both")
    faults.refuse()
    return contract


def _text(fields: object, name: str, faults: Faults) -> str:
    node = fields.get(name) if isinstance(fields, dict) else None
    return node.text(faults, blank=True).strip() if isinstance(node, Node) else ""


def _facts(node: Node | None, faults: Faults) -> dict[str, FactValue]:
    return parse_facts(node, faults) if node else {}


def _parties(node: Node | None, faults: Faults) -> tuple[Party, ...]:
    return tuple(party for item in (node.items(faults) if node else ()) if (party := _party(item, faults)))


def _party(node: Node, faults: Faults) -> Party | None:
    fields = node.mapping(faults, _PARTY, ("name", "role"))
    name = fields["name"].text(faults) if "name" in fields else ""
    role = fields["role"].choice(faults, Role) if "role" in fields else None
    aliases = fields["aliases"].texts(faults) if "aliases" in fields else ()
    country = _text(fields, "jurisdiction", faults)
    if country and not _COUNTRY.fullmatch(country):
        faults.add(fields["jurisdiction"].place, "no country code", "Write the ISO 3166-1 code of two letters: DE")
    return Party(name, role, country, aliases) if role else None


def _incorporated(node: Node | None, faults: Faults) -> tuple[IncorporatedText, ...]:
    return tuple(_incorporated_text(item, faults) for item in (node.items(faults) if node else ()))


def _incorporated_text(node: Node, faults: Faults) -> IncorporatedText:
    fields = node.mapping(faults, ("name", "supplied"), ("name",))
    name = fields["name"].text(faults) if "name" in fields else ""
    return IncorporatedText(name, fields["supplied"].flag(faults) if "supplied" in fields else False)
