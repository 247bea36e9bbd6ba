"""One file to a contract, or to the several that it holds: tells the format, and reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clause_auditor.documents.decoding import check_size, read_text
from clause_auditor.documents.extracted import extracted_document
from clause_auditor.documents.extraction import Contents, Paper, Unread
from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.found import Found, Part, add_remarks
from clause_auditor.documents.interface import Source
from clause_auditor.documents.isolation import extract_contents
from clause_auditor.documents.joined import join_parts
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.sniffing import Format, kind_of
from clause_auditor.documents.text_readers import choose_reader, is_other_data
from clause_auditor.domain.contract import Contract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import InputError


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

    InputError, which names all of them, if there is a paper that cannot be read.
    """
    return find_parts(data, name, folder=folder, options=options, cancel=cancel).require_all()


def find_parts(
    data: bytes,
    name: str,
    *,
    folder: Path | None = None,
    options: ReadingOptions = DEFAULTS,
    cancel: CancelToken | None = None,
) -> Found:
    """Return every paper that a file's bytes hold as a contract of its own, and those that cannot be read.

    The name of a part within a container is the container's with the part's behind it: "signed.zip/dpa.docx".
    InputError if the file itself cannot be read.
    """
    if kind_of(data, name) is Format.TEXT:
        text, remarks = read_text(data, name, options.max_text_bytes)
        source = Source(name, text, folder, options.max_text_bytes, options)
        return Found(add_remarks([(name, choose_reader(name, text)(source))], remarks))
    check_size(len(data), name, options.max_file_bytes, "max_file_bytes")
    return _found(extract_contents(data, name, options, cancel), name, options)


def _limited(options: ReadingOptions, limit: int | None) -> ReadingOptions:
    return options if limit is None else replace(options, max_text_bytes=limit)


def _found(contents: Contents, name: str, options: ReadingOptions) -> Found:
    """Return the contracts of what a file holds; a text in it that is data for a program is passed over."""
    parts: list[Part] = []
    unread = [*contents.unread]
    remarks = [*contents.remarks]
    for paper in contents.papers:
        place = f"{name}/{paper.name}" if paper.name else name
        if paper.name and paper.is_text and is_other_data(paper.name, paper.extraction.text):
            remarks.append(f"{paper.name} was not read: it is data for a program, no contract.")
            continue
        try:
            parts.append((place, _contract(paper, place, options)))
        except InputError as error:
            unread.append(Unread(place, error))
    if not parts and not unread:
        problem = f"there is no contract in it: {remarks[0].rstrip('.')}"
        raise InputError.at(name, problem, "Name a file that holds a contract")
    return Found(add_remarks(parts, remarks), tuple(unread))


def _contract(paper: Paper, name: str, options: ReadingOptions) -> Contract:
    taken = paper.extraction
    if not paper.is_text:
        return Contract(documents=(extracted_document("main", taken),))
    contract = choose_reader(name, taken.text)(Source(name, taken.text, None, options.max_text_bytes))
    ((_, remarked),) = add_remarks([(name, contract)], taken.remarks)
    return remarked
