"""A comparison on a terminal: the decision, then what is lost, changed and gained, with both passages."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage, Comparison, Stretch
from clause_auditor.domain.finding import Evidence
from clause_auditor.reports.comparison_formats import ComparedDrafts
from clause_auditor.reports.comparison_words import (
    HEADINGS,
    IN_FULL,
    NOTHING,
    cut_quote,
    name_papers,
    tell_counts,
    tell_draft,
    tell_facts,
    tell_piece,
    tell_places,
    tell_rest,
    tell_statuses,
)
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.paper import Ink, Paper
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.wording import MARKS, place_of

_Titles = tuple[dict[str, str], dict[str, str]]
_INKS: Final = {Change.LOST: Ink.BAD, Change.NEW_ONLY: Ink.BAD, Change.GAINED: Ink.GOOD, Change.UNCHANGED: Ink.DIM}
_DECISIONS: Final = {"pass": Ink.GOOD, "review": Ink.CARE, "fail": Ink.BAD}
_LEGEND: Final = "[-These words-] stand in the old draft only, {+these words+} in the new one."
_LONGEST_SAME: Final = 160
_LONGEST_OTHER: Final = 320


def write_text(drafts: ComparedDrafts, style: ReportStyle) -> bytes:
    """Return the report, UTF-8."""
    paper = Paper(style.width, style.colour)
    paper.write(f"{drafts.old.name} → {drafts.new.name}", ink=Ink.STRONG)
    for side, outcome in (("Old", drafts.old), ("New", drafts.new)):
        _write_draft(paper, side, outcome)
    if drafts.comparison:
        _write_comparison(paper, drafts.comparison)
    return paper.text().encode("utf-8", "backslashreplace")


def _write_draft(paper: Paper, side: str, outcome: Outcome) -> None:
    for fault in outcome.error.faults if outcome.error else ():
        paper.write(f"could not be compared: {fault}", 2, Ink.BAD, f"{side}: ")
    if outcome.audit:
        audit = outcome.audit
        paper.write(f"{tell_draft(audit)}: {audit.decision.value.upper()}", 2, lead=f"{side}: ")
        for sentence in audit.scope.views:
            paper.write(sentence, 4)


def _write_comparison(paper: Paper, comparison: Comparison) -> None:
    new = comparison.new
    packs = ", ".join(f"{use.name} {use.version}" for use in new.packs if use.applied)
    paper.write(f"Law as of {new.as_of}; engine {new.engine_version}; packs: {packs or 'none applies'}", 2)
    for sentence in comparison.remarks:
        paper.write(sentence, 2, Ink.CARE)
    paper.gap()
    _write_decision(paper, comparison)
    for change, heading in HEADINGS.items():
        _write_group(paper, heading, [found for found in comparison.findings if found.change is change], comparison)
    _write_limits(paper, comparison)


def _write_decision(paper: Paper, comparison: Comparison) -> None:
    decision = comparison.decision.value
    paper.write(f"Decision: {decision.upper()}", ink=_DECISIONS[decision])
    for reason in comparison.decision_reasons:
        paper.write(reason, 2)
    paper.write(f"{tell_counts(comparison)}.", 2)
    if any(passage.deleted or passage.inserted for found in comparison.findings for passage in found.passages):
        paper.write(_LEGEND, 2, Ink.DIM)


def _write_group(paper: Paper, heading: str, group: list[ComparedFinding], comparison: Comparison) -> None:
    if not group:
        return
    paper.gap()
    paper.write(f"{heading.upper()} ({len(group)})", ink=Ink.STRONG)
    titles = name_papers(comparison.old), name_papers(comparison.new)
    for found in group:
        if found.change in IN_FULL:
            _write_finding(paper, found, titles, comparison.new.perspective)
        else:
            places = tell_places(found, titles)
            _write_title(paper, found, f" ({places})" if places else "")


def _write_title(paper: Paper, found: ComparedFinding, rest: str = "") -> None:
    mark = MARKS[found.finding.status]
    ink = _INKS.get(found.change, Ink.CARE)
    paper.write(f"{found.finding.title}: {tell_statuses(found)}{rest}", 2, ink, f"{mark} ")


def _write_finding(paper: Paper, found: ComparedFinding, titles: _Titles, perspective: Perspective) -> None:
    _write_title(paper, found)
    paper.write(tell_facts(found), 4, Ink.DIM)
    paper.write(found.finding.message, 4)
    for passage in found.passages:
        _write_passage(paper, passage, titles)
    for side, finding in (("Old: ", found.old), ("New: ", found.new)):
        if finding and not finding.evidence and found.passages:
            paper.write(NOTHING, 4, lead=side)
    for lead, text in tell_rest(found, perspective):
        paper.write(text, 4, lead=lead)
    paper.gap()


def _write_passage(paper: Paper, passage: ComparedPassage, titles: _Titles) -> None:
    sides = ((passage.old, passage.deleted, "[-", "-]"), (passage.new, passage.inserted, "{+", "+}"))
    for side, names, (evidence, stretches, opening, closing) in zip(("Old", "New"), titles, sides, strict=True):
        if evidence:
            quote = _marked(evidence, stretches, opening, closing)
            paper.write(f"“{quote}”", 4, lead=f"{side}, {place_of(evidence, names)}: ")


def _marked(evidence: Evidence, stretches: tuple[Stretch, ...], opening: str, closing: str) -> str:
    """Return the quote on one line; what both drafts have is shortened sooner than what differs."""
    parts = (
        f"{opening}{clean_quote(piece.text, _LONGEST_OTHER)}{closing}"
        if piece.differs
        else tell_piece(piece.text, _LONGEST_SAME)
        for piece in cut_quote(evidence.quote, stretches)
    )
    return " ".join("".join(parts).split())


def _write_limits(paper: Paper, comparison: Comparison) -> None:
    paper.gap()
    for side, audit in (("old", comparison.old), ("new", comparison.new)):
        if audit.scope.not_judged:
            paper.write(f"NOT JUDGED IN THE {side.upper()} DRAFT", ink=Ink.STRONG)
        for sentence in audit.scope.not_judged:
            paper.write(sentence, 2, lead="– ")
        paper.gap()
    paper.write(comparison.new.scope.notice, ink=Ink.DIM)
