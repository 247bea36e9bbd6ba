"""How files are read: which view of tracked changes, and every limit, with its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.contract import View

MIB: Final = 1024 * 1024
MAX_TEXT_BYTES: Final = 16 * MIB
"""The default size limit of one contract's text, in bytes of UTF-8."""
MAX_FILE_BYTES: Final = 64 * MIB
"""The default size limit of one file."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a caller may choose, and what a file may cost."""

    revisions: View = View.ACCEPTED
    """Which view of tracked changes is read."""
    max_file_bytes: int = MAX_FILE_BYTES
    max_text_bytes: int = MAX_TEXT_BYTES
    max_unpacked_bytes: int = 256 * MIB
    """All members of an archive (a .docx is one) together, those of archives within it included."""
    max_members: int = 5_000
    """Members of an archive, and of the archives within it."""
    max_ratio: int = 250
    """How often a member larger than a MiB may be its packed size."""
    max_nesting: int = 3
    """Archives and messages within each other."""
    max_pages: int = 5_000
    seconds: float = 25.0
    """Time that the reader of one file gets before it is ended."""
    memory_bytes: int = 448 * MIB
    """Address space that the reader of one file gets."""


DEFAULTS: Final = ReadingOptions()
