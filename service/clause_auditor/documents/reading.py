"""One file, or several, to one contract: tells the format, reads, puts the papers together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from clause_auditor.documents.decoding import check_size, read_text
from clause_auditor.documents.extracted import extracted_document
from clause_auditor.documents.extraction import Paper
from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.interface import Reader, Source
from clause_auditor.documents.isolation import extract_papers
from clause_auditor.documents.markdown import read_markdown
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.plain import read_plain
from clause_auditor.documents.record import KEYS, read_record
from clause_auditor.documents.sniffing import Format, kind_of
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import InputError, LimitError

RECORD_SUFFIXES = frozenset({".json", ".yaml", ".yml"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})
_JSON = re.compile(r"\s*\{\s*[\"}]")
_TOP = re.compile(r"([a-z_]+):(\s|$)")
Part = tuple[str, Contract]
"""The name of a file, and what it holds as a contract."""


def read_file(path: Path, *, name: str = "", limit: int | None = None, options: ReadingOptions = DEFAULTS) -> Contract:
    """Return the contract that a file holds; of an archive or a message all papers are documents of one contract.

    `limit` is `options.max_text_bytes`. InputError names the file, the fault and the cure.
    """
    shown = name or str(path)
    data = read_bytes(path, shown, max(options.max_file_bytes, limit or options.max_text_bytes), "max_file_bytes")
    return read_data(data, shown, folder=path.parent, limit=limit, options=options)


def read_data(
    data: bytes,
    name: str,
    *,
    folder: Path | None = None,
    limit: int | None = None,
    options: ReadingOptions = DEFAULTS,
) -> Contract:
    """Return the contract that a file's bytes hold; a record may name text files in `folder` only."""
    parts = read_parts(data, name, folder=folder, options=_limited(options, limit))
    return parts[0][1] if len(parts) == 1 else join_parts(parts, options=_limited(options, limit))


def read_parts(
    data: bytes,
    name: str,
    *,
    folder: Path | None = None,
    options: ReadingOptions = DEFAULTS,
    cancel: CancelToken | None = None,
) -> tuple[Part, ...]:
    """Return every paper that a file's bytes hold as a contract of its own (`--each-file`); one, if it is no container.

    The name of a part within a container is the container's with the part's behind it: "signed.zip/dpa.docx".
    """
    if kind_of(data, name) is Format.TEXT:
        text, remarks = read_text(data, name, options.max_text_bytes)
        contract = choose_reader(name, text)(Source(name, text, folder, options.max_text_bytes, options))
        return ((name, _with_remarks(contract, remarks)),)
    check_size(len(data), name, options.max_file_bytes, "max_file_bytes")
    papers = extract_papers(data, name, options, cancel)
    return tuple(_part(paper, f"{name}/{paper.name}" if paper.name else name, options) for paper in papers)


def read_contract(paths: Sequence[Path], *, limit: int | None = None, options: ReadingOptions = DEFAULTS) -> Contract:
    """Return one contract whose documents are those of all files, in the order given (`--one-contract`).

    At most one of them may be a structured record: its parties and facts are those of the contract.
    """
    chosen = _limited(options, limit)
    return join_parts([(str(path), read_file(path, options=chosen)) for path in paths], options=chosen)


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
    return replace(base, documents=_distinct(parts))


def choose_reader(name: str, text: str) -> Reader:
    """Return the reader for a text: by its name where that says record, else by its content, else by its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix in RECORD_SUFFIXES or _looks_structured(text):
        return read_record
    return read_plain if suffix in TEXT_SUFFIXES else read_markdown


def _limited(options: ReadingOptions, limit: int | None) -> ReadingOptions:
    return options if limit is None else replace(options, max_text_bytes=limit)


def _part(paper: Paper, name: str, options: ReadingOptions) -> Part:
    taken = paper.extraction
    if not paper.is_text:
        return name, Contract(documents=(extracted_document("main", taken),))
    contract = choose_reader(name, taken.text)(Source(name, taken.text, None, options.max_text_bytes))
    return name, _with_remarks(contract, taken.remarks)


def _with_remarks(contract: Contract, remarks: tuple[str, ...]) -> Contract:
    if not contract.documents or not remarks:
        return contract
    first = replace(contract.documents[0], remarks=(*contract.documents[0].remarks, *remarks))
    return replace(contract, documents=(first, *contract.documents[1:]))


def _looks_structured(text: str) -> bool:
    if _JSON.match(text):
        return True
    lines = [line for line in text.splitlines() if line.strip() and line[0] not in " #-" and line != "..."]
    tops = [match[1] for line in lines if (match := _TOP.match(line))]
    return len(tops) == len(lines) and any(top in KEYS for top in tops)


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
