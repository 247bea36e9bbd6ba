"""The heading stack: under which headings the walk through a document stands, and their numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from clause_auditor.domain.provision import Place
from clause_auditor.text.blocks import Block
from clause_auditor.text.numbering import Style
from clause_auditor.text.sentences import Bounds

MAX_HEADINGS = 8


@dataclass(slots=True)
class Heading:
    """An open heading."""

    level: int
    title: str
    number: str
    section: int
    place: Place
    annex: str = ""
    stem: Bounds | None = None
    """A stem under which the headings below stand: "The Processor agrees to:"."""


@dataclass(slots=True)
class HeadingStack:
    """The open headings, outermost first."""

    entries: list[Heading] = field(default_factory=list)

    @property
    def top(self) -> Heading | None:
        """The innermost heading."""
        return self.entries[-1] if self.entries else None

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles, outermost first."""
        return tuple(entry.title for entry in self.entries)

    @property
    def number(self) -> str:
        """The innermost number."""
        return next((entry.number for entry in reversed(self.entries) if entry.number), "")

    @property
    def outer_stem(self) -> Bounds | None:
        """The stem under which the innermost heading stands."""
        return self.entries[-2].stem if len(self.entries) > 1 else None

    def leave(self, level: int) -> None:
        """Close the headings that a heading of that level does not stand under."""
        while self.entries and self.entries[-1].level >= level:
            self.entries.pop()

    def push(self, heading: Heading) -> None:
        """Open a heading; deeper than `MAX_HEADINGS` it takes the place of the innermost."""
        if len(self.entries) >= MAX_HEADINGS:
            self.entries.pop()
        self.entries.append(heading)

    def number_for(self, block: Block) -> str:
        """Return the full number of a heading about to be pushed."""
        label, above = block.label, self.top
        if block.number or label is None:
            return block.number
        inherited = above.number if above and not block.annex else ""
        if label.is_whole or not inherited or not inherited[-1].isalnum():
            return label.text
        if label.readings[0][0] is not Style.DECIMAL:
            return f"{inherited}({label.text})"
        return f"{inherited}.{label.text}" if inherited[0].isdigit() else label.text

    def cite(self, number: str) -> str:
        """Return how a lawyer cites a number here: "Annex II, 3"; the innermost title where nothing is numbered."""
        if self.top is None:
            return number
        if self.top.annex:
            return f"{self.top.annex}, {number}" if number else self.top.annex
        return number or self.top.title
