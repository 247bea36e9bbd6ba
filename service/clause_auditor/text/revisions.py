"""Revisions: edits of a text by code points, and where everything stands afterwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

from clause_auditor.domain.contract import Contract, Document


class Replacement(Protocol):
    """Anything that puts `text` in place of the code points from `start` to `end`; hashable."""

    @property
    def start(self) -> int: ...  # noqa: D102 - told by the class

    @property
    def end(self) -> int: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102


_Edit = TypeVar("_Edit", bound=Replacement)


class Revision(Generic[_Edit]):
    """Edits in the order of the text, each once, none overlapping another: of two that would, the first is kept.

    Edits that begin and end at the same place stay in the order in which they are given.
    """

    def __init__(self, edits: Iterable[_Edit]) -> None:
        self.edits = _apart(sorted(dict.fromkeys(edits), key=_bounds))
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


def revise(contract: Contract, document_id: str, revision: Revision[_Edit]) -> Contract:
    """Return the contract with one of its documents revised; clauses, anchors and hidden passages move along."""
    documents = (_revise(d, revision) if d.id == document_id else d for d in contract.documents)
    return replace(contract, documents=tuple(documents))


def _revise(document: Document, revision: Revision[_Edit]) -> Document:
    move = revision.move
    clauses = (replace(m, start=move(m.start), end=move(m.end), body=move(m.body)) for m in document.clauses)
    return replace(
        document,
        text=revision.apply(document.text),
        clauses=tuple(clauses),
        anchors=tuple(replace(anchor, start=move(anchor.start)) for anchor in document.anchors),
        hidden=tuple(replace(passage, offset=move(passage.offset)) for passage in document.hidden),
    )


def _bounds(edit: Replacement) -> tuple[int, int]:
    return edit.start, edit.end


def _apart(edits: Sequence[_Edit]) -> list[_Edit]:
    kept: list[_Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
