"""Stretches: the words of a contract that a mutation may change, with the provision that each belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clause_auditor.domain.provision import Mention, Provision

Span = tuple[int, int]
"""Code points of a document, half open."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Word positions of one provision that stand in a passage, and those of the stem that governs them."""

    provision: Provision
    text: str
    """The whole text of the provision's document."""
    positions: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the whole provision."""
        return self.provision.words

    def word(self, place: int) -> str:
        """Return the folded word at a position; empty beyond either end."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the code points from the word at `first` to the end of the one before `last`."""
        return self.provision.offsets[first][0], self.provision.offsets[last - 1][1]

    def source(self, first: int, last: int) -> str:
        """Return the words as the document has them."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def part(self, place: int) -> tuple[int, int]:
        """Return the positions between the strong breaks on either side of one."""
        breaks = self.provision.breaks
        first = next((p for p in range(place, 0, -1) if p in breaks), 0)
        last = next((p for p in range(place + 1, len(self.words)) if p in breaks), len(self.words))
        return first, last

    def clause_start(self, place: int) -> int:
        """Return where the part between commas or breaks begins in which a position stands."""
        first, _ = self.part(place)
        return next((p for p in range(place, first, -1) if p in self.provision.commas), first)

    def mentions(self) -> Iterator[Mention]:
        """Yield the parties spoken of here."""
        inside = set(self.positions)
        yield from (mention for mention in self.provision.mentions if mention.start in inside)


def find_stretches(
    provisions: Sequence[Provision], document_id: str, text: str, spans: Sequence[Span]
) -> list[Stretch]:
    """Return, for every provision that spans of a document touch, its words there with those of its stems."""
    found: list[Stretch] = []
    for provision in provisions:
        if provision.document_id != document_id or not _touches((provision.span.start, provision.span.end), spans):
            continue
        own = [p for p in range(provision.own, len(provision.words)) if _touches(provision.offsets[p], spans)]
        if own:
            found.append(Stretch(provision, text, (*range(provision.own), *own)))
    return found


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
