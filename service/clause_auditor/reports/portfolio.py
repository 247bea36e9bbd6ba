"""Many contracts at a glance: how many were decided how, how many findings each has of every kind, which families."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.rule import Family
from clause_auditor.reports.arrangement import arrange
from clause_auditor.reports.interface import Outcome

NOT_AUDITED: Final = "not audited"
"""Stands for the decision on a file that could not be read."""
COUNTED: Final = {
    "Critical": "Critical",
    "High": "High",
    "Medium": "Medium",
    "Low": "Low",
    "For a person to decide": "To decide",
    "Accepted": "Accepted",
    "Met": "Met",
}
"""The counts that a summary shows: titles of groups (`arrangement`), and the heads of their columns."""
_DECIDED: Final = ("fail", "review", "pass", NOT_AUDITED)


def count_findings(audit: Audit) -> Counter[str]:
    """Return how many findings stand in each group."""
    return Counter({group.title: len(group.findings) for group in arrange(audit)})


def say_decisions(outcomes: Sequence[Outcome]) -> str:
    """Return how many contracts there are, by which law, and how many were decided how, on one line."""
    days = sorted({outcome.audit.as_of for outcome in outcomes if outcome.audit})
    law = f", law as of {' and '.join(days)}" if days else ""
    decisions = Counter(outcome.audit.decision.value if outcome.audit else NOT_AUDITED for outcome in outcomes)
    told = ", ".join(f"{decisions[word]:,} {word}" for word in _DECIDED if decisions[word])
    noun = "contract" if len(outcomes) == 1 else "contracts"
    return f"{len(outcomes):,} {noun}{law}: {told}." if told else "No contract was audited."


def families_of(outcomes: Iterable[Outcome]) -> list[str]:
    """Return the families that were judged, in the order of the domain."""
    found = {finding.family for outcome in outcomes if outcome.audit for finding in outcome.audit.findings}
    known = [family.value for family in Family if family.value in found]
    return known + sorted(found.difference(known))
