"""Footnotes and endnotes: found by the marks in the text."""

from __future__ import annotations

from typing import Final, NamedTuple

from clause_auditor.documents.word.names import Element, W

_NAMES: Final = {"footnote": "Footnote", "endnote": "Endnote"}
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Note(NamedTuple):
    """A note with the name under which it is written."""

    name: str
    content: Element


class Notes:
    """The notes of one document, counted as they are referred to; each is given once."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None) -> None:
        self._notes: dict[tuple[str, str], Element] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        for kind, root in (("footnote", footnotes), ("endnote", endnotes)):
            for note in root.iter(W + kind) if root is not None else ():
                if note.get(f"{W}type") not in _SEPARATORS:
                    self._notes[kind, note.get(f"{W}id", "")] = note

    def find(self, kind: str, number: str) -> Note | None:
        """Return a note that is referred to for the first time, else None."""
        content = self._notes.pop((kind, number), None)
        if content is None:
            return None
        self._counts[kind] += 1
        return Note(f"{_NAMES[kind]} {self._counts[kind]}", content)
