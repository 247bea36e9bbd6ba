"""Provisions: what lawyers read as one statement, with its stem, its headings and its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clause_auditor.domain.duration import Deadline
from clause_auditor.domain.party import Side


class Place(StrEnum):
    """The part of a document in which a provision stands."""

    BODY = "body"
    RECITAL = "recital"
    DEFINITIONS = "definitions"
    ANNEX = "annex"


class ProvisionKind(StrEnum):
    """The shape of a provision in its source."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Span:
    """Code points of a document's canonical text, half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A party spoken of: token positions half open, in the provision's own token sequence."""

    start: int
    end: int
    side: Side
    possessive: bool = False
    """True for "the Controller's": its data or instructions, not the party acting."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One statement. Its token sequence is that of its stems (outermost first), then its own words."""

    index: int
    """Place in the reading order of the whole contract, from 0."""
    document_id: str
    kind: ProvisionKind
    place: Place
    clause: str
    """Number as a lawyer cites it ("4.2(b)"), or the nearest heading where nothing is numbered, or empty."""
    section: int
    """Id of the innermost section under a heading: provisions of one section share it."""
    paragraph: int
    """Id of the paragraph or of the list with its stem: provisions of one paragraph share it."""
    headings: tuple[str, ...]
    """Titles above it, outermost first."""
    spans: tuple[Span, ...]
    """Spans of the stems, outermost first; the last is its own. Each is contiguous in the source."""
    words: tuple[str, ...]
    """Folded words (`text.words.fold`) of the stems and its own."""
    offsets: tuple[tuple[int, int], ...]
    """Source span of each word."""
    own: int
    """Index of the first of its own words in `words`."""
    breaks: frozenset[int] = frozenset()
    """Positions before which a strong break stands (semicolon, full stop, colon, stem end): phrases do not cross it."""
    commas: frozenset[int] = frozenset()
    """Positions before which a comma, dash or bracket stands."""
    mentions: tuple[Mention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    blank: bool = False
    """True if a part is left to fill in: `[●]`, `____`, `{{name}}`, "to be completed"."""
    page: int = 0
    language: str = "en"
    unseen: tuple[str, ...] = ()
    """Passages in it, or between it and the next, that the eye does not see as they are written."""

    @property
    def span(self) -> Span:
        """The span of its own words."""
        return self.spans[-1]


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term and the provision that says what it means."""

    term: tuple[str, ...]
    """Folded words of the term."""
    provision: int
    """Index of the provision that defines it."""
    body: int
    """Position of the first word of the meaning in that provision's `words`."""
    end: int = -1
    """Position after the last word of the meaning where the name comes after it, else -1."""


@dataclass(frozen=True, slots=True)
class SplitContract:
    """A contract as provisions, ready to be judged."""

    provisions: tuple[Provision, ...]
    definitions: tuple[Definition, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    """(document id, ISO 639-1 code or "und") for each document."""
    absent_annexes: tuple[str, ...] = ()
    """Annexes that the text names and does not hold."""
