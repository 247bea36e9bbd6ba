"""Passages of two drafts: which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.comparison import ComparedPassage, Stretch
from clause_auditor.domain.finding import Evidence
from clause_auditor.engine.rewording import DraftText, Wording, changed_stretches

_LEAST_ALIKE: Final = 0.4
"""Share of words that two passages have in common if one stands in the place of the other."""


@dataclass(frozen=True, slots=True)
class _Passage:
    evidence: Evidence
    wording: Wording
    stays: bool
    """True if its words stand in the other draft too, be it that the finding there quotes others."""

    def whole(self) -> tuple[Stretch, ...]:
        """What of it the other draft lacks where nothing there stands in its place: nothing or all."""
        return () if self.stays else (Stretch(0, len(self.evidence.quote)),)


def pair_passages(
    old: Sequence[Evidence], new: Sequence[Evidence], before: DraftText, after: DraftText
) -> tuple[ComparedPassage, ...]:
    """Return the passages side by side: those of the same words, then the most alike; others stand alone.

    A passage whose words stand in the other draft unchanged has nothing deleted or inserted, whether it is quoted
    there or not: a finding quotes three of the passages that show it, and their order may decide which.
    """
    olds, news = _read(old, after), _read(new, before)
    partners = _match(olds, news)
    paired = [
        _compare(passage, news[partners[place]])
        if place in partners
        else ComparedPassage(passage.evidence, None, passage.whole())
        for place, passage in enumerate(olds)
    ]
    taken = set(partners.values())
    added = [
        ComparedPassage(None, passage.evidence, (), passage.whole())
        for place, passage in enumerate(news)
        if place not in taken
    ]
    return (*paired, *added)


def _read(passages: Sequence[Evidence], other: DraftText) -> list[_Passage]:
    read = ((passage, Wording(passage.quote)) for passage in passages)
    return [_Passage(passage, wording, other.holds(wording.words)) for passage, wording in read]


def _match(olds: Sequence[_Passage], news: Sequence[_Passage]) -> dict[int, int]:
    """Return the place of the new passage by that of the old one; the most alike are matched first."""
    partners: dict[int, int] = {}
    for _, one, other in sorted(_likenesses(olds, news)):
        if one not in partners and other not in partners.values():
            partners[one] = other
    return partners


def _likenesses(olds: Sequence[_Passage], news: Sequence[_Passage]) -> Iterator[tuple[float, int, int]]:
    """Yield (distance, place, place) of the passages that may belong together."""
    for one, old in enumerate(olds):
        for other, new in enumerate(news):
            if old.wording.words == new.wording.words:
                yield -1.0, one, other
            elif not old.stays and not new.stays:
                likeness = _likeness(old.wording.words, new.wording.words)
                if likeness >= _LEAST_ALIKE:
                    yield -likeness, one, other


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of words in common, from 0 to 1, whatever their order."""
    common = sum((Counter(old) & Counter(new)).values())
    return 2 * common / max(1, len(old) + len(new))


def _compare(old: _Passage, new: _Passage) -> ComparedPassage:
    return ComparedPassage(old.evidence, new.evidence, *changed_stretches(old.wording, new.wording))
