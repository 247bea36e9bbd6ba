"""From findings to a decision: fail, review or pass, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.domain.finding import Basis, Finding, Severity, Status


def decide(findings: Sequence[Finding], options: AuditOptions, applied: bool) -> tuple[Decision, tuple[str, ...]]:
    """Return the decision: never `pass` where a rule could not be judged or no pack applied."""
    open_ = [f for f in findings if f.waiver is None]
    failing = [f for f in open_ if _fails(f, options)]
    if failing:
        return Decision.FAIL, (_failing(failing, options),)
    reasons = _reviewing(open_, applied)
    return (Decision.REVIEW, reasons) if reasons else (Decision.PASS, ("Every rule that applies is met.",))


def _fails(finding: Finding, options: AuditOptions) -> bool:
    counts = finding.basis is Basis.LAW or options.strict
    return counts and finding.severity is not Severity.NONE and finding.severity.at_least(options.fail_on)


def _failing(failing: Sequence[Finding], options: AuditOptions) -> str:
    basis = "" if options.strict else " of what the law asks for"
    noun = "violation" if len(failing) == 1 else "violations"
    return f"{len(failing)} {noun}{basis} at severity {options.fail_on} or above."


def _reviewing(findings: Sequence[Finding], applied: bool) -> tuple[str, ...]:
    rows = [
        (sum(f.status.violates for f in findings), "violation below the line, or of good practice alone"),
        (sum(f.status is Status.UNKNOWN for f in findings), "rule that the input cannot tell about"),
        (sum(f.status is Status.ERROR for f in findings), "rule that could not be evaluated"),
        (sum(f.needs_review and not f.status.violates for f in findings), "finding that a person should look at"),
    ]
    reasons = [f"{count} × {what}." for count, what in rows if count]
    return tuple(reasons if applied else ["No pack applies to this contract.", *reasons])
