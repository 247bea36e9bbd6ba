"""One finding in Markdown: what is wrong, where, by which law, and what to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.markdown.escaping import link, literal
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE, MARKS, View, facts_of, place_after, place_of, say_unseen, spaced


def write_finding(finding: Finding, remedy: str, view: View) -> Iterator[str]:
    """Yield the blocks of a finding in full."""
    severity = f", {finding.severity.value}" if finding.status.violates else ""
    status = spaced(finding.status.value)
    yield f"#### {MARKS[finding.status]} {literal(finding.title)}: {status}{severity}"
    yield f"{literal(finding.message)}  \n*{literal(' · '.join(facts_of(finding)))}*"
    for passage in finding.evidence:
        yield f"> {literal(place_of(passage, view.titles))}: “{literal(clean_quote(passage.quote))}”"
    if points := list(_points(finding, remedy, view)):
        yield "\n".join(f"- **{lead}:** {text}" for lead, text in points)
    if view.explain and finding.reasons:
        steps = "\n".join(f"- {literal(step)}" for step in explain(finding.reasons))
        yield f"<details>\n<summary>How it came to “{status}”</summary>\n\n{steps}\n\n</details>"


def _points(finding: Finding, remedy: str, view: View) -> Iterator[tuple[str, str]]:
    """Yield what is worth saying of a finding, each with its lead."""
    for passage in say_unseen(finding):
        yield "Not seen", literal(passage)
    if finding.waiver:
        yield "Accepted", literal(acceptance(finding.waiver))
    if finding.citations:
        yield "Law", "; ".join(link(citation.text, citation.url) for citation in finding.citations)
    if finding.why and finding.status is not Status.MET:
        yield "Why it matters", literal(finding.why)
    if finding.insert_after:
        yield "Where it belongs", literal(place_after(finding.insert_after, view.titles))
    if remedy:
        yield ADVICE[view.perspective], "<br>".join(map(literal, filter(str.strip, remedy.splitlines())))
    for note in finding.ours:
        yield "Our line", literal(note)
