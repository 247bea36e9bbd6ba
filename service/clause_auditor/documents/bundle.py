"""Files that are handed in together: each with its name and, if the caller knows it, its role in the contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clause_auditor.documents.files import read_bytes
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.reading import Part, join_parts, read_parts
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
    most = max(options.max_file_bytes, options.max_text_bytes)
    return GivenFile(shown, read_bytes(path, shown, most, "max_file_bytes"), folder=path.parent)


def read_given(
    file: GivenFile, options: ReadingOptions = DEFAULTS, cancel: CancelToken | None = None
) -> tuple[Part, ...]:
    """Return the papers of a file, each a contract of its own; InputError if it cannot be read."""
    parts = read_parts(file.data, file.name, folder=file.folder, options=options, cancel=cancel)
    if file.role is None:
        return parts
    if len(parts) != 1:
        raise InputError.at(file.name, "it holds several papers, but was given one role", "Give a role to each paper")
    return (with_role(parts[0], file.role),)


def with_role(part: Part, role: DocumentRole) -> Part:
    """Return the paper in that role; InputError if it is a structured contract of several documents, or of none."""
    name, contract = part
    if len(contract.documents) != 1:
        raise InputError.at(name, "it has no single document to which the role belongs", "Write roles into the record")
    return name, replace(contract, documents=(replace(contract.documents[0], role=role),))


def join_given(parts: Sequence[Part], options: ReadingOptions = DEFAULTS) -> Contract:
    """Return one contract of all papers; a single one stays as it is."""
    return parts[0][1] if len(parts) == 1 else join_parts(parts, options=options)
