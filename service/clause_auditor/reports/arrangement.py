"""The order in which a report tells findings: worst first, then what is open, then what is well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding, Severity, Status
from clause_auditor.reports.standing import is_open

_QUIET: Final = ((Status.MET, "Met"), (Status.NOT_APPLICABLE, "Does not arise"))
WORST_FIRST: Final = (
    Status.CONTRARY,
    Status.MISSING,
    Status.WEAK,
    Status.ERROR,
    Status.UNKNOWN,
    Status.MET,
    Status.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one title."""

    title: str
    findings: tuple[Finding, ...]
    full: bool
    """False where a line each is enough."""


def arrange(audit: Audit) -> list[Group]:
    """Return all findings in groups, none empty: by severity, for a person to decide, accepted, met, does not arise."""
    pressing = [finding for finding in audit.findings if not finding.waiver]
    accepted = tuple(finding for finding in audit.findings if finding.waiver)
    groups = [*_violations(pressing), _open(pressing), Group("Accepted", accepted, full=True)]
    for status, title in _QUIET:
        quiet = tuple(f for f in pressing if f.status is status and not f.needs_review)
        groups.append(Group(title, quiet, full=False))
    return [group for group in groups if group.findings]


def worst_of(findings: Iterable[Finding]) -> Finding:
    """Return the worst finding; what somebody accepted counts less than what is open, and more than what is met."""
    met = WORST_FIRST.index(Status.MET)
    return min(findings, key=lambda f: met - 0.5 if f.waiver else WORST_FIRST.index(f.status))


def _violations(findings: Iterable[Finding]) -> list[Group]:
    violations = [finding for finding in findings if finding.status.violates]
    grouped = ((each, [f for f in violations if f.severity is each]) for each in Severity)
    return [Group(each.value.capitalize(), _by_family(group), full=True) for each, group in grouped]


def _open(findings: Iterable[Finding]) -> Group:
    found = [finding for finding in findings if is_open(finding)]
    return Group("For a person to decide", tuple(found), full=True)


def _by_family(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep families together, in the order in which the engine puts the first of each."""
    families: dict[str, list[Finding]] = {}
    for finding in findings:
        families.setdefault(finding.family, []).append(finding)
    return tuple(finding for family in families.values() for finding in family)
