"""What the parties sign: documents, parties, incorporated texts, facts, keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.party import Party


class DocumentRole(StrEnum):
    """What a paper is within the contract."""

    MAIN = "main"
    DPA = "dpa"
    BAA = "baa"
    ANNEX = "annex"
    ORDER_FORM = "order_form"
    POLICY = "policy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClauseMark:
    """A clause whose bounds the source itself tells (a structured contract, a Word heading): code points, half open."""

    start: int
    end: int
    """End of the clause's own text, its heading included."""
    body: int
    """Where the body begins, after number and heading."""
    number: str = ""
    heading: str = ""
    level: int = 1
    language: str = ""
    page: int = 0


class HiddenKind(StrEnum):
    """Why the eye does not see a passage, or sees another one than the machine reads."""

    HIDDEN_RUN = "hidden_run"
    """Formatted as hidden, or not displayed."""
    SAME_COLOUR = "same_colour"
    """In the colour of what lies behind it."""
    TINY = "tiny"
    """Too small to be read."""
    ZERO_WIDTH = "zero_width"
    """Characters without width within words, direction marks, invisible tags."""
    LOOK_ALIKE = "look_alike"
    """Letters of another script that look like the ones of the word around them."""
    OUTSIDE_PAGE = "outside_page"
    COVERED = "covered"
    """Something opaque lies over it."""
    RENDERED_OTHERWISE = "rendered_otherwise"
    """What is drawn differs from what the file says is written."""


@dataclass(frozen=True, slots=True)
class HiddenPassage:
    """A passage that the eye does not see; it is no part of the judged text."""

    kind: HiddenKind
    text: str
    """Its words, cut if they are long."""
    offset: int
    """Where it would stand in the canonical text of its document."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """From this offset on, the text stands on this page and in this paragraph; 0 where the source does not tell."""

    start: int
    page: int = 0
    paragraph: int = 0


class View(StrEnum):
    """Which text of a document with tracked changes was judged."""

    ACCEPTED = "accepted"
    """As it reads with all changes accepted."""
    ORIGINAL = "original"
    """As it read before any change."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper of a contract with its canonical text, into which all evidence points."""

    id: str
    text: str
    """Canonical text: line ends are \\n, no byte order mark. Offsets are code points into it."""
    title: str = ""
    role: DocumentRole = DocumentRole.MAIN
    rank: int = 0
    """Place in the order of precedence: 1 prevails over 2; 0 where the source does not tell."""
    language: str = ""
    """ISO 639-1 code where the source tells it, else empty: the text layer finds it."""
    clauses: tuple[ClauseMark, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """Pages and paragraphs of the source, sorted by start."""
    hidden: tuple[HiddenPassage, ...] = ()
    """Sorted by offset."""
    view: View | None = None
    """Given where the source has tracked changes."""
    remarks: tuple[str, ...] = ()
    """Sentences on what of the source was not read: macros, pictures."""


@dataclass(frozen=True, slots=True)
class IncorporatedText:
    """A text that the contract makes its own by reference; its own words are judged only where supplied."""

    name: str
    supplied: bool = False


@dataclass(frozen=True, slots=True)
class Contract:
    """Everything that an audit judges. Facts only, text only, or both."""

    documents: tuple[Document, ...] = ()
    parties: tuple[Party, ...] = ()
    incorporated: tuple[IncorporatedText, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    """Typed facts by name (`domain.fact.FACT_TYPES`); a fact not given is unknown."""
    contract_key: str = ""
    """The caller's own name for the contract: fingerprints of missing findings rest on it."""
    vendor_key: str = ""
    signed_on: str = ""
    """ISO date, or empty."""
    governing_law: str = ""
    unread: tuple[str, ...] = ()
    """Sentences on papers of the contract that could not be read: what is missing may stand there."""

    def document(self, document_id: str) -> Document:
        """Return the document of that id; KeyError if there is none."""
        for document in self.documents:
            if document.id == document_id:
                return document
        raise KeyError(document_id)
