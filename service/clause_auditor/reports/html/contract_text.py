"""The contract beside its findings: every document laid out, passages marked, gaps shown where clauses are missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from clause_auditor.domain.contract import Document
from clause_auditor.domain.finding import Evidence
from clause_auditor.reports.html.badges import reference
from clause_auditor.reports.html.case import Case, Numbered
from clause_auditor.reports.html.insets import find_insets
from clause_auditor.reports.html.markup import Content, Markup, element
from clause_auditor.reports.html.passages import cut_segments, find_passages
from clause_auditor.reports.html.regions import Region, has_words, read_regions
from clause_auditor.reports.html.stretches import StretchWriter
from clause_auditor.text.blocks import BlockKind
from clause_auditor.text.markup import mask

_HEADINGS: Final = ("h4", "h5", "h6")
_MOST_INDENT: Final = 4


@dataclass(slots=True)
class Anchors:
    """Where the passages and gaps of findings stand on the page; what is not shown has no anchor."""

    segments: dict[str, dict[int, str]] = field(default_factory=dict)
    """By document and start, in reading order."""
    gaps: dict[int, str] = field(default_factory=dict)
    """Where a missing clause belongs, by the number of its finding."""

    def of_passage(self, passage: Evidence) -> str | None:
        """Return the anchor of the first of a passage's words that is shown."""
        shown = self.segments.get(passage.document_id, {})
        return next((name for start, name in shown.items() if passage.start <= start < passage.end), None)


def write_documents(case: Case) -> tuple[Markup, Anchors]:
    """Return all documents of a contract, and the anchors in them."""
    anchors = Anchors()
    documents = enumerate(case.contract.documents, 1)
    sheets = [_Sheet(case, place, document, anchors).write() for place, document in documents]
    return element(
        "div", sheets or element("p", "No text was given: facts alone were judged."), class_="sheets"
    ), anchors


class _Sheet:
    """One document."""

    def __init__(self, case: Case, place: int, document: Document, anchors: Anchors) -> None:
        numbered = case.numbered
        self._case, self._document, self._anchors = case, document, anchors
        self._key = f"{case.key}-d{place}"
        self._masked = mask(document.text)
        self._writer = StretchWriter(
            case,
            f"{self._key}-p",
            document.text,
            self._masked,
            cut_segments(find_passages(document, numbered)),
            find_insets(document),
            {each.number: each for each in numbered},
        )
        self._gaps = _find_gaps(document, numbered)
        self._levels: list[int] = []

    def write(self) -> Markup:
        document = self._document
        regions = list(read_regions(document, self._masked))
        self._levels = sorted({region.block.level for region in regions if region.block.kind is BlockKind.HEADING})
        last = regions[-1].block.end if regions else 0
        rows = groupby(regions, key=lambda region: region.block.kind is BlockKind.ROW)
        body = [self._table(list(group)) if is_table else list(map(self._region, group)) for is_table, group in rows]
        body += [self._aside(last, len(document.text)), self._gap(len(document.text)), self._late_insets()]
        self._anchors.segments[document.id] = self._writer.anchors
        title = self._case.view.titles.get(document.id)
        heading = element("h4", title, class_="sheet-title", dir="auto") if title else None
        return element("article", heading, body, class_="sheet", lang=document.language or None)

    def _region(self, region: Region) -> Content:
        block = region.block
        return [
            self._aside(region.gap, region.start),
            self._gap(region.start),
            self._block(region, block.kind is BlockKind.HEADING),
        ]

    def _block(self, region: Region, heading: bool) -> Markup:
        block = region.block
        if heading:
            return self._heading(region)
        indent = min(block.indent // 2, _MOST_INDENT) if block.kind is BlockKind.ITEM else None
        class_ = None if indent is None else f"item in{indent}"
        return element("p", self._mark(region), self._writer.write(block.start, block.end), class_=class_, dir="auto")

    def _heading(self, region: Region) -> Markup:
        block = region.block
        rank = min(self._levels.index(block.level), 2)
        names = _HEADINGS[1:] if self._case.view.titles else _HEADINGS  # the titles of several documents stand above
        name = names[min(rank, len(names) - 1)]
        words = self._writer.write(block.start, block.end)
        return element(name, self._mark(region), words, class_=f"head{rank}", dir="auto")

    def _mark(self, region: Region) -> Content:
        label = region.block.label
        if label is not None and label.is_bullet:
            return [element("span", "•", class_="label"), " "]
        if region.start == region.block.start:
            return None
        words = self._writer.write(region.start, region.block.start, goes_on=True)
        return element("span", words, class_="label")

    def _table(self, regions: list[Region]) -> Content:
        first = regions[0]
        between = [self._aside(first.gap, first.start), self._gap(first.start)]
        return [between, element("div", element("table", map(self._row, regions)), class_="table", tabindex="0")]

    def _row(self, region: Region) -> Markup:
        cell = "th" if region.block.header else "td"
        return element("tr", (element(cell, self._writer.write(*cell_), dir="auto") for cell_ in region.block.cells))

    def _aside(self, start: int, end: int) -> Markup | None:
        """Return what stands between blocks and is no part of any: comments, front matter."""
        if not has_words(self._document.text, self._masked, start, end):
            return None
        return element("p", self._writer.write(start, end), class_="aside", dir="auto")

    def _gap(self, offset: int) -> Markup | None:
        """Return what is missing before this offset and not told yet."""
        due = [each for place, each in self._gaps if place <= offset]
        if not due:
            return None
        self._gaps = self._gaps[len(due) :]
        name = f"{self._key}-g{len(self._anchors.gaps) + 1}"
        self._anchors.gaps |= {each.number: name for each in due}
        rows = [element("li", reference(self._case, each), " ", each.finding.title) for each in due]
        return element("div", element("p", "Missing here"), element("ul", rows), class_="gap", id=name)

    def _late_insets(self) -> Markup | None:
        late = list(self._writer.insets_until(len(self._document.text)))
        return element("p", late) if late else None


def _find_gaps(document: Document, numbered: Iterable[Numbered]) -> list[tuple[int, Numbered]]:
    points = ((each.finding.insert_after, each) for each in numbered)
    end = len(document.text)
    gaps = [(min(point.offset, end), each) for point, each in points if point and point.document_id == document.id]
    return sorted(gaps, key=lambda gap: (gap[0], gap[1].number))
