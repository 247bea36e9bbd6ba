"""Documents of a request to documents of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clause_auditor.documents.compose import ClauseInput, compose_document, compose_text
from clause_auditor.documents.titles import guess_role, markdown_heading
from clause_auditor.domain.contract import Document
from clause_auditor.errors import Fault, InputError
from clause_auditor.notation import Faults
from clause_auditor.v1 import contract_pb2
from clause_auditor.wire.enums import DOCUMENT_ROLE

ONLY_DOCUMENT = "main"
"""Id of a document without one that stands alone."""


def documents_from_proto(messages: Sequence[contract_pb2.Document], place: str, faults: Faults) -> tuple[Document, ...]:
    """Return the documents in their order; faults are noted with the position of the document, never its id."""
    ids = [message.id or (ONLY_DOCUMENT if len(messages) == 1 else "") for message in messages]
    _check_ids(ids, place, faults)
    papers = (
        _document(message, name, f"{place}[{index}]", faults)
        for index, (message, name) in enumerate(zip(messages, ids, strict=True))
    )
    return tuple(paper for paper in papers if paper)


def text_bytes(messages: Iterable[contract_pb2.Document]) -> int:
    """Return the size of all words of the documents together, in bytes of UTF-8."""
    return sum(_size(document.text) + sum(map(_clause_bytes, document.clauses)) for document in messages)


def _clause_bytes(clause: contract_pb2.Clause) -> int:
    return _size(clause.number) + _size(clause.heading) + _size(clause.text)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


def _check_ids(ids: list[str], place: str, faults: Faults) -> None:
    for index, name in enumerate(ids):
        if not name:
            faults.add(f"{place}[{index}].id", "it is required where there are several documents", "Give each its own")
        elif name in ids[:index]:
            faults.add(f"{place}[{index}].id", "another document has the same id", "Give each document its own")


def _document(message: contract_pb2.Document, name: str, place: str, faults: Faults) -> Document | None:
    try:
        return _compose(message, name)
    except InputError as error:
        faults.extend(Fault(place, fault.problem, fault.cure) for fault in error.faults)
        return None


def _compose(message: contract_pb2.Document, name: str) -> Document:
    title = message.title.strip()
    if message.clauses:
        role = DOCUMENT_ROLE.member(message.role, guess_role(title))
        clauses = [ClauseInput(one.number, one.heading, one.text, one.language, one.page) for one in message.clauses]
        return compose_document(name, title, role, message.rank, message.language, clauses)
    title = title or markdown_heading(message.text)
    role = DOCUMENT_ROLE.member(message.role, guess_role(title))
    return compose_text(name, message.text, title=title, role=role, rank=message.rank, language=message.language)
