"""Fields: their code is not shown, their result is."""

from __future__ import annotations

from typing import Final

from clause_auditor.documents.word.names import Element, W, child, flag

_TYPE: Final = f"{W}fldCharType"


class Fields:
    """Where a document stands within its fields; they may run over many paragraphs and lie within each other."""

    def __init__(self, root: Element) -> None:
        self._open: list[bool] = []
        """For each field that is open whether its code is still read."""
        self._sound = _are_balanced(root)

    @property
    def in_code(self) -> bool:
        """True within the code of a field."""
        return any(self._open)

    def turn(self, mark: Element) -> str:
        """Take note of a mark (`w:fldChar`); return what the field itself shows: a box that is ticked or not."""
        if not self._sound:
            return ""
        match mark.get(_TYPE):
            case "begin":
                shown = "" if self.in_code else _checkbox(mark)
                self._open.append(True)
                return shown
            case "separate" if self._open:
                self._open[-1] = False
            case "end" if self._open:
                self._open.pop()
        return ""


def _are_balanced(root: Element) -> bool:
    """A field that is never closed would swallow the rest of the contract: then all is read as if there were none."""
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(_TYPE)
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            return False
    return depth == 0


def _checkbox(mark: Element) -> str:
    box = child(child(mark, "ffData"), "checkBox")
    if box is None:
        return ""
    ticked = flag(box, "checked")
    return "☒" if (flag(box, "default") if ticked is None else ticked) else "☐"
