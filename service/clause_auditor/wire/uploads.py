"""What comes with files: their names, types and roles, and how they are to be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from clause_auditor.documents.containers.zipped import shown_name
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.contract import DocumentRole
from clause_auditor.v1 import files_pb2
from clause_auditor.wire.enums import DOCUMENT_ROLE, REVISIONS

_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/yaml": ".yaml",
    "application/x-yaml": ".yaml",
    "text/yaml": ".yaml",
}
"""Types whose files content alone does not always tell apart."""


def reading_from_proto(message: files_pb2.ReadOptions, defaults: ReadingOptions) -> ReadingOptions:
    """Return the options with the limits of the server and the view of the request."""
    return replace(defaults, revisions=REVISIONS.member(message.revisions, defaults.revisions))


def file_name(header: files_pb2.FileHeader) -> str:
    """Return the name of a file without folders, with a suffix of its type where it has none."""
    name = shown_name(header.name or "file").rsplit("/", 1)[-1]
    kind = header.content_type.split(";", 1)[0].strip().lower()
    return name if PurePosixPath(name).suffix else name + _SUFFIXES.get(kind, "")


def file_role(header: files_pb2.FileHeader) -> DocumentRole | None:
    """Return the role that the caller gives the paper; None if it gives none."""
    return DOCUMENT_ROLE.member(header.role, DocumentRole.MAIN) if header.role else None
