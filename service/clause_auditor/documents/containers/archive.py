"""ZIP archives of contracts, and what else is a ZIP archive inside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from clause_auditor.documents.bystanders import is_dropping
from clause_auditor.documents.containers.zipped import Archive, shown_name
from clause_auditor.documents.extraction import Contents, merge
from clause_auditor.documents.sniffing import UnreadFormatError
from clause_auditor.errors import InputError

ReadMember = Callable[[str, Callable[[], bytes]], Contents]
"""Reads a file found within another, given its name and what yields its bytes; one that cannot be read is told of."""
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


def is_word(archive: Archive) -> bool:
    """Tell whether an archive is a Word file."""
    packaged = any(name in archive for name in _PACKAGE)
    return _WORD_MAIN in archive or (packaged and any(name.startswith("word/") for name in archive))


def read_archive(archive: Archive, read_member: ReadMember) -> Contents:
    """Return what the members hold; what systems leave behind unasked is passed over.

    InputError if it is a file of another kind: an OpenDocument text, a spreadsheet, a program.
    """
    _refuse_others(archive)
    names = (name for name in archive if not is_dropping(name))
    return merge(read_member(shown_name(name), partial(archive.read, name)) for name in names)


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
