"""A file of any format, or the parts of a structured contract, to a contract."""

from clause_auditor.documents.compose import ClauseInput, compose_document, compose_text
from clause_auditor.documents.decoding import MAX_TEXT_BYTES
from clause_auditor.documents.facts import parse_facts, plain_fact, read_fact, read_facts
from clause_auditor.documents.reading import read_contract, read_data, read_file
from clause_auditor.documents.record import is_day
from clause_auditor.documents.record_writer import contract_json

__all__ = [
    "MAX_TEXT_BYTES",
    "ClauseInput",
    "compose_document",
    "compose_text",
    "contract_json",
    "is_day",
    "parse_facts",
    "plain_fact",
    "read_contract",
    "read_data",
    "read_fact",
    "read_facts",
    "read_file",
]
