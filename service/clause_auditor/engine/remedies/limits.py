"""Limits taken out: the word or the aside by which a clause holds of less than the rule asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from clause_auditor.domain.provision import Provision
from clause_auditor.domain.remedy import Edit
from clause_auditor.engine.remedies.words import cut
from clause_auditor.engine.witness import Mark, Witness
from clause_auditor.text.words import word_set

_OPENERS = word_set(
    "if where when unless provided insofar except once after upon subject caused resulting arising attributable"
)
_RELATIVE = word_set("that which")
_RELATED = word_set("is are was were has have may could would results affects causes poses presents")
_LONGER = (("to", "the", "extent"), ("as", "far", "as"), ("so", "far", "as"), ("only", "if"), ("only", "where"))
"""What opens an aside that limits."""
_BEFORE_NOUN = word_set("a an any each all every such the of such actual suspected or and")
_MOST = 3
_LONGEST = 28
"""Words of an aside that is taken out whole, at most."""
_NEVER = word_set("not no never nor without")


def unlimit(provision: Provision, text: str, witness: Witness, kept: frozenset[Mark]) -> list[Edit]:
    """Return edits that take out what a facet that should not hold rests on; `kept` are marks of what should."""
    safe = {place for index, start, end in kept if index == provision.index for place in range(start, end)}
    marks = (mark for step in witness for mark in step.marks if mark[0] == provision.index)
    found = dict.fromkeys(
        e for mark in marks for rest in _without(mark, safe) for e in _ways(provision, text, rest) if e
    )
    return list(found)


def _without(mark: Mark, safe: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a mark that share no word with what should stay."""
    start = -1
    for place in range(mark[1], mark[2] + 1):
        free = place < mark[2] and place not in safe
        if free and start < 0:
            start = place
        elif not free and start >= 0:
            yield start, place
            start = -1


def _ways(provision: Provision, text: str, stretch: tuple[int, int]) -> list[Edit | None]:
    """An adjective goes alone; what stands in an aside goes with the aside."""
    start, end = stretch
    words = provision.words
    ways: list[Edit | None] = []
    if end - start <= _MOST and _is_adjective(provision, start, end):
        ways.append(cut(provision, text, start, end))
    first = max((p for p in provision.commas | provision.breaks | {provision.own} if p <= start), default=0)
    last = min((p for p in provision.commas | provision.breaks if p >= end), default=len(words))
    if _opens(words, first) and last - first <= _LONGEST and (first, last) != (provision.own, len(words)):
        ways.append(cut(provision, text, first, last))
    opener = next((p for p in range(start, max(first, start - 4) - 1, -1) if _opens(words, p)), -1)
    if opener > first and last - opener <= _LONGEST:
        ways.append(cut(provision, text, opener, last))
    return ways


def _opens(words: tuple[str, ...], place: int) -> bool:
    if words[place] in _RELATIVE:
        return bool(_RELATED.intersection(words[place + 1 : place + 2]))
    return words[place] in _OPENERS or any(words[place : place + len(phrase)] == phrase for phrase in _LONGER)


def _is_adjective(provision: Provision, start: int, end: int) -> bool:
    """Say whether words stand right before a noun that stays: after an article, and before no comma or break."""
    words = provision.words
    if start == 0 or end >= len(words) or end in provision.commas | provision.breaks:
        return False
    return words[start - 1] in _BEFORE_NOUN and not _NEVER.intersection(words[start:end]) and words[end] not in _LINKS


_LINKS = word_set("and or of to for by with in on at is are was were be has have shall will may must that which")
