"""The text of a document laid out: headings, paragraphs, items and rows that together hold every word of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.contract import Document
from clause_auditor.reports.html.markup import Content, element
from clause_auditor.text.blocks import Block
from clause_auditor.text.clausemarks import read_document

_LEAD: Final = re.compile(r"[\s#>|=-]*")
_MARK: Final = re.compile(r"<[^<>]{1,2000}>|&#?\w{1,10};|\]\([^()\s]{0,2000}\)|\\(?=[!-/:-@\[-`{-~])|[*_`~\[]+")
_WITHIN_WORDS: Final = re.compile(r"</?(?:a|b|i|u|s|em|strong|span|sub|sup|mark|code|small)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Region:
    """A block with what stands between it and the one before."""

    gap: int
    """Where the one before ended."""
    start: int
    """Where its own mark begins: number, bullet."""
    block: Block


def read_regions(document: Document, masked: str) -> Iterator[Region]:
    """Yield the regions in reading order; no two share a character."""
    place = 0
    for block in read_document(document, masked):
        if block.start < place:  # clauses that the source gives twice
            continue
        yield Region(place, _mark_start(masked, place, block), block)
        place = block.end


def _mark_start(masked: str, place: int, block: Block) -> int:
    named = block.label.text if block.label else ""
    label = masked.rfind(named, place, block.start) if named else -1
    line = masked.rfind("\n", place, label if label >= 0 else block.start) + 1
    start = max(place, line)
    return min(block.start, _lead_end(masked, start, block.start))


def _lead_end(masked: str, start: int, end: int) -> int:
    found = _LEAD.match(masked, start, end)
    return found.end() if found else start


def read_words(text: str, masked: str, start: int, end: int) -> Iterator[Content]:
    """Yield the words of a stretch without the markup that the text layer saw, which `masked` has blanked."""
    place = start
    for match in _MARK.finditer(text, start, end):
        if masked[match.start()] == text[match.start()]:
            continue
        yield text[place : match.start()]
        yield _replace(match[0])
        place = match.end()
    yield text[place:end]


def _replace(mark: str) -> Content:
    """Return what is shown in place of a mark: nothing of it is ever read as HTML."""
    if mark.startswith("<!--"):
        return element("span", mark, class_="aside")
    if mark.startswith("<"):
        return "" if _WITHIN_WORDS.match(mark) else " "
    if mark.startswith("]("):
        return element("span", f" ({mark[2:-1]})", class_="aside")
    return html.unescape(mark) if mark.startswith("&") else ""


def has_words(text: str, masked: str, start: int, end: int) -> bool:
    """Tell whether a stretch holds more than marks and space."""
    return any(
        not isinstance(piece, str) or any(map(str.isalnum, piece)) for piece in read_words(text, masked, start, end)
    )
