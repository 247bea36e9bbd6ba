"""Places: where a paragraph is put in, and what goes with a passage that is struck out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clause_auditor.domain.provision import Place, Provision
from clause_auditor.domain.remedy import Edit

_LABEL = re.compile(r"[\s|>#*_\u2022\u2013-]*(?:\(?\w{1,4}[.)]|\d+(?:\.\d+)*\.?)?[\s|*_]*")
"""What is left of a line whose statement is gone: the mark of a list, a number, the bars of a table."""
_REST = re.compile(r"[\s|*_.;,]*(?:and|or)?[\s|*_]*")


def put_paragraph(text: str, document_id: str, offset: int, wording: str) -> Edit:
    """Return the edit that puts a paragraph of its own after the line in which an offset stands."""
    place = line_end(text, offset)
    if text.startswith("\n\n", place):
        return Edit(document_id, place + 1, place + 1, f"\n{wording}\n")
    return Edit(document_id, place, place, f"\n\n{wording}\n")


def line_end(text: str, offset: int) -> int:
    """Return where the line of an offset ends."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def paragraph_end(provisions: Sequence[Provision], provision: Provision) -> int:
    """Return where the paragraph of a provision ends, or the list or table that it belongs to."""
    key = (provision.document_id, provision.section, provision.paragraph)
    return max(p.span.end for p in provisions if (p.document_id, p.section, p.paragraph) == key)


def body_ends(provisions: Sequence[Provision]) -> list[tuple[str, int]]:
    """Return the end of the last paragraph of the body of each document that has one, as (document id, offset)."""
    last = {p.document_id: p.span.end for p in provisions if p.place is Place.BODY}
    return list(last.items())


def strike(text: str, provision: Provision) -> Edit:
    """Return the edit that takes a provision out, with its line where nothing else stands there."""
    start, end = provision.span.start, provision.span.end
    first, last = text.rfind("\n", 0, start) + 1, line_end(text, end)
    if _LABEL.fullmatch(text, first, start) and _REST.fullmatch(text, end, last):
        return Edit(provision.document_id, first, min(len(text), last + 1), "")
    while end < len(text) and text[end] == " ":
        end += 1
    return Edit(provision.document_id, start, end, "")


def hangs_on(item: Provision, stem: Provision) -> bool:
    """Say whether an item has a provision as a stem."""
    return item.document_id == stem.document_id and any(s.start == stem.span.start for s in item.spans[:-1])
