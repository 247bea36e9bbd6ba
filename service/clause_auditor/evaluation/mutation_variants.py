"""The ways in which each kind of mutation is tried on a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.party import Side
from clause_auditor.evaluation.mutation_delay import delay
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_force import deny, permit, release
from clause_auditor.evaluation.mutation_hedge import Hedged, hedge_by_discretion, hedge_by_efforts, hedge_by_judgement
from clause_auditor.evaluation.mutation_kinds import Demand
from clause_auditor.evaluation.mutation_stretch import Span, Stretch
from clause_auditor.evaluation.mutation_swap import swap
from clause_auditor.text.partynames import Name


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be changed in one document, and what a mutation needs to know beside it."""

    spans: Sequence[Span]
    stretches: Sequence[Stretch]
    names: Mapping[Side, Name]
    demand: Demand


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of a kind; `edit` returns no edits where it cannot be applied."""

    kind: MutationKind
    name: str
    edit: Callable[[Passage], list[Edit]]


def _drop(passage: Passage) -> list[Edit]:
    return [Edit(start, end, "") for start, end in passage.spans]


def _delay(passage: Passage) -> list[Edit]:
    return _all(delay(stretch, passage.demand.longest_days) for stretch in passage.stretches)


def _swap(passage: Passage) -> list[Edit]:
    return _all(swap(stretch, passage.names, passage.demand.sides) for stretch in passage.stretches)


def _deny(passage: Passage) -> list[Edit]:
    return _all(deny(stretch, passage.demand.permission) for stretch in passage.stretches)


def _hedge(change: Callable[[Stretch, Hedged], list[Edit]]) -> Callable[[Passage], list[Edit]]:
    return lambda passage: _all(change(stretch, _whose(passage.demand)) for stretch in passage.stretches)


def _whose(demand: Demand) -> Hedged:
    return Hedged(demand.bearers, demand.permission)


def _try(passage: Passage) -> list[Edit]:
    return [] if passage.demand.efforts_suffice else _hedge(hedge_by_efforts)(passage)


def _each(change: Callable[[Stretch], list[Edit]]) -> Callable[[Passage], list[Edit]]:
    return lambda passage: _all(map(change, passage.stretches))


def _all(found: Iterable[list[Edit]]) -> list[Edit]:
    return [edit for edits in found for edit in edits]


VARIANTS: tuple[Variant, ...] = (
    Variant(MutationKind.DROP, "drop", _drop),
    Variant(MutationKind.PERMIT, "may", _each(permit)),
    Variant(MutationKind.DELAY, "late", _delay),
    Variant(MutationKind.SWAP, "parties", _swap),
    Variant(MutationKind.NEGATE, "not", _deny),
    Variant(MutationKind.NEGATE, "not obliged", _each(release)),
    Variant(MutationKind.HEDGE, "efforts", _try),
    Variant(MutationKind.HEDGE, "where appropriate", _hedge(hedge_by_judgement)),
    Variant(MutationKind.HEDGE, "sole discretion", _hedge(hedge_by_discretion)),
)


def choose_variants(kinds: Iterable[MutationKind]) -> tuple[Variant, ...]:
    """Return the variants of some kinds, in their fixed order."""
    chosen = set(kinds)
    return tuple(variant for variant in VARIANTS if variant.kind in chosen)
