"""What a reader took out of a file, as a document of a contract."""

from __future__ import annotations

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.titles import guess_role, markdown_heading
from clause_auditor.domain.contract import Document


def extracted_document(id: str, taken: Extraction) -> Document:  # noqa: A002 - the record's own word
    """Return a document whose title is the file's own, else its first heading."""
    title = taken.title or markdown_heading(taken.text)
    return Document(
        id=id,
        text=taken.text,
        title=title,
        role=guess_role(title),
        language=taken.language,
        anchors=taken.anchors,
        hidden=taken.hidden,
        view=taken.view,
        remarks=taken.remarks,
    )
