"""What is set into a contract's text: marks of pages, and what the eye does not see in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clause_auditor.domain.contract import Document
from clause_auditor.reports.html.markup import Markup, element
from clause_auditor.reports.wording import spaced


@dataclass(frozen=True, slots=True)
class Inset:
    """Something shown before the character at an offset."""

    offset: int
    shown: Markup


def find_insets(document: Document) -> list[Inset]:
    """Return all insets of a document, by offset."""
    insets = sorted([*_pages(document), *_hidden(document)], key=lambda inset: inset.offset)
    return [Inset(min(inset.offset, len(document.text)), inset.shown) for inset in insets]


def _pages(document: Document) -> Iterator[Inset]:
    last = 0
    for anchor in document.anchors:
        if anchor.page and anchor.page != last:
            yield Inset(anchor.start, element("span", f"page {anchor.page}", class_="page"))
            last = anchor.page


def _hidden(document: Document) -> Iterator[Inset]:
    for passage in document.hidden:
        label = element("strong", f"⚠ Not seen by a reader ({spaced(passage.kind.value)}): ")
        yield Inset(passage.offset, element("span", label, "“", passage.text, "”", class_="unseen", dir="auto"))
