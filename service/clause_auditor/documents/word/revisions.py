"""Tracked changes: what is there in the view that is read."""

from __future__ import annotations

from typing import Final

from clause_auditor.documents.word.names import Element, W, child
from clause_auditor.domain.contract import View

_ADDED: Final = (f"{W}ins", f"{W}moveTo")
_TAKEN: Final = (f"{W}del", f"{W}moveFrom")
WRAPPERS: Final = frozenset((*_ADDED, *_TAKEN))
_SIGNS: Final = (*_ADDED, *_TAKEN, f"{W}cellIns", f"{W}cellDel")


class Revisions:
    """One view of a document with tracked changes."""

    def __init__(self, view: View) -> None:
        self._original = view is View.ORIGINAL
        self._gone = _ADDED if self._original else _TAKEN

    def keeps(self, tag: str) -> bool:
        """Tell whether what stands within such an element is there."""
        return tag not in self._gone

    def keeps_mark(self, properties: Element | None) -> bool:
        """Tell whether a paragraph ends where its mark stands; if not, it runs on into the next."""
        return not self._marked_gone(child(properties, "rPr"))

    def keeps_row(self, row: Element) -> bool:
        """Tell whether a row of a table is there."""
        return not self._marked_gone(child(row, "trPr"))

    def keeps_cell(self, cell: Element) -> bool:
        """Tell whether a cell of a table is there."""
        return child(child(cell, "tcPr"), "cellIns" if self._original else "cellDel") is None

    def properties(self, element: Element, name: str) -> Element | None:
        """Return the properties (`pPr`, `rPr`) that an element has in this view."""
        found = child(element, name)
        if not self._original or found is None:
            return found
        changed = child(found, f"{name}Change")
        return found if changed is None else child(changed, name)

    def _marked_gone(self, properties: Element | None) -> bool:
        return properties is not None and any(properties.find(tag) is not None for tag in self._gone)


def has_revisions(root: Element) -> bool:
    """Tell whether a document has tracked changes of its text."""
    return next(iter(root.iter(*_SIGNS)), None) is not None
