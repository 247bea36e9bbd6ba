"""Files that only a parser can read are read in a process of their own, which can harm nobody."""

from clause_auditor.documents.isolation.client import extract_contents, mark_paper, prepare_readers

__all__ = ["extract_contents", "mark_paper", "prepare_readers"]
