"""PDF files."""

from clause_auditor.documents.pdf.reader import extract

__all__ = ["extract"]
