"""Hedges taken out: efforts become the result, leave to choose goes."""

from __future__ import annotations

from clause_auditor.domain.provision import Provision
from clause_auditor.domain.remedy import Edit
from clause_auditor.engine.hedges import CHOICES, EFFORTS
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.remedies.words import cut, put, span_of
from clause_auditor.text.words import word_set

_MODALS = word_set("shall will must")
_FINITE = word_set("uses makes exercises applies undertakes endeavors strives tries attempts aims seeks")
_GERUNDS = word_set("using making")


def firm(reading: Reading, provision: Provision, text: str, *, efforts: bool) -> list[Edit]:
    """Return edits by which a provision promises without its hedges; with `efforts` those of effort go too."""
    edits = (
        [_firm(provision, text, start, end) for start, end in _longest(reading, provision, EFFORTS)] if efforts else []
    )
    choices = sorted({span for concept in CHOICES for span in _longest(reading, provision, concept)})
    edits += [cut(provision, text, start, end) for start, end in choices]
    return [edit for edit in edits if edit]


def _longest(reading: Reading, provision: Provision, concept: str) -> list[tuple[int, int]]:
    """Return the hits of a concept in a provision, without those that stand within another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(reading.hits.of(concept).get(provision.index, ()), key=lambda hit: (hit[0], -hit[1])):
        if span_of(provision, start, end) and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _firm(provision: Provision, text: str, start: int, end: int) -> Edit | None:
    words = provision.words
    if words[end - 1] != "to":
        opens = words[start] in ("to", "as", "where", "if", "insofar", "so")
        return cut(provision, text, start, end) if opens else None
    if words[start] in _MODALS:
        return put(provision, text, start + 1, end, "")
    if words[start] in _FINITE:
        return put(provision, text, start, end, "shall")
    if words[start] in _GERUNDS or words[start] == "to":
        return put(provision, text, start, end, "to")
    if words[start - 1 : start] and words[start - 1] in _MODALS:
        return put(provision, text, start, end, "")
    return put(provision, text, start, end, "shall" if words[start] in ("use", "make") else "")
