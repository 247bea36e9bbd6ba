"""PDF files."""

from __future__ import annotations

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.errors import InputError


def extract(data: bytes, options: ReadingOptions) -> Extraction:
    """Return what a PDF file says."""
    raise InputError.at("", "PDF files are not read yet", "Save it as plain text or Markdown and audit that file")
