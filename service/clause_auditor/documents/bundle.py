"""Files that are handed in together: each with its name and, if the caller knows it, its role in the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clause_auditor.documents.extraction import Unread
from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.found import Found, Part, gather, leave_out
from clause_auditor.documents.joined import join_parts
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.reading import find_parts
from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import InputError


@dataclass(frozen=True, slots=True)
class GivenFile:
    """One file."""

    name: str
    """Stands in messages, and gives the documents their ids where there are several."""
    data: bytes
    role: DocumentRole | None = None
    """None: guessed from the title. Only for a file of one paper."""
    folder: Path | None = None
    """Folder that a record may name files in; None: it may name none."""


def load_file(path: Path, name: str = "", options: ReadingOptions = DEFAULTS) -> GivenFile:
    """Return the file at a path; InputError if it cannot be opened, LimitError if it is too large."""
    shown = name or str(path)
    if path.is_dir():
        cure = "A folder may hold several contracts: give the files of one contract as a list of paths"
        raise InputError.at(shown, "this is a folder, no file", cure)
    most = max(options.max_file_bytes, options.max_text_bytes)
    return GivenFile(shown, read_bytes(path, shown, most, "max_file_bytes"), folder=path.parent)


def read_given(
    file: GivenFile, options: ReadingOptions = DEFAULTS, cancel: CancelToken | None = None
) -> tuple[Part, ...]:
    """Return the papers of a file, each a contract of its own; InputError, which names all that cannot be read."""
    return find_given(file, options, cancel).require_all()


def find_given(file: GivenFile, options: ReadingOptions = DEFAULTS, cancel: CancelToken | None = None) -> Found:
    """Return the papers of a file, each a contract of its own, and those that cannot be read, or the file itself."""
    try:
        found = find_parts(file.data, file.name, folder=file.folder, options=options, cancel=cancel)
    except InputError as error:
        return Found(unread=(Unread(file.name, error),))
    if file.role is None:
        return found
    if len(found.parts) + len(found.unread) != 1:
        raise InputError.at(file.name, "it holds several papers, but was given one role", "Give a role to each paper")
    return replace(found, parts=tuple(with_role(part, file.role) for part in found.parts))


def find_path(path: Path, name: str = "", options: ReadingOptions = DEFAULTS) -> Found:
    """Return the papers of the file at a path, as `find_given` does; one that cannot be opened cannot be read."""
    try:
        file = load_file(path, name, options)
    except InputError as error:
        return Found(unread=(Unread(name or str(path), error),))
    return find_given(file, options)


def with_role(part: Part, role: DocumentRole) -> Part:
    """Return the paper in that role; InputError if it is a structured contract of several documents, or of none."""
    name, contract = part
    if len(contract.documents) != 1:
        raise InputError.at(name, "it has no single document to which the role belongs", "Write roles into the record")
    return name, replace(contract, documents=(replace(contract.documents[0], role=role),))


def join_found(found: Found, options: ReadingOptions = DEFAULTS, *, skip: bool = False) -> Contract:
    """Return one contract of all papers; a single one stays as it is.

    InputError, which names every paper that cannot be read; with `skip` these are left out, and the contract says so:
    then only if there is no other.
    """
    if not skip or not found.parts:
        found.require_all()
    joined = found.parts[0][1] if len(found.parts) == 1 else join_parts(found.parts, options=options)
    return leave_out(joined, found.unread)


def read_contract(paths: Sequence[Path], *, limit: int | None = None, options: ReadingOptions = DEFAULTS) -> Contract:
    """Return one contract whose documents are those of all files, in the order given (`--one-contract`).

    At most one of them may be a structured record: its parties and facts are those of the contract.
    """
    chosen = options if limit is None else replace(options, max_text_bytes=limit)
    return join_parts(gather(find_path(path, options=chosen) for path in paths).require_all(), options=chosen)
