"""Small signs: a status as symbol and word, a reference to a finding; colour never stands alone."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.audit import Decision
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.html.case import Case, Numbered
from clause_auditor.reports.html.markup import Markup, element
from clause_auditor.reports.wording import MARKS, spaced

_TONES: Final = {
    Status.CONTRARY: "bad",
    Status.MISSING: "bad",
    Status.WEAK: "care",
    Status.UNKNOWN: "open",
    Status.ERROR: "open",
    Status.MET: "good",
    Status.NOT_APPLICABLE: "calm",
}
_DECISIONS: Final = {Decision.FAIL: ("✗", "bad"), Decision.REVIEW: ("?", "care"), Decision.PASS: ("✓", "good")}


def tone_of(finding: Finding) -> str:
    """Return the class that colours a finding."""
    if finding.waiver:
        return "calm"
    return "open" if finding.needs_review and not finding.status.violates else _TONES[finding.status]


def status_badge(finding: Finding) -> Markup:
    """Return the status as symbol and word, and whether somebody accepted it."""
    accepted = ", accepted" if finding.waiver else ""
    words = f"{MARKS[finding.status]} {spaced(finding.status.value)}{accepted}"
    return element("span", words, class_=f"badge {tone_of(finding)}")


def count_badge(status: Status, count: int) -> Markup:
    """Return how often a status came out."""
    return element("span", f"{MARKS[status]} {count} {spaced(status.value)}", class_=f"badge {_TONES[status]}")


def decision_badge(decision: Decision | None) -> Markup:
    """Return the decision as symbol and word; None: there was no audit."""
    symbol, tone = _DECISIONS[decision] if decision else ("!", "bad")
    return element("span", f"{symbol} {decision.value if decision else 'not audited'}", class_=f"badge {tone}")


def reference(case: Case, numbered: Numbered) -> Markup:
    """Return the link from a passage to its finding."""
    finding = numbered.finding
    name = f"Finding {numbered.number}, {spaced(finding.status.value)}: {finding.title}"
    words = f"{MARKS[finding.status]}\u2009{numbered.number}"
    href = f"#{case.finding_id(numbered.number)}"
    return element("a", words, href=href, class_=f"ref {tone_of(finding)}", title=name, aria_label=name)
