"""What every reader of a format is: decoded text in, a contract out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from clause_auditor.documents.options import DEFAULTS, MAX_TEXT_BYTES, ReadingOptions
from clause_auditor.domain.contract import Contract


@dataclass(frozen=True, slots=True)
class Source:
    """A file after decoding."""

    name: str
    """Its name in messages."""
    text: str
    """Canonical text."""
    folder: Path | None = None
    """Folder that a record may name text files in; None: it may name none."""
    limit: int = MAX_TEXT_BYTES
    """Size limit, in bytes, of each text and of all texts of a contract together."""
    options: ReadingOptions = DEFAULTS
    """How the files that a record names are read."""


class Reader(Protocol):
    """One format."""

    def __call__(self, source: Source) -> Contract:
        """Return the contract; InputError names file and line of every fault."""
        ...
