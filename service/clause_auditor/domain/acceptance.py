"""Acceptances: findings of a contract that somebody has accepted, so that only new ones count."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.finding import Finding, Status, Waiver


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding. It holds for the same words, under the same rule, with the same status."""

    contract: str
    """The contract's key, or the path of its file as seen from the folder of the baseline, with `/`."""
    rule_id: str
    status: Status
    fingerprint: str
    waiver: Waiver
    place: str = ""
    """File and line where it is written."""

    def covers(self, finding: Finding) -> bool:
        """Tell whether it is this finding that was accepted, whether or not its time is over."""
        return self.fingerprint == finding.fingerprint and self.status is finding.status

    def holds_on(self, day: str) -> bool:
        """Tell whether it still holds on an ISO date."""
        return not self.waiver.until or day <= self.waiver.until


def may_be_accepted(finding: Finding) -> bool:
    """Tell whether a finding keeps a contract from passing and a person may accept it; a rule in error never."""
    return finding.status.violates or (finding.status is not Status.ERROR and _open(finding))


def _open(finding: Finding) -> bool:
    return finding.status is Status.UNKNOWN or finding.needs_review
