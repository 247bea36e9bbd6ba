"""Hedges: a promise that is left to effort, to judgement or to discretion does not bind as one without.

The method is the lawyer's: a hedge loosens the verb that it stands before, within or right after, unless the choice
that it leaves is the customer's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.condition import Act, Force, parts
from clause_auditor.domain.party import Side
from clause_auditor.domain.rule import Rule
from clause_auditor.engine.reading import Reading
from clause_auditor.engine.subjects import find_modal, find_own_subject, find_subject
from clause_auditor.engine.witness import Mark, Witness
from clause_auditor.text.words import word_set

DENIALS: Final = ("denied_promise", "denied_permission")
"""Read where a passage shows a facet by its words alone: a verb of the facet's own has its force read by its frame."""
EFFORTS: Final = "hedge_efforts"
CHOICES: Final = ("hedge_judgement", "hedge_discretion")
_CONDITIONS: Final = word_set("if where when unless until whenever insofar")
_SIDES: Final = (Side.CUSTOMER, Side.VENDOR)
_WISHES: Final = word_set("wishes wish chooses choose elects elect likes like")
_BEFORE: Final = 8
_AFTER: Final = 16
"""Words between a verb and a hedge that still belongs to it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What a rule asks a party to promise."""

    bearers: frozenset[Side | None] = frozenset()
    """The sides that have to promise something."""
    customers: bool = False
    """True if the customer has to promise something, or may ask for it."""
    vendor_may: bool = False
    """True if a permission of the vendor can play a part."""
    efforts_suffice: bool = False


def read_promise(rule: Rule) -> Promise:
    """Return what a rule asks for, from the verbs of its facets."""
    conditions = (part for facet in rule.facets.values() for part in parts(facet))
    acts = [act for act in conditions if isinstance(act, Act) and act.by is not None]
    duties = {act.by for act in acts if Force.DUTY in act.force}
    may = any(act.by is Side.VENDOR and Force.PERMISSION in act.force for act in acts)
    customers = any(act.by is Side.CUSTOMER for act in acts)
    return Promise(frozenset(duties), customers, may, rule.efforts_suffice)


def find_hedge(reading: Reading, witness: Witness, index: int, promise: Promise) -> Mark | None:
    """Return the words that loosen, or deny, what a facet rests on in a provision."""
    acts = [mark for step in witness if step.operator.startswith("act:") for mark in step.marks[:1]]
    marks = acts or [mark for step in witness for mark in step.marks]
    here = [mark for mark in marks if mark[0] == index]
    if not here:
        return None
    for concept in _read(promise, bool(acts)):
        for start, end in reading.hits.of(concept).get(index, ()):
            hedge = (index, start, end)
            if not _belongs(here, hedge, concept):
                continue
            counts = _is_denied(reading, hedge, here) if concept in DENIALS else _is_owed(reading, hedge, promise)
            if counts and not _opens_case(reading, hedge):
                return hedge
    return None if acts else _wrong_bearer(reading, here, promise)


def _read(promise: Promise, acted: bool) -> Iterator[str]:
    yield from CHOICES
    if not promise.efforts_suffice:
        yield EFFORTS
    if not acted and (promise.bearers or promise.customers):
        yield from DENIALS


def _wrong_bearer(reading: Reading, marks: list[Mark], promise: Promise) -> Mark | None:
    """Return the words of a passage that lays on the customer what the vendor owes, or lets the vendor choose."""
    index, start, _ = min(marks)
    frame = reading.frame(index, start)
    customers = promise.bearers == {Side.VENDOR} and frame.bearer is Side.CUSTOMER and frame.force is Force.DUTY
    freely = Side.VENDOR in promise.bearers and not promise.vendor_may and frame.bearer is Side.VENDOR
    if customers or (freely and frame.force is Force.PERMISSION):
        return index, start, start + 1
    return None


def _belongs(marks: Iterable[Mark], hedge: Mark, concept: str) -> bool:
    """Say whether a hedge stands before a verb or within its frame; one of choice may also follow it."""
    after = _AFTER if concept in CHOICES else 2
    return any(first - _BEFORE <= hedge[2] and hedge[1] <= last + after for _, first, last in marks)


def _opens_case(reading: Reading, hedge: Mark) -> bool:
    """Say whether a wish is the occasion of a duty, not its measure: "if it wishes to appoint another, it asks"."""
    index, start, end = hedge
    words = reading.provisions[index].words
    return words[start] in _CONDITIONS and words[end - 1] in _WISHES and words[end : end + 1] == ("to",)


def _is_denied(reading: Reading, denial: Mark, marks: Iterable[Mark]) -> bool:
    """Say whether words that deny stand before what is shown, in the same breath and not as a condition."""
    index, start, end = denial
    provision = reading.provisions[index]
    first = min(mark[1] for mark in marks)
    parted = any(place in provision.commas or place in provision.breaks for place in range(end, first + 1))
    return not parted and _CONDITIONS.isdisjoint(provision.words[max(0, start - 5) : start])


def _is_owed(reading: Reading, hedge: Mark, promise: Promise) -> bool:
    """Say whether the choice that a hedge leaves is that of a side whose promise is asked for."""
    index, start, _ = hedge
    provision = reading.provisions[index]
    modal = find_modal(provision, start)
    actor = find_subject(provision, start, modal) if modal is not None else find_own_subject(provision, start)
    return actor is None or actor.side not in _SIDES or actor.side in (promise.bearers or {Side.VENDOR})
