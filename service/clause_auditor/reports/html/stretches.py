"""Stretches of a document's text as HTML, with passages marked, numbered and linked to their findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clause_auditor.reports.html.badges import reference, tone_of
from clause_auditor.reports.html.case import Case, Numbered
from clause_auditor.reports.html.insets import Inset
from clause_auditor.reports.html.markup import Content, Markup, element
from clause_auditor.reports.html.passages import Segment, segment_at
from clause_auditor.reports.html.regions import read_words


@dataclass(slots=True)
class StretchWriter:
    """Writes one document from its beginning to its end; insets go where they fall due."""

    case: Case
    prefix: str
    """What the anchors of the document begin with."""
    text: str
    masked: str
    """The text of equal length in which markup is blanked."""
    segments: Sequence[Segment]
    insets: Sequence[Inset]
    findings: Mapping[int, Numbered]
    anchors: dict[int, str] = field(default_factory=dict)
    """Of the segments written, by their start."""
    _set: int = 0
    _bounds: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        bounds = {bound for segment in self.segments for bound in (segment.start, segment.end)}
        self._bounds = sorted(bounds | {inset.offset for inset in self.insets})

    def write(self, start: int, end: int, *, goes_on: bool = False) -> list[Content]:
        """Return a stretch; references stand where a passage ends, or the stretch does and nothing goes on with it."""
        inner = self._bounds[bisect_right(self._bounds, start) : bisect_left(self._bounds, end)]
        pieces: list[Content] = []
        for begin, stop in pairwise([start, *inner, end]):
            pieces += self.insets_until(begin)
            pieces.append(self._piece(begin, stop, last=stop == end and not goes_on))
        return pieces

    def insets_until(self, offset: int) -> Iterator[Markup]:
        """Yield the insets due up to an offset that are not set yet."""
        while self._set < len(self.insets) and self.insets[self._set].offset <= offset:
            yield self.insets[self._set].shown
            self._set += 1

    def _piece(self, start: int, end: int, *, last: bool) -> Content:
        words = read_words(self.text, self.masked, start, end)
        segment = segment_at(self.segments, start)
        if segment is None:
            return words
        anchor = None
        if segment.start not in self.anchors:
            anchor = self.anchors[segment.start] = f"{self.prefix}{len(self.anchors) + 1}"
        concerned = [self.findings[number] for number in segment.numbers]
        references = [reference(self.case, each) for each in concerned] if last or end == segment.end else []
        return [element("mark", words, id=anchor, class_=tone_of(concerned[0].finding)), references]
