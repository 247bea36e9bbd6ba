"""The files of a contract: as addresses, by document, and whether a text is that of its file to the character."""

from __future__ import annotations

import re
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Final
from urllib.parse import quote

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.reports.interface import Outcome

JOINT: Final = " + "
"""Stands between the names of the files of one contract."""
_DRIVE: Final = re.compile(r"[A-Za-z]:[\\/]")
_PLAIN: Final = frozenset({".txt", ".text"})
_VERBATIM: Final = _PLAIN | {".md", ".markdown"}
_TABLE: Final = re.compile(r"^\| ", re.MULTILINE)


def file_uri(name: str) -> str:
    """Return the address of a file, relative where its name is, percent-encoded, in ASCII."""
    if _DRIVE.match(name):
        return "file:///" + _quoted(PureWindowsPath(name).as_posix(), ":")
    path = PurePosixPath(name)
    return f"file://{_quoted(str(path))}" if path.is_absolute() else _quoted(str(path))


def files_of(outcome: Outcome) -> tuple[str, ...]:
    """Return the names of the files of a contract: more than one where several were joined."""
    parts = tuple(outcome.name.split(JOINT))
    return parts if all(PurePath(part).suffix for part in parts) else (outcome.name,)


def file_of(outcome: Outcome, document_id: str) -> str:
    """Return the name of the file in which a document stands; the first where that cannot be told."""
    files = files_of(outcome)
    return next((file for file in files if PurePath(file).stem == document_id), files[0])


def is_verbatim(file: str, document: Document, contract: Contract) -> bool:
    """Tell whether a document's canonical text is its file's own, so that places in it are places in the file.

    Not so where characters were taken out (`hidden`), where a table of a plain text may have been rewritten, or where
    the file is a record. Line ends of two characters are told as one: lines and columns hold, offsets then do not.
    """
    suffix = PurePath(file).suffix.lower()
    record = contract.facts or contract.parties or contract.contract_key or contract.vendor_key or document.clauses
    rewritten = suffix in _PLAIN and _TABLE.search(document.text)
    return suffix in _VERBATIM and not (document.hidden or record or rewritten)


def _quoted(path: str, safe: str = "") -> str:
    """Percent-encode the bytes of a path; a name that is no text keeps the bytes that the disk has."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe="/" + safe)
