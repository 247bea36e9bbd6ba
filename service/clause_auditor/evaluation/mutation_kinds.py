"""Which kinds of change a rule must notice: what follows from its facets, and what its author says beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clause_auditor.domain.condition import Act, Condition, Force, Named, Timed, parts
from clause_auditor.domain.duration import Promptness
from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import asked_in
from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.party import Side
from clause_auditor.domain.rule import Rule

_BINDING = frozenset({Force.DUTY, Force.PROHIBITION})
_SOON = frozenset({Promptness.IMMEDIATE, Promptness.PROMPT})
_DAY = 24


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked of one rule."""

    kinds: frozenset[MutationKind]
    permission: bool = False
    """True if a permission can meet the rule: "the Controller may audit"."""
    sides: frozenset[Side] = field(default_factory=frozenset)
    """The sides that the rule asks to act, or to be acted for; empty: any."""
    bearers: frozenset[Side] = field(default_factory=frozenset)
    """The sides whose duty can meet the rule: a hedge of the other one's takes nothing from it."""
    efforts_suffice: bool = False
    longest_days: int = 0
    """The longest time limit that the rule accepts, in days; 0 where it gives none in figures."""


def read_demand(rule: Rule) -> Demand:
    """Return what a rule must notice. A rule that no text can meet has nothing to notice."""
    met = rule.statuses.get(Status.MET)
    if met is None:
        return Demand(frozenset())
    conditions = [part for name in sorted(asked_in(met)) for part in _parts(rule, name, frozenset())]
    acts = [part for part in conditions if isinstance(part, Act)]
    times = [part for part in conditions if isinstance(part, Timed) and not part.prior]
    derived = {MutationKind.DROP, *_by_force(acts), *_by_time(times)}
    kinds = (derived | rule.mutations.must) - rule.mutations.need_not.keys()
    permission = any(Force.PERMISSION in act.force for act in acts)
    sides = frozenset(side for act in acts for side in (act.by, act.to) if side)
    bearers = frozenset(act.by for act in acts if act.by and Force.DUTY in act.force)
    return Demand(frozenset(kinds), permission, sides, bearers, rule.efforts_suffice, _longest(times))


def _by_force(acts: Iterable[Act]) -> Iterator[MutationKind]:
    forces = [act.force for act in acts]
    if any(force & _BINDING for force in forces):
        yield from (MutationKind.NEGATE, MutationKind.HEDGE)
        if not any(Force.PERMISSION in force for force in forces):
            yield MutationKind.PERMIT
    if any(act.by or act.to for act in acts):
        yield MutationKind.SWAP


def _by_time(times: Iterable[Timed]) -> Iterator[MutationKind]:
    if any(time.at_most or time.promptness & _SOON for time in times):
        yield MutationKind.DELAY


def _longest(times: Iterable[Timed]) -> int:
    return max((-(-time.at_most.longest_hours // _DAY) for time in times if time.at_most), default=0)


def _parts(rule: Rule, name: str, above: frozenset[str]) -> Iterator[Condition]:
    if name in rule.facets and name not in above:
        yield from _flat(rule, rule.facets[name], above | {name})


def _flat(rule: Rule, condition: Condition, above: frozenset[str]) -> Iterator[Condition]:
    """Yield the conditions that are asked for below one, not those that are ruled out."""
    for part in parts(condition):
        if isinstance(part, Named):
            yield from _parts(rule, part.facet, above)
        else:
            yield part
