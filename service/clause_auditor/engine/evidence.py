"""From witnesses to quotes: which passages show a status, cut so that a person can read them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from clause_auditor.domain.contract import Anchor, Contract
from clause_auditor.domain.finding import Evidence, Reason
from clause_auditor.domain.provision import Place, Provision, ProvisionKind
from clause_auditor.engine.joining import drop_covered, widen
from clause_auditor.engine.witness import Mark, Witness

MOST_QUOTES = 3
MOST_JOINED = 40
"""Words of a stem and its first item that are still quoted as one passage."""
MOST_WORDS = 90
"""Words of one quote: longer provisions are cut around the words that decided."""


class Passages:
    """Cuts quotes out of a contract's documents."""

    def __init__(self, contract: Contract, provisions: Sequence[Provision]) -> None:
        self._texts = {document.id: document.text for document in contract.documents}
        self._anchors = {document.id: document.anchors for document in contract.documents}
        self._provisions = provisions

    def quote(self, chosen: Mapping[int, Sequence[Mark]]) -> tuple[Evidence, ...]:
        """Return the evidence for chosen provisions and the marks in them, in reading order, without doubles."""
        found = [e for index in sorted(chosen) for e in self._of(self._provisions[index], chosen[index])]
        return drop_covered(found)

    def _of(self, provision: Provision, marks: Sequence[Mark]) -> Iterable[Evidence]:
        places = [(s, e) for index, s, e in marks if index == provision.index]
        stem = [p for p in places if p[0] < provision.own]
        own = [p for p in places if p[0] >= provision.own]
        if self._touches_stem(provision):
            yield self._passage(provision, provision.spans[-2].start, provision.span.end)
            return
        if stem and len(provision.words) - provision.own < 8:
            yield self._cut(provision, 0, provision.own, stem)
        yield self._cut(provision, provision.own, len(provision.words), own)

    def _cut(self, provision: Provision, first: int, last: int, marks: Sequence[tuple[int, int]]) -> Evidence:
        return self._passage(provision, *self._bounds(provision, first, last, marks))

    def _touches_stem(self, provision: Provision) -> bool:
        """Say whether a short item follows its short stem at once, so that both are one passage."""
        if len(provision.spans) < 2 or len(provision.words) > MOST_JOINED:
            return False
        between = self._texts[provision.document_id][provision.spans[-2].end : provision.span.start]
        return 0 < len(between) < 16 and sum(map(str.isalnum, between)) <= 2

    def _passage(self, provision: Provision, start: int, end: int) -> Evidence:
        quote = self._texts[provision.document_id][start:end]
        page, paragraph = self._place(provision, start)
        return Evidence(provision.document_id, start, end, quote, provision.clause, paragraph, page)

    def _place(self, provision: Provision, start: int) -> tuple[int, int]:
        """Return the page and the paragraph as the source counts them, where it does."""
        anchors = self._anchors[provision.document_id]
        at = bisect_right(anchors, start, key=_anchor_start) - 1
        if at < 0:
            return provision.page, provision.paragraph
        return anchors[at].page or provision.page, anchors[at].paragraph or provision.paragraph

    def _bounds(self, provision: Provision, first: int, last: int, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
        if first == provision.own and last - first <= MOST_WORDS:
            return widen(self._provisions, provision)
        low = max(first, min((s for s, _ in marks), default=first) - 12)
        high = min(last, max(low + MOST_WORDS, min(max((e for _, e in marks), default=low) + 12, low + MOST_WORDS)))
        low, high = self._contiguous(provision, low, high, marks)
        return provision.offsets[low][0], provision.offsets[high - 1][1]

    def _contiguous(
        self, provision: Provision, low: int, high: int, marks: Sequence[tuple[int, int]]
    ) -> tuple[int, int]:
        """Keep to one span of the source: a quote never runs from one stem into another."""
        anchor = provision.offsets[marks[0][0] if marks else high - 1][0]
        span = next(s for s in provision.spans if s.start <= anchor < s.end)
        inside = [i for i in range(low, high) if span.start <= provision.offsets[i][0] < span.end]
        return inside[0], inside[-1] + 1

    def words(self, mark: Mark) -> str:
        """Return the words of one mark as the source has them, white space folded."""
        provision = self._provisions[mark[0]]
        pieces = provision.offsets[mark[1] : mark[2]]
        text = self._texts[provision.document_id]
        start, end = pieces[0][0], pieces[-1][1]
        whole = any(s.start <= start and end <= s.end for s in provision.spans)
        joined = text[start:end] if whole else " ".join(text[s:e] for s, e in pieces)
        return " ".join(joined.split())

    def point(self, facet: str, operator: str, index: int) -> Reason:
        """Return a step that did not hold but points to a provision, with its first words."""
        provision = self._provisions[index]
        end = min(len(provision.words), provision.own + MOST_JOINED)
        return Reason(facet, operator, False, (self.words((index, provision.own, end)),), provision.clause)

    def mark(self, facet: str, operator: str, mark: Mark) -> Reason:
        """Return a step that rests on one mark."""
        return Reason(facet, operator, True, (self.words(mark),), self._provisions[mark[0]].clause)

    def explain(self, facet: str, index: int, witness: Witness) -> tuple[Reason, ...]:
        """Return the steps by which a facet held of a provision."""
        clause = self._provisions[index].clause
        return tuple(
            Reason(facet, step.operator, True, (*dict.fromkeys(map(self.words, step.marks)), *step.words), clause)
            for step in witness
        ) or (Reason(facet, "holds by absence", True, (), clause),)


def _anchor_start(anchor: Anchor) -> int:
    return anchor.start


def rank(provision: Provision, support: int) -> tuple[int, int, int]:
    """Return a sort key, best first: facets shown, then body before annex, annex before recitals and definitions."""
    shape = {ProvisionKind.HEADING: 3, ProvisionKind.ROW: 1}.get(provision.kind, 0)
    place = {Place.BODY: 0, Place.ANNEX: 1, Place.RECITAL: 2, Place.DEFINITIONS: 2}[provision.place]
    return (shape + place - 2 * support, place, provision.index)
