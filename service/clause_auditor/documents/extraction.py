"""What every reader of a binary format is: bytes in, plain data out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.contract import Anchor, HiddenPassage, View
from clause_auditor.errors import InputError


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a reader took out of one file. `documents/assembly.py` makes it out of blocks."""

    text: str
    """Canonical text in the grammar that `text/` reads; docs/documents.md states it."""
    title: str = ""
    """The file's own title, if it is one that a reader sees; else empty: the first heading will do."""
    anchors: tuple[Anchor, ...] = ()
    hidden: tuple[HiddenPassage, ...] = ()
    view: View | None = None
    remarks: tuple[str, ...] = ()
    language: str = ""
    """ISO 639-1 code if the source tells it reliably, else empty."""


class Extractor(Protocol):
    """One format. Runs in a confined process: it can open no file and no socket, nor import what is not loaded."""

    def __call__(self, data: bytes, options: ReadingOptions) -> Extraction:
        """Return what the file says.

        Raises `InputError.at("", problem, cure)`: the caller adds the file's name. Never a word of the contract in it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """One file found within what was given: itself, or a member of an archive, or an attachment of a message."""

    name: str
    """Path within the archive; empty for the file itself."""
    is_text: bool
    """True: `extraction.text` is decoded text of a .txt, .md, .json or .yaml file, to be read as such."""
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that may be a part of the contract, and cannot be read."""

    name: str
    """Path within the archive or message; in front of it stands that one's own name, once a caller sees it."""
    error: InputError


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in one file, all that is within it included."""

    papers: tuple[Paper, ...] = ()
    unread: tuple[Unread, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences on what lies beside the papers and is no part of a contract."""


def merge(found: Iterable[Contents]) -> Contents:
    """Return all of it together, in order."""
    every = list(found)
    return Contents(
        tuple(paper for each in every for paper in each.papers),
        tuple(unread for each in every for unread in each.unread),
        tuple(remark for each in every for remark in each.remarks),
    )
