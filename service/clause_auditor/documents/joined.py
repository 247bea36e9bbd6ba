"""Several papers to one contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from clause_auditor.documents.found import Part
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.errors import InputError, LimitError


def join_parts(parts: Sequence[Part], *, options: ReadingOptions = DEFAULTS) -> Contract:
    """Return one contract of all documents; InputError if two parts are structured records."""
    if sum(len(document.text) for _, part in parts for document in part.documents) > options.max_text_bytes:
        problem = f"all files together are larger than {options.max_text_bytes} bytes"
        raise LimitError.at("", problem, "Audit fewer of them together")
    records = [(name, part) for name, part in parts if _is_record(part)]
    if len(records) > 1:
        cure = "Audit them one by one, or put them into one record"
        raise InputError.at(records[1][0], "a second structured contract among the files of one contract", cure)
    base = records[0][1] if records else Contract()
    unread = tuple(sentence for _, part in parts for sentence in part.unread)
    return replace(base, documents=_distinct(parts), unread=unread)


def _is_record(part: Contract) -> bool:
    return bool(part.facts or part.parties or part.contract_key or part.vendor_key or part.incorporated)


def _distinct(parts: Iterable[Part]) -> tuple[Document, ...]:
    documents: dict[str, Document] = {}
    for name, part in parts:
        for document in part.documents:
            wanted = PurePath(name).stem if document.id == "main" else document.id
            number = 1
            paper_id = wanted
            while paper_id in documents:
                number += 1
                paper_id = f"{wanted}-{number}"
            documents[paper_id] = replace(document, id=paper_id)
    return tuple(documents.values())
