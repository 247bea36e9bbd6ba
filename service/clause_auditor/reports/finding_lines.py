"""One finding on paper: status, passage, law, what is wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.finding import Evidence, Finding, Status
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.paper import Ink, Paper
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import ADVICE

MARKS: Final = {
    Status.CONTRARY: "✗",
    Status.MISSING: "✗",
    Status.WEAK: "~",
    Status.UNKNOWN: "?",
    Status.ERROR: "!",
    Status.MET: "✓",
    Status.NOT_APPLICABLE: "–",
}
_INKS: Final = {Status.CONTRARY: Ink.BAD, Status.MISSING: Ink.BAD, Status.MET: Ink.GOOD}
_INDENT = 4
_UNSEEN: Final = "out of sight"
_MOST_UNSEEN: Final = 20


@dataclass(frozen=True, slots=True)
class View:
    """How findings are shown."""

    perspective: Perspective
    titles: dict[str, str] = field(default_factory=dict)
    """Names of the documents by id, where there are several."""
    explain: bool = False


def write_finding(paper: Paper, finding: Finding, view: View) -> None:
    """Write a finding in full."""
    status = finding.status.value.replace("_", " ")
    ink = _INKS.get(finding.status, Ink.CARE)
    paper.write(f"{finding.title}: {status}", 2, ink, f"{MARKS[finding.status]} ")
    paper.write(_line(finding), _INDENT, Ink.DIM)
    paper.write(finding.message, _INDENT)
    for passage in finding.evidence:
        paper.write(f"“{clean_quote(passage.quote)}”", _INDENT, lead=f"{place_of(passage, view.titles)}: ")
    _write_unseen(paper, finding)
    _write_point(paper, finding, view.titles)
    _write_advice(paper, finding, view.perspective)
    if view.explain:
        _write_reasons(paper, finding)
    paper.gap()


def write_line(paper: Paper, finding: Finding, view: View) -> None:
    """Write a finding on one line: what is met, or does not arise."""
    places = dict.fromkeys(place_of(passage, view.titles) for passage in finding.evidence)
    where = f" ({'; '.join(places)})" if places else ""
    ink = _INKS.get(finding.status, Ink.DIM)
    paper.write(f"{finding.title}{where}", 2, ink, f"{MARKS[finding.status]} ")
    if view.explain:
        _write_reasons(paper, finding)


def place_of(passage: Evidence, titles: dict[str, str]) -> str:
    """Return where a passage stands, as a lawyer says it: document (if there are several), clause, page, paragraph.

    Who has the number of a clause needs no paragraph to find it, unless it runs over pages.
    """
    clause = clean_quote(passage.clause, 80)
    parts = [titles.get(passage.document_id, "")]
    parts.append(f"Clause {clause}" if _is_number(clause) else clause)
    parts.append(f"page {passage.page}" if passage.page else "")
    if passage.paragraph and (passage.page or not _is_number(clause)):
        parts.append(f"paragraph {passage.paragraph}")
    return ", ".join(part for part in parts if part) or "Text"


def _is_number(clause: str) -> bool:
    return clause[:1].isdigit() or clause[:1] == "("


def _line(finding: Finding) -> str:
    basis = "law" if finding.basis.value == "law" else "good practice"
    parts = [finding.rule_id, finding.family.replace("_", " "), basis]
    if finding.confidence:
        parts.append(f"{finding.confidence} % sure")
    if finding.needs_review:
        parts.append("a person should check this")
    return " · ".join(parts)


def _write_point(paper: Paper, finding: Finding, titles: dict[str, str]) -> None:
    point = finding.insert_after
    if point is None:
        return
    clause = f"after clause {clean_quote(point.clause, 80)}" if point.clause else "at the end of the clauses"
    place = ", ".join(part for part in (titles.get(point.document_id, ""), clause) if part)
    paper.write(place, _INDENT, lead="Where it belongs: ")


def _write_unseen(paper: Paper, finding: Finding) -> None:
    """Show what the eye does not see: no passage of the text holds it."""
    unseen = [(words, step.clause) for step in finding.reasons if step.operator == _UNSEEN for words in step.words]
    for words, clause in unseen[:_MOST_UNSEEN]:
        near = f" (near {'clause ' if _is_number(clause) else ''}{clean_quote(clause, 80)})" if clause else ""
        paper.write(f"“{clean_quote(words)}”{near}", _INDENT, Ink.CARE, lead="Not seen: ")
    if len(unseen) > _MOST_UNSEEN:
        paper.write(f"and {len(unseen) - _MOST_UNSEEN} more", _INDENT, Ink.CARE, lead="Not seen: ")


def _write_reasons(paper: Paper, finding: Finding) -> None:
    if finding.reasons:
        paper.write(f"How it came to “{finding.status.value.replace('_', ' ')}”:", _INDENT, Ink.DIM)
    for step in explain(finding.reasons):
        paper.write(step, _INDENT + 2, Ink.DIM, "· ")


def _write_advice(paper: Paper, finding: Finding, perspective: Perspective) -> None:
    if finding.citations:
        paper.write("; ".join(citation.text for citation in finding.citations), _INDENT, lead="Law: ")
    if finding.why and finding.status.violates:
        paper.write(finding.why, _INDENT, lead="Why it matters: ")
    if finding.remedy:
        paper.write(finding.remedy, _INDENT, lead=ADVICE[perspective])
    for note in finding.ours:
        paper.write(note, _INDENT, Ink.DIM, "Our line: ")
    if finding.waiver:
        until = f" (until {finding.waiver.until})" if finding.waiver.until else ""
        paper.write(f"{finding.waiver.reason}{until}", _INDENT, lead="Accepted: ")
