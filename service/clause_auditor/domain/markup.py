"""What is written into a copy of a paper: comments, edits as tracked changes, a closing list."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.remedy import Edit

AUTHOR = "Clause Auditor"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on `document.text[start:end]`: code points of the canonical text, half open."""

    document_id: str
    start: int
    end: int
    paragraphs: tuple[str, ...]
    """The first one is shown as its title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a paper lacks."""

    title: str
    lines: tuple[str, ...]
    """What it is about: status, law, where it belongs."""
    wording: tuple[str, ...] = ()
    """Paragraphs ready to be pasted."""


@dataclass(frozen=True, slots=True)
class ClosingList:
    """What is written behind the last paragraph."""

    title: str
    introduction: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Markup:
    """All that is written into one paper, by whom and on which day."""

    day: str
    """ISO date."""
    comments: tuple[Comment, ...] = ()
    edits: tuple[Edit, ...] = ()
    closing: ClosingList | None = None
    author: str = AUTHOR
    initials: str = "CA"


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A comment or an edit that could not be written, and why, as a sentence."""

    mark: Comment | Edit
    reason: str


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """The marked copy of a file."""

    data: bytes
    not_placed: tuple[NotPlaced, ...] = ()
