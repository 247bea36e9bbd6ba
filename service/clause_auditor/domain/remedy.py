"""Remedies: the smallest edits of a contract's own text after which a finding is met."""

from __future__ import annotations

from collections.abc import Iterable
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


def gather_edits(remedies: Iterable[Remedy]) -> tuple[Edit, ...]:
    """Return the edits of all remedies, each once, in the order in which they are to be made.

    Two remedies may share an edit. Paragraphs that are put in at the same place stand in the order of the remedies.
    """
    found = dict.fromkeys(edit for remedy in remedies for edit in remedy.edits)
    return tuple(sorted(found, key=lambda edit: (edit.document_id, edit.start, edit.end)))
