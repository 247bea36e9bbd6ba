"""Contract to provisions: sections, sentences, defined terms, roles, durations, languages."""

from clause_auditor.text.splitter import split_contract

__all__ = ["split_contract"]
