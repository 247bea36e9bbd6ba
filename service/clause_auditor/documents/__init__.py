"""A file of any format, or the parts of a structured contract, to a contract."""

from clause_auditor.documents.bundle import read_contract
from clause_auditor.documents.compose import ClauseInput, compose_document, compose_text
from clause_auditor.documents.extract_writer import extract_json, extract_markdown
from clause_auditor.documents.facts import parse_facts, plain_fact, read_fact, read_facts
from clause_auditor.documents.isolation import prepare_readers
from clause_auditor.documents.joined import join_parts
from clause_auditor.documents.options import MAX_FILE_BYTES, MAX_TEXT_BYTES, ReadingOptions
from clause_auditor.documents.reading import read_data, read_file, read_parts
from clause_auditor.documents.record_writer import contract_json

__all__ = [
    "MAX_FILE_BYTES",
    "MAX_TEXT_BYTES",
    "ClauseInput",
    "ReadingOptions",
    "compose_document",
    "compose_text",
    "contract_json",
    "extract_json",
    "extract_markdown",
    "join_parts",
    "parse_facts",
    "plain_fact",
    "prepare_readers",
    "read_contract",
    "read_data",
    "read_fact",
    "read_facts",
    "read_file",
    "read_parts",
]
