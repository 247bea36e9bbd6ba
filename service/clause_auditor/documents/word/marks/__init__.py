"""Comments and tracked changes written into a copy of a Word file."""

from clause_auditor.documents.word.marks.marker import mark_up

__all__ = ["mark_up"]
