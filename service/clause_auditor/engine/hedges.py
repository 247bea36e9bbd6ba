"""Hedges: a promise that is left to effort, to judgement or to discretion does not bind as one without.

The method is the lawyer's: a hedge loosens the verb that it stands before, within or right after, unless the choice
that it leaves is the customer's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clause_auditor.domain.party import Side
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.subjects import find_actor, find_left
from clause_auditor.engine.witness import Mark, Witness

EFFORTS: Final = "hedge_efforts"
CHOICES: Final = ("hedge_judgement", "hedge_discretion")
_BEFORE: Final = 8
_AFTER: Final = 16
"""Words between a verb and a hedge that still belongs to it."""


def find_hedge(reading: Reading, witness: Witness, index: int, *, efforts: bool) -> Mark | None:
    """Return the hedge that loosens what a facet rests on in a provision; `efforts`: also where effort is promised."""
    acts = [mark for step in witness if step.operator.startswith("act:") for mark in step.marks[:1]]
    marks = acts or [mark for step in witness for mark in step.marks]
    here = [mark for mark in marks if mark[0] == index]
    if not here:
        return None
    for concept in (*CHOICES, *((EFFORTS,) if efforts else ())):
        for start, end in reading.hits.of(concept).get(index, ()):
            if _belongs(here, start, end, concept) and _is_vendors(reading, index, start):
                return index, start, end
    return None


def _belongs(marks: Iterable[Mark], start: int, end: int, concept: str) -> bool:
    """Say whether a hedge stands before a verb or within its frame; one of choice may also follow it."""
    after = _AFTER if concept in CHOICES else 2
    return any(first - _BEFORE <= end and start <= last + after for _, first, last in marks)


def _is_vendors(reading: Reading, index: int, start: int) -> bool:
    provision = reading.provisions[index]
    actor = find_actor(provision, find_left(provision, start), start)
    return actor is None or actor.side in (Side.VENDOR, Side.EACH)
