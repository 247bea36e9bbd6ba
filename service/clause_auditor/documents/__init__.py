"""A file of any format, or the parts of a structured contract, to a contract."""

from clause_auditor.documents.compose import ClauseInput, compose_document, compose_text
from clause_auditor.documents.facts import plain_fact, read_fact, read_facts

__all__ = ["ClauseInput", "compose_document", "compose_text", "plain_fact", "read_fact", "read_facts"]
