"""Many contracts at a glance: a row for each, a column for each family with its worst status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding
from clause_auditor.reports.arrangement import worst_of
from clause_auditor.reports.html.badges import decision_badge, status_badge
from clause_auditor.reports.html.case import shown_name
from clause_auditor.reports.html.markup import Markup, element
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.wording import spaced


def write_summary(outcomes: Sequence[Outcome], keys: Sequence[str]) -> Markup:
    """Return the table with its heading; each row leads to the section of its contract."""
    families = sorted({finding.family for each in outcomes if each.audit for finding in each.audit.findings})
    names = [spaced(family).capitalize() for family in families]
    heads = [element("th", name, scope="col") for name in ("Contract", "Decision", *names)]
    rows = [_row(key, outcome, families) for key, outcome in zip(keys, outcomes, strict=True)]
    table = element("table", element("thead", element("tr", heads)), element("tbody", rows))
    frame = element("div", table, class_="table", tabindex="0", role="region", aria_label="Summary of all contracts")
    title = element("h2", "Summary", id="summary")
    return element("section", title, element("p", _counts(outcomes)), frame, class_="summary")


def _counts(outcomes: Sequence[Outcome]) -> str:
    counts = Counter(outcome.audit.decision.value if outcome.audit else "not audited" for outcome in outcomes)
    return f"{len(outcomes):,} contracts: {', '.join(f'{count:,} {name}' for name, count in sorted(counts.items()))}."


def _row(key: str, outcome: Outcome, families: Sequence[str]) -> Markup:
    name = element("a", shown_name(outcome.name), href=f"#{key}", dir="auto")
    head = element("th", name, scope="row")
    decision = element("td", decision_badge(outcome.audit.decision if outcome.audit else None))
    return element(
        "tr", head, decision, _cells(outcome.audit, families) if outcome.audit else _fault(outcome, families)
    )


def _cells(audit: Audit, families: Sequence[str]) -> list[Markup]:
    found: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        found.setdefault(finding.family, []).append(finding)
    return [element("td", status_badge(worst_of(found[family])) if family in found else "") for family in families]


def _fault(outcome: Outcome, families: Sequence[str]) -> Markup | None:
    if not families:
        return None
    problems = "; ".join(fault.problem for fault in outcome.error.faults) if outcome.error else ""
    return element("td", problems, colspan=len(families), class_="fault")
