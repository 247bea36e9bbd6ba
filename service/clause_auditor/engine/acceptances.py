"""Findings that somebody accepted get the waiver; they stay in the audit and count no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clause_auditor.domain.acceptance import Acceptance, may_be_accepted
from clause_auditor.domain.finding import Finding


def accept(findings: Iterable[Finding], accepted: Sequence[Acceptance], day: str) -> tuple[Finding, ...]:
    """Return the findings, those with their waiver that an acceptance covers which holds on that day."""
    return tuple(_with_waiver(finding, accepted, day) for finding in findings)


def _with_waiver(finding: Finding, accepted: Sequence[Acceptance], day: str) -> Finding:
    for acceptance in accepted:
        if may_be_accepted(finding) and acceptance.covers(finding) and acceptance.holds_on(day):
            return replace(finding, waiver=acceptance.waiver)
    return finding
