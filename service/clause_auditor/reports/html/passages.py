"""Passages of several findings cut where they overlap: each piece knows all findings that rest on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clause_auditor.domain.contract import Document
from clause_auditor.reports.html.case import Numbered


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a finding rests on: code points of its document, half open."""

    start: int
    end: int
    number: int
    """Of the finding."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document that the same findings rest on throughout."""

    start: int
    end: int
    numbers: tuple[int, ...]
    """Of the findings, worst first."""


def find_passages(document: Document, numbered: Iterable[Numbered]) -> list[Passage]:
    """Return the passages of a document; what lies outside its text is left out."""
    return [
        Passage(passage.start, passage.end, each.number)
        for each in numbered
        for passage in each.finding.evidence
        if passage.document_id == document.id and 0 <= passage.start < passage.end <= len(document.text)
    ]


def cut_segments(passages: Iterable[Passage]) -> list[Segment]:
    """Return the segments in reading order, without overlap; together they cover the passages exactly."""
    opening: dict[int, list[Passage]] = {}
    closing: dict[int, list[Passage]] = {}
    for passage in set(passages):
        opening.setdefault(passage.start, []).append(passage)
        closing.setdefault(passage.end, []).append(passage)
    open_now: set[Passage] = set()
    segments: list[Segment] = []
    for start, end in pairwise(sorted({*opening, *closing})):
        open_now.difference_update(closing.get(start, ()))
        open_now.update(opening.get(start, ()))
        if open_now:
            segments.append(Segment(start, end, tuple(sorted({passage.number for passage in open_now}))))
    return segments


def segment_at(segments: Sequence[Segment], offset: int) -> Segment | None:
    """Return the segment that holds an offset."""
    place = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
    return segments[place] if place >= 0 and offset < segments[place].end else None
