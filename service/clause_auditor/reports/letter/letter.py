"""A letter as pure data: who writes it in which format is another matter."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.finding import Citation


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage of the draft, and where it stands as a lawyer says it: "Clause 6.1"."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What is to be done with the draft, and the words to paste."""

    ask: str
    """A sentence: "Please change “ten days” to “48 hours” in clause 6.1. The passage then reads:"."""
    paragraphs: tuple[str, ...] = ()
    """In full; empty where no wording was shown to hold."""


@dataclass(frozen=True, slots=True)
class Request:
    """One point: what the draft says now, what is asked, why, under which law."""

    title: str
    faults: tuple[str, ...]
    """Sentences: what is amiss with the draft."""
    draft: tuple[Quotation, ...]
    wordings: tuple[Wording, ...]
    reasons: tuple[str, ...]
    law: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Requests of one kind; they are numbered through the whole letter."""

    heading: str
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """Points that the draft leaves open."""

    heading: str
    lead: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter. What the sender has to fill in stands in square brackets."""

    subject: str
    note: tuple[str, ...]
    """Paragraphs for the sender alone, to be deleted before the letter is sent."""
    head: tuple[tuple[str, ...], ...] = ()
    """What stands above the subject, each in lines: the sender, the date, the recipient."""
    salutation: str = ""
    opening: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    questions: Questions | None = None
    closing: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    """Lines."""
