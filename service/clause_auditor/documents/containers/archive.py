"""ZIP archives of contracts, and what else is a ZIP archive inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from clause_auditor.documents.containers.zipped import Archive, shown_name
from clause_auditor.documents.extraction import Paper
from clause_auditor.documents.sniffing import UnreadFormatError
from clause_auditor.errors import Fault, InputError

ReadMember = Callable[[bytes, str], list[Paper]]
"""Reads a file found within another; given its bytes and its name."""
_WORD_MAIN: Final = "word/document.xml"
_PACKAGE: Final = ("[Content_Types].xml", "_rels/.rels")
_ODT: Final = "Open it in a word processor, save it as .docx, and audit that file"
_OTHERS: Final = (
    ("xl/workbook.xml", "an Excel file, which is not read", "Save what matters as .docx, PDF or text"),
    ("xl/workbook.bin", "an Excel file, which is not read", "Save what matters as .docx, PDF or text"),
    ("ppt/presentation.xml", "a PowerPoint file, which is not read", "Save what matters as .docx, PDF or text"),
    ("[Content_Types].xml", "an Office file of a kind that is not read", _ODT),
    ("META-INF/MANIFEST.MF", "a program, no contract", "Name the file that holds the contract"),
)
_MOST_REMARKS: Final = 20
_JUNK: Final = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})


def is_word(archive: Archive) -> bool:
    """Tell whether an archive is a Word file."""
    packaged = any(name in archive for name in _PACKAGE)
    return _WORD_MAIN in archive or (packaged and any(name.startswith("word/") for name in archive))


def read_archive(archive: Archive, read_member: ReadMember) -> list[Paper]:
    """Return the papers of all members that can be read; what no contract comes in is named in their remarks.

    InputError if none can be read, or if one that should be a contract cannot.
    """
    _refuse_others(archive)
    return read_members(((name, archive.read(name)) for name in archive if not _is_junk(name)), read_member)


def read_members(members: Iterable[tuple[str, bytes]], read_member: ReadMember) -> list[Paper]:
    """Return the papers of files found within another one, in order; InputError if there are none."""
    papers: list[Paper] = []
    skipped: list[str] = []
    for name, data in members:
        shown = shown_name(name)
        try:
            papers += read_member(data, shown)
        except UnreadFormatError as error:
            skipped += [f"{shown} was not read: it is {fault.problem}." for fault in error.faults]
        except InputError as error:
            raise type(error)(_within(shown, error)) from None
    if not papers:
        what = skipped[0] if skipped else "it is empty"
        raise InputError.at("", f"there is no contract in it: {what.rstrip('.')}", "Name a file that holds a contract")
    return add_remarks(papers, skipped)


def add_remarks(papers: list[Paper], remarks: list[str]) -> list[Paper]:
    """Return the papers with remarks on what lies beside them, which the first one carries."""
    if not remarks:
        return papers
    kept = remarks[:_MOST_REMARKS]
    if len(remarks) > _MOST_REMARKS:
        kept.append(f"{len(remarks) - _MOST_REMARKS} more files were not read.")
    extraction = replace(papers[0].extraction, remarks=(*papers[0].extraction.remarks, *kept))
    return [replace(papers[0], extraction=extraction), *papers[1:]]


def _within(shown: str, error: InputError) -> list[Fault]:
    return [replace(fault, place=f"{shown}/{fault.place}" if fault.place else shown) for fault in error.faults]


def _is_junk(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or any(part in _JUNK for part in parts) or parts[-1].startswith((".", "~$"))


def _refuse_others(archive: Archive) -> None:
    """Say of an archive that is a file of another kind what it is."""
    for member, problem, cure in _OTHERS:
        if member in archive:
            raise UnreadFormatError.at("", problem, cure)
    if "mimetype" not in archive:
        return
    kind = archive.read("mimetype")[:80]
    if b"opendocument.text" in kind:
        raise InputError.at("", "an OpenDocument text (.odt), which is not read", _ODT)
    if kind.startswith(b"application/"):
        raise UnreadFormatError.at("", "a file of a kind that is not read", _ODT)
