"""The terminal report: scope, decision, what is wrong (worst first), what is met, what was not judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from clause_auditor.domain.audit import Audit, Decision
from clause_auditor.domain.finding import Finding, Severity, Status
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.reports.finding_lines import View, write_finding, write_line
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.paper import Ink, Paper
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import is_open

_INKS: Final = {Decision.PASS: Ink.GOOD, Decision.REVIEW: Ink.CARE, Decision.FAIL: Ink.BAD}


def render_text(audit: Audit, style: ReportStyle) -> str:
    """Return the report that a lawyer reads on a terminal."""
    paper = Paper(style.width, style.colour)
    _write_scope(paper, audit, style.source)
    _write_decision(paper, audit)
    view = View(audit.perspective, _titles(audit), style.explain)
    _write_violations(paper, audit, view)
    _write_open(paper, audit, view)
    _write_accepted(paper, audit, view)
    _write_rest(paper, audit, view)
    _write_regimes(paper, audit)
    _write_limits(paper, audit)
    return paper.text()


def write_text(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return the report of each contract under the other, and what could not be read."""
    sheets = [_sheet(outcome, replace(style, source=outcome.name, colour=False)) for outcome in outcomes]
    return ("─" * style.width + "\n").join(sheets).encode("utf-8", "backslashreplace")


def _sheet(outcome: Outcome, style: ReportStyle) -> str:
    if outcome.audit:
        return render_text(outcome.audit, style) + "\n"
    paper = Paper(style.width)
    paper.write(outcome.name, ink=Ink.STRONG)
    for fault in outcome.error.faults if outcome.error else ():
        paper.write(f"could not be audited: {fault}", 2)
    return paper.text() + "\n"


def _titles(audit: Audit) -> dict[str, str]:
    documents = audit.scope.documents
    if len(documents) < 2:
        return {}
    return {document.id: clean_quote(document.title, 60) or document.id for document in documents}


def _write_scope(paper: Paper, audit: Audit, source: str) -> None:
    if source:
        paper.write(source, ink=Ink.STRONG)
    for document in audit.scope.documents:
        name = clean_quote(document.title, 100) or f"Document {document.id}"
        judged = "" if document.judged else ", not judged"
        role = document.role.replace("_", " ")
        paper.write(f"{name} ({role}, {document.language or 'und'}, {document.words:,} words{judged})", 2)
    for sentence in audit.scope.views:
        paper.write(sentence, 2)
    paper.write(f"Law as of {audit.scope.law_as_of or audit.as_of}; engine {audit.engine_version}", 2)
    for pack in audit.packs:
        applied = "applied" if pack.applied else "not applied"
        paper.write(f"Pack {pack.name} {pack.version} {applied}: {pack.reason}", 2)
    for overlay in audit.overlays:
        _write_overlay(paper, overlay)
    paper.gap()


def _write_overlay(paper: Paper, overlay: OverlayUse) -> None:
    paper.write(f"Overlay {overlay.name} {overlay.version} on {overlay.extends}: {overlay.title}", 2)
    for sentence in overlay.changes:
        paper.write(sentence, 4, lead="– ")
    for sentence in overlay.conflicts:
        paper.write(f"Conflict: {sentence}", 4, ink=Ink.CARE, lead="– ")


def _write_decision(paper: Paper, audit: Audit) -> None:
    paper.write(f"Decision: {audit.decision.value.upper()}", ink=_INKS[audit.decision])
    for reason in audit.decision_reasons:
        paper.write(reason, 2)
    paper.write(_tally(audit), 2)
    paper.gap()


def _tally(audit: Audit) -> str:
    counts = {status: sum(finding.status is status for finding in audit.findings) for status in Status}
    parts = [f"{count} {status.value.replace('_', ' ')}" for status, count in counts.items() if count]
    noun = "obligation" if len(audit.findings) == 1 else "obligations"
    return f"{len(audit.findings)} {noun} judged: {', '.join(parts)}." if parts else "No obligation was judged."


def _write_violations(paper: Paper, audit: Audit, view: View) -> None:
    for severity in Severity:
        group = [f for f in audit.findings if f.status.violates and f.severity is severity and not f.waiver]
        if group:
            paper.gap()
            paper.write(f"{severity.value.upper()} ({len(group)})", ink=Ink.STRONG)
        for finding in _by_family(group):
            write_finding(paper, finding, view)


def _by_family(findings: Iterable[Finding]) -> list[Finding]:
    """Keep families together, in the order in which the engine puts the first of each."""
    families: dict[str, list[Finding]] = {}
    for finding in findings:
        families.setdefault(finding.family, []).append(finding)
    return [finding for family in families.values() for finding in family]


def _write_open(paper: Paper, audit: Audit, view: View) -> None:
    group = [finding for finding in audit.findings if is_open(finding) and not finding.waiver]
    if group:
        paper.gap()
        paper.write(f"FOR A PERSON TO DECIDE ({len(group)})", ink=Ink.STRONG)
    for finding in group:
        write_finding(paper, finding, view)


def _write_accepted(paper: Paper, audit: Audit, view: View) -> None:
    group = [f for f in audit.findings if f.waiver]
    if group:
        paper.gap()
        paper.write(f"ACCEPTED ({len(group)})", ink=Ink.STRONG)
    for finding in group:
        write_finding(paper, finding, view)


def _write_rest(paper: Paper, audit: Audit, view: View) -> None:
    for status, name in ((Status.MET, "MET"), (Status.NOT_APPLICABLE, "DOES NOT ARISE")):
        group = [f for f in audit.findings if f.status is status and not f.needs_review and not f.waiver]
        if group:
            paper.gap()
            paper.write(f"{name} ({len(group)})", ink=Ink.STRONG)
        for finding in group:
            write_line(paper, finding, view)


def _write_regimes(paper: Paper, audit: Audit) -> None:
    """Write which of several packs asks for most, and what law is coming."""
    if audit.strictest:
        paper.gap()
        paper.write("STRICTEST OF THE PACKS THAT APPLY", ink=Ink.STRONG)
    for family, found in audit.strictest.items():
        paper.write(f"{family.replace('_', ' ')}: {found.rule_id} ({found.why.rstrip('.')})", 2, lead="– ")
    if audit.announced:
        paper.gap()
        paper.write("ANNOUNCED LAW (for information)", ink=Ink.STRONG)
    for law in audit.announced:
        start = f"from {law.start}" if law.start else "no date"
        paper.write(f"{law.name}: {start}. {law.note}", 2, lead="– ")


def _write_limits(paper: Paper, audit: Audit) -> None:
    paper.gap()
    if audit.scope.not_judged:
        paper.write("NOT JUDGED", ink=Ink.STRONG)
    for sentence in audit.scope.not_judged:
        paper.write(sentence, 2, lead="– ")
    paper.gap()
    paper.write(audit.scope.notice, ink=Ink.DIM)
