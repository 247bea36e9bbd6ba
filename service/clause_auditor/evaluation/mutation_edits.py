"""Edits of a text by code points, and where each of them stands afterwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from clause_auditor.domain.contract import Contract, Document


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Puts `text` in place of the code points from `start` to `end`."""

    start: int
    end: int
    text: str


class Revision:
    """Edits in their order, none overlapping another: of two that would, the first in the text is kept."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = _apart(sorted(set(edits)))
        self._starts = [edit.start for edit in self.edits]
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in self.edits)]

    def apply(self, text: str) -> str:
        """Return the text with every edit made."""
        pieces: list[str] = []
        done = 0
        for edit in self.edits:
            pieces += (text[done : edit.start], edit.text)
            done = edit.end
        return "".join((*pieces, text[done:]))

    def move(self, offset: int) -> int:
        """Return where an offset of the old text stands in the new one; one within an edit moves to its beginning."""
        count = bisect_right(self._starts, offset)
        if count and offset < self.edits[count - 1].end:
            return self.edits[count - 1].start + self._shifts[count - 1]
        return offset + self._shifts[count]

    def spans(self) -> list[tuple[int, int]]:
        """Return where the text of each edit stands in the new text."""
        starts = [edit.start + shift for edit, shift in zip(self.edits, self._shifts, strict=False)]
        return [(start, start + len(edit.text)) for start, edit in zip(starts, self.edits, strict=True)]


def revise(contract: Contract, document_id: str, revision: Revision) -> Contract:
    """Return the contract with one of its documents revised; the bounds of its clauses move along."""
    return replace(contract, documents=tuple(_revise(d, document_id, revision) for d in contract.documents))


def _revise(document: Document, document_id: str, revision: Revision) -> Document:
    if document.id != document_id:
        return document
    move = revision.move
    clauses = tuple(
        replace(mark, start=move(mark.start), end=move(mark.end), body=move(mark.body)) for mark in document.clauses
    )
    return replace(document, text=revision.apply(document.text), clauses=clauses)


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
