"""One file, or several, to one contract: decodes, chooses the format, reads."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from clause_auditor.documents.decoding import MAX_TEXT_BYTES, decode
from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.interface import Reader, Source
from clause_auditor.documents.markdown import read_markdown
from clause_auditor.documents.plain import read_plain
from clause_auditor.documents.record import KEYS, read_record
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.errors import InputError, LimitError

RECORD_SUFFIXES = frozenset({".json", ".yaml", ".yml"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})
_JSON = re.compile(r"\s*\{\s*[\"}]")
_TOP = re.compile(r"([a-z_]+):(\s|$)")


def read_file(path: Path, *, name: str = "", limit: int = MAX_TEXT_BYTES) -> Contract:
    """Return the contract that a file holds; InputError names the file, the fault and the cure."""
    shown = name or str(path)
    return read_data(read_bytes(path, shown, limit), shown, folder=path.parent, limit=limit)


def read_data(data: bytes, name: str, *, folder: Path | None = None, limit: int = MAX_TEXT_BYTES) -> Contract:
    """Return the contract that a file's bytes hold; a record may name text files in `folder` only."""
    text = decode(data, name, limit)
    return choose_reader(name, text)(Source(name, text, folder, limit))


def read_contract(paths: Sequence[Path], *, limit: int = MAX_TEXT_BYTES) -> Contract:
    """Return one contract whose documents are those of all files, in the order given (`--one-contract`).

    At most one of them may be a structured record: its parties and facts are those of the contract.
    """
    parts = [(path, read_file(path, limit=limit)) for path in paths]
    if sum(len(document.text) for _, part in parts for document in part.documents) > limit:
        raise LimitError.at("", f"all files together are larger than {limit} bytes", "Audit fewer of them together")
    records = [(path, part) for path, part in parts if _is_record(part)]
    if len(records) > 1:
        cure = "Audit them one by one, or put them into one record"
        raise InputError.at(str(records[1][0]), "a second structured contract among the files of one contract", cure)
    base = records[0][1] if records else Contract()
    return dataclasses.replace(base, documents=_distinct(parts))


def choose_reader(name: str, text: str) -> Reader:
    """Return the reader for a file: by its name where that says record, else by its content, else by its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix in RECORD_SUFFIXES or _looks_structured(text):
        return read_record
    return read_plain if suffix in TEXT_SUFFIXES else read_markdown


def _looks_structured(text: str) -> bool:
    if _JSON.match(text):
        return True
    lines = [line for line in text.splitlines() if line.strip() and line[0] not in " #-" and line != "..."]
    tops = [match[1] for line in lines if (match := _TOP.match(line))]
    return len(tops) == len(lines) and any(top in KEYS for top in tops)


def _is_record(part: Contract) -> bool:
    return bool(part.facts or part.parties or part.contract_key or part.vendor_key or part.incorporated)


def _distinct(parts: Sequence[tuple[Path, Contract]]) -> tuple[Document, ...]:
    documents: dict[str, Document] = {}
    for path, part in parts:
        for document in part.documents:
            wanted = path.stem if document.id == "main" else document.id
            number = 1
            paper_id = wanted
            while paper_id in documents:
                number += 1
                paper_id = f"{wanted}-{number}"
            documents[paper_id] = dataclasses.replace(document, id=paper_id)
    return tuple(documents.values())
