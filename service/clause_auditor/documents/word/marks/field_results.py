"""Results of fields: Word computes them anew, so that a change within one does not last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.documents.origins import Origin
from clause_auditor.documents.word.names import Element, W, child

_LASTING: Final = ("HYPERLINK", "FORMTEXT")
"""What stands in such fields is text like any other."""
_SHOWN: Final = frozenset({f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"})


@dataclass(eq=False, slots=True)
class Field:
    """A field of several runs."""

    code: str = ""
    marks: list[Element] = field(default_factory=list)
    """The nodes of its code and its marks, which show nothing."""
    shown: list[Element] = field(default_factory=list)
    """The nodes of its result."""

    @property
    def lasts(self) -> bool:
        """True where Word keeps what is written into the result."""
        return self.code.split(maxsplit=1)[:1] in ([name] for name in _LASTING)


class FieldResults:
    """The fields of one part."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._of: dict[Element, Field] = {}
        for root in roots:
            for node, found in _walk(root):
                self._of[node] = found

    def within(self, node: Element) -> Field | None:
        """Return the outermost field that computes a node, or None."""
        return self._of.get(node)

    def whole(self, parts: Sequence[Origin]) -> list[Field] | None:
        """Return the fields that lie in these places with all that they show; None if one is only touched."""
        given = {node: (low, high) for node, low, high in parts}
        touched = dict.fromkeys(self._of[node] for node in given if node in self._of)
        for each in touched:
            if any(node not in given or len(node.text or "") > given[node][1] - given[node][0] for node in each.shown):
                return None
        return list(touched)


def _walk(root: Element) -> Iterator[tuple[Element, Field]]:
    """Yield each node that a field computes with its outermost field."""
    opened: list[Field] = []
    coded: list[bool] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText", *_SHOWN):
        kind = node.get(f"{W}fldCharType") if node.tag == f"{W}fldChar" else None
        if kind == "begin":
            opened.append(opened[0] if opened else Field())
            coded.append(True)
        if not opened:
            continue
        first = opened[0]
        if node.tag not in _SHOWN:
            first.marks.append(node)
            first.code += (node.text or "") if node.tag == f"{W}instrText" and len(opened) == 1 else ""
        elif not any(coded):
            first.shown.append(node)
            if not first.lasts:
                yield node, first
        if kind == "separate":
            coded[-1] = False
        elif kind == "end":
            opened.pop()
            coded.pop()


def refused_place(node: Element) -> str:
    """Return why no change can be tracked at a node, or an empty string."""
    for above in node.iterancestors():
        tag = above.tag
        if tag in (f"{W}del", f"{W}moveFrom"):
            return "a tracked change takes this passage out already."
        if tag == f"{W}moveTo":
            return "a tracked change has moved this passage."
        if tag == f"{W}fldSimple":
            return "Word computes this passage anew (a field)."
        if tag == f"{W}sdt":
            properties = child(above, "sdtPr")
            lock = child(properties, "lock")
            if lock is not None and lock.get(f"{W}val") in ("contentLocked", "sdtContentLocked"):
                return "the passage stands in a content control that is locked."
            if child(properties, "dataBinding") is not None:
                return "the passage stands in a content control that is filled from data."
    return ""
