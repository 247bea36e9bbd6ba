"""Markdown to a contract of one document; the text keeps its marks, which the text layer masks."""

from __future__ import annotations

from clause_auditor.documents.compose import compose_text
from clause_auditor.documents.interface import Source
from clause_auditor.documents.titles import guess_role, markdown_heading
from clause_auditor.domain.contract import Contract, Document


def read_markdown(source: Source) -> Contract:
    """Return a contract whose only document is the source as it stands."""
    return Contract(documents=(markdown_document("main", source.text),))


def markdown_document(id: str, text: str) -> Document:  # noqa: A002 - the record's own word
    """Return a document whose title is its first heading."""
    title = markdown_heading(text)
    return compose_text(id, text, title=title, role=guess_role(title))
