"""Plain text to a contract of one document."""

from __future__ import annotations

from clause_auditor.documents.compose import compose_text
from clause_auditor.documents.drawn_tables import rewrite_tables
from clause_auditor.documents.interface import Source
from clause_auditor.documents.titles import first_line, guess_role
from clause_auditor.domain.contract import Contract, Document


def read_plain(source: Source) -> Contract:
    """Return a contract whose only document is the text; tables drawn with dashes become rows."""
    return Contract(documents=(plain_document("main", source.text),))


def plain_document(id: str, text: str) -> Document:  # noqa: A002 - the record's own word
    """Return a document whose title is its first line, if that reads like one."""
    title = first_line(text)
    return compose_text(id, rewrite_tables(text), title=title, role=guess_role(title))
