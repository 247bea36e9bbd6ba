"""One finding on paper: status, passage, law, what is wrong and what to do."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.paper import Ink, Paper
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import (
    ADVICE,
    MARKS,
    View,
    facts_of,
    place_after,
    place_of,
    say_unseen,
    spaced,
)

_INKS: Final = {Status.CONTRARY: Ink.BAD, Status.MISSING: Ink.BAD, Status.MET: Ink.GOOD}
_INDENT = 4


def write_finding(paper: Paper, finding: Finding, view: View) -> None:
    """Write a finding in full."""
    ink = _INKS.get(finding.status, Ink.CARE)
    paper.write(f"{finding.title}: {spaced(finding.status.value)}", 2, ink, f"{MARKS[finding.status]} ")
    paper.write(" · ".join(facts_of(finding)), _INDENT, Ink.DIM)
    paper.write(finding.message, _INDENT)
    for passage in finding.evidence:
        paper.write(f"“{clean_quote(passage.quote)}”", _INDENT, lead=f"{place_of(passage, view.titles)}: ")
    for unseen in say_unseen(finding):
        paper.write(unseen, _INDENT, Ink.CARE, lead="Not seen: ")
    if finding.insert_after:
        paper.write(place_after(finding.insert_after, view.titles), _INDENT, lead="Where it belongs: ")
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


def _write_reasons(paper: Paper, finding: Finding) -> None:
    if finding.reasons:
        paper.write(f"How it came to “{spaced(finding.status.value)}”:", _INDENT, Ink.DIM)
    for step in explain(finding.reasons):
        paper.write(step, _INDENT + 2, Ink.DIM, "· ")


def _write_advice(paper: Paper, finding: Finding, perspective: Perspective) -> None:
    if finding.citations:
        paper.write("; ".join(citation.text for citation in finding.citations), _INDENT, lead="Law: ")
    if finding.why and finding.status.violates:
        paper.write(finding.why, _INDENT, lead="Why it matters: ")
    if finding.remedy:
        paper.write(finding.remedy, _INDENT, lead=f"{ADVICE[perspective]}: ")
    for note in finding.ours:
        paper.write(note, _INDENT, Ink.DIM, "Our line: ")
    if finding.waiver:
        paper.write(acceptance(finding.waiver), _INDENT, lead="Accepted: ")
