"""What a record tells of the source of a document: pages, hidden passages, the view, what was not read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from clause_auditor.domain.contract import Anchor, Document, HiddenKind, HiddenPassage, View
from clause_auditor.notation import Faults, Node

FOUND: Final = ("anchors", "hidden", "view", "remarks")
"""The fields of a document that `extract` writes."""
_ANCHOR: Final = ("start", "page", "paragraph")
_PASSAGE: Final = ("kind", "text", "offset")


def add_found(document: Document, fields: Mapping[str, Node], faults: Faults) -> Document:
    """Return the document with what the record tells of its source; faults are noted."""
    if not any(name in fields for name in FOUND):
        return document
    size = len(document.text)
    anchors = tuple(_anchor(item, size, faults) for item in _items(fields, "anchors", faults))
    hidden = tuple(p for item in _items(fields, "hidden", faults) if (p := _passage(item, size, faults)))
    if any(after.start < before.start for before, after in pairwise(anchors)):
        faults.add(fields["anchors"].place, "the anchors are not in order", "Sort them by start")
    view = fields["view"].choice(faults, View) if "view" in fields else None
    remarks = fields["remarks"].texts(faults) if "remarks" in fields else ()
    return replace(
        document,
        anchors=anchors,
        hidden=tuple(sorted((*document.hidden, *hidden), key=lambda passage: passage.offset)),
        view=view or document.view,
        remarks=(*document.remarks, *remarks),
    )


def _items(fields: Mapping[str, Node], name: str, faults: Faults) -> tuple[Node, ...]:
    return tuple(fields[name].items(faults)) if name in fields else ()


def _anchor(node: Node, size: int, faults: Faults) -> Anchor:
    fields = node.mapping(faults, _ANCHOR, ("start",))
    start = fields["start"].integer(faults, 0, size) if "start" in fields else 0
    page, paragraph = (fields[name].integer(faults, 0) if name in fields else 0 for name in _ANCHOR[1:])
    return Anchor(start, page, paragraph)


def _passage(node: Node, size: int, faults: Faults) -> HiddenPassage | None:
    fields = node.mapping(faults, _PASSAGE, _PASSAGE)
    if len(fields) < len(_PASSAGE):
        return None
    kind = fields["kind"].choice(faults, HiddenKind)
    text = fields["text"].text(faults)
    offset = fields["offset"].integer(faults, 0, size)
    return HiddenPassage(kind, text, offset) if kind else None
