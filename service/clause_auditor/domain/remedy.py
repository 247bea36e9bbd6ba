"""Remedies: the smallest edits of a contract's own text after which a finding is met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemedyKind(StrEnum):
    """How a remedy mends a contract, the smallest change first."""

    CHANGE = "change"
    """A number or a few words of a clause that is there become others."""
    REPLACEMENT = "replacement"
    """A passage makes room for the model wording."""
    ADDITION = "addition"
    """The model wording is added where it belongs; nothing is taken out."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`document.text[start:end]` becomes `text`: code points of the canonical text, half open; no two edits overlap."""

    document_id: str
    start: int
    end: int
    """Equal to `start` where nothing is taken out."""
    text: str
    """Empty where nothing is put in; a paragraph of its own where it begins and ends with a line end."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """Edits that were judged in their place: with them in the contract, the finding of this rule is met."""

    rule_id: str
    kind: RemedyKind
    edits: tuple[Edit, ...]
    wording: str
    """What to ask for, as a person reads it: the passage as it reads after the edits."""
