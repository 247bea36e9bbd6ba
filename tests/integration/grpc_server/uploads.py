"""Files as clients send them: headers and chunks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from clause_auditor.v1 import audit_pb2, audit_service_pb2, files_pb2

OPTIONS = audit_pb2.AuditOptions(packs=["gdpr"], as_of="2026-03-31")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str, title: str = "Data Processing Agreement") -> bytes:
    """Return a Word file of a title and paragraphs; a paragraph may hold elements of its own."""
    runs = [f'<w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run(title)}', *map(run, paragraphs)]
    return word_of("".join(f"<w:p>{inside}</w:p>" for inside in runs))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_of(body: str) -> bytes:
    target = f'<Relationship Id="r1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    return packed(
        {
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{target}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        }
    )


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def packed(members: Mapping[str, bytes | str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def audit_upload(
    files: Mapping[str, bytes], *, step: int = 1000, roles: Mapping[str, int] | None = None, **start: object
) -> Iterator[audit_service_pb2.AuditDocumentRequest]:
    head = audit_service_pb2.AuditDocumentStart(**{"options": OPTIONS} | start)
    yield audit_service_pb2.AuditDocumentRequest(start=head)
    for name, data in files.items():
        header = files_pb2.FileHeader(name=name, role=(roles or {}).get(name, 0))
        yield audit_service_pb2.AuditDocumentRequest(file=header)
        for begin in range(0, len(data), step):
            yield audit_service_pb2.AuditDocumentRequest(chunk=data[begin : begin + step])


def extract_upload(
    files: Mapping[str, bytes], *, step: int = 1000, revisions: int = 0, content_type: str = ""
) -> Iterator[audit_service_pb2.ExtractContractRequest]:
    reading = files_pb2.ReadOptions(revisions=revisions)
    yield audit_service_pb2.ExtractContractRequest(start=audit_service_pb2.ExtractContractStart(reading=reading))
    for name, data in files.items():
        yield audit_service_pb2.ExtractContractRequest(file=files_pb2.FileHeader(name=name, content_type=content_type))
        for begin in range(0, len(data), step):
            yield audit_service_pb2.ExtractContractRequest(chunk=data[begin : begin + step])
