"""Word files (.docx, .docm, .dotx): the text as the reader of one view sees it."""

from clause_auditor.documents.word.extractor import extract

__all__ = ["extract"]
