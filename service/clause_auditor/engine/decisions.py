"""From findings to a decision: fail, review or pass, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.domain.finding import Basis, Finding, Severity, Status


def decide(
    findings: Sequence[Finding],
    options: AuditOptions,
    applied: bool,
    personal: bool = False,
    idle: Sequence[str] = (),
    *,
    unread: Sequence[str] = (),
) -> tuple[Decision, tuple[str, ...]]:
    """Return the decision: never `pass` where a rule could not be judged, no pack applied or one had no rule to judge.

    `personal` says that the contract speaks of personal data: if no pack applies all the same, the reasons say so.
    `idle` names the packs that apply and have no rule in force on the day of the audit. `unread` tells of papers of
    the contract that could not be read: nobody knows what stands in them.
    """
    open_ = [f for f in findings if f.waiver is None]
    failing = [f for f in open_ if fails(f, options)]
    if failing:
        return Decision.FAIL, (_failing(failing, options),)
    unjudged = tuple(f"Pack {name} has no rule in force on {options.as_of}: it judged nothing." for name in idle)
    reasons = (*(() if applied else _NO_PACK[personal]), *unjudged, *unread, *_reviewing(open_))
    return (Decision.REVIEW, reasons) if reasons else (Decision.PASS, (_passing(len(findings) - len(open_)),))


def _passing(accepted: int) -> str:
    return f"Every rule that applies is met; {accepted} × accepted." if accepted else "Every rule that applies is met."


def fails(finding: Finding, options: AuditOptions) -> bool:
    """Tell whether a finding counts against the line of the options: its severity, and law or, if strict, anything."""
    counts = finding.basis is Basis.LAW or options.strict
    return counts and finding.severity is not Severity.NONE and finding.severity.at_least(options.fail_on)


def _failing(failing: Sequence[Finding], options: AuditOptions) -> str:
    basis = "" if options.strict else " of what the law asks for"
    noun = "violation" if len(failing) == 1 else "violations"
    return f"{len(failing)} {noun}{basis} at severity {options.fail_on} or above."


def _reviewing(findings: Sequence[Finding]) -> tuple[str, ...]:
    rows = [
        (sum(f.status.violates for f in findings), "violation below the line, or of good practice alone"),
        (sum(f.status is Status.UNKNOWN for f in findings), "rule that the input cannot tell about"),
        (sum(f.status is Status.ERROR for f in findings), "rule that could not be evaluated"),
        (sum(f.needs_review and not f.status.violates for f in findings), "finding that a person should look at"),
    ]
    return tuple(f"{count} × {what}." for count, what in rows if count)


_NO_PACK = {
    False: ("No pack applies: nothing in the contract speaks of a regime that the packs know.",),
    True: ("No pack applies, though the contract speaks of personal data: name the packs to judge it by (--pack).",),
}
