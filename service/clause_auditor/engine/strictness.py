"""One clause, all regimes: where several packs ask for the same kind of thing, which asks for most."""

from __future__ import annotations

from collections.abc import Sequence

from clause_auditor.domain.audit import Strictest
from clause_auditor.domain.duration import Duration
from clause_auditor.domain.finding import Basis, Finding, Status
from clause_auditor.domain.rule import Pack, Rule

Demand = tuple[Pack, Rule]


def find_strictest(packs: Sequence[Pack], findings: Sequence[Finding]) -> dict[str, Strictest]:
    """Return by family the rule that asks for most, for families in which more than one pack has a finding.

    The shortest time limit decides; where none is set, severity, then law before good practice. A rule that does not
    apply to the contract asks for nothing.
    """
    judged = {f.rule_id for f in findings if f.status is not Status.NOT_APPLICABLE}
    families: dict[str, list[Demand]] = {}
    for pack in packs:
        for rule in pack.rules:
            if rule.id in judged:
                families.setdefault(str(rule.family), []).append((pack, rule))
    shared = {f: demands for f, demands in families.items() if len({p.name for p, _ in demands}) > 1}
    return {family: _strictest(shared[family]) for family in sorted(shared)}


def _strictest(demands: Sequence[Demand]) -> Strictest:
    pack, rule = min(demands, key=_key)
    others = sorted({p.name for p, _ in demands} - {pack.name})
    return Strictest(rule.id, pack.name, f"{_reason(rule)}; {', '.join(others)} asks for less or the same.")


def _key(demand: Demand) -> tuple[int, int, bool, str]:
    _, rule = demand
    return (_hours(rule), rule.severity.rank, rule.basis is not Basis.LAW, rule.id)


def _hours(rule: Rule) -> int:
    limits = [t.value.longest_hours for t in rule.thresholds if isinstance(t.value, Duration)]
    return min(limits, default=_NO_LIMIT)


_NO_LIMIT = 1 << 40


def _reason(rule: Rule) -> str:
    limits = [t.value for t in rule.thresholds if isinstance(t.value, Duration)]
    if limits:
        return f"{min(limits, key=lambda d: d.longest_hours)} is the shortest time limit"
    basis = "asked for by law" if rule.basis is Basis.LAW else "good practice"
    return f"{rule.severity}, {basis}"
