"""From what became of a contract to the letter: who writes to whom, what is asked, what is left for the sender."""

from __future__ import annotations

import datetime
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.domain.finding import Basis, Finding, Status
from clause_auditor.domain.party import Side
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.letter.draft import Draft, draft_of
from clause_auditor.reports.letter.letter import Letter, Questions, Section
from clause_auditor.reports.letter.notes import is_for_sender, sender_note, unwritten
from clause_auditor.reports.letter.requests import make_requests
from clause_auditor.reports.letter.voices import ALL_MET, NO_CHANGE, NO_OPINION, VOICES, Voice
from clause_auditor.reports.quoting import clean_quote

_HEADINGS: Final = {
    Basis.LAW: "What the law asks for",
    Basis.GOOD_PRACTICE: "What good practice asks for, beyond the law",
}
_SETTLED: Final = (Status.MET, Status.NOT_APPLICABLE)
_UNTITLED: Final = "Data-protection terms"
_COMPANY: Final = "[your company]"
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)  # those of the calendar module follow the locale


def compose_letter(outcome: Outcome) -> Letter:
    """Return the letter to the other side.

    Only wording of `outcome.remedies`, which was judged to hold, is offered. Accepted findings are not asked for.
    Where there is no audit, or nothing was judged, the letter is a note to the sender that says so.
    """
    audit = outcome.audit
    if audit is None or all(finding.status is Status.NOT_APPLICABLE for finding in audit.findings):
        return unwritten(outcome)
    draft, voice = draft_of(outcome, audit), VOICES[audit.perspective]
    sections = _sections(audit, draft, voice)
    questions = _questions(audit, voice)
    title = _title(audit)
    return Letter(
        subject=_subject(sections, questions, voice).format(draft=title),
        note=sender_note(outcome.name, audit),
        head=_head(draft.contract, voice),
        salutation=_salutation(_party(draft.contract, voice.reader)),
        opening=_opening(audit, title, sections, questions, voice),
        sections=sections,
        questions=questions,
        closing=(voice.closing,) if sections or questions else (NO_OPINION,),
        signature=("Kind regards", "[your name]", "[your position]", _party(draft.contract, voice.writer) or _COMPANY),
    )


def _sections(audit: Audit, draft: Draft, voice: Voice) -> tuple[Section, ...]:
    asked = [f for f in audit.findings if f.status.violates and not f.waiver and not is_for_sender(f)]
    sections = []
    for basis, heading in _HEADINGS.items():
        findings = [finding for finding in asked if finding.basis is basis]
        if findings:
            sections.append(Section(heading, make_requests(findings, draft, voice)))
    return tuple(sections)


def _questions(audit: Audit, voice: Voice) -> Questions | None:
    points = tuple(_question(f) for f in audit.findings if f.status is Status.UNKNOWN and not f.waiver)
    return Questions("Points to clarify", voice.questions, points) if points else None


def _question(finding: Finding) -> str:
    return f"{finding.title.rstrip('.')}. {finding.message}"


def _opening(
    audit: Audit, title: str, sections: tuple[Section, ...], questions: Questions | None, voice: Voice
) -> tuple[str, ...]:
    first = voice.opening.format(draft=title, day=_day(audit.as_of))
    count = sum(len(section.requests) for section in sections)
    if count:
        return first, voice.points.format(points=_number(count))
    if questions:
        return (first,)
    met = all(finding.status in _SETTLED and not finding.needs_review for finding in audit.findings)
    return first, ALL_MET if met else NO_CHANGE


def _number(count: int) -> str:
    return "the point below" if count == 1 else f"the {count} points below (the weightiest first)"


def _subject(sections: tuple[Section, ...], questions: Questions | None, voice: Voice) -> str:
    if sections:
        return voice.subject
    return voice.open_subject if questions else voice.good_subject


def _head(contract: Contract, voice: Voice) -> tuple[tuple[str, ...], ...]:
    writer, reader = _party(contract, voice.writer), _party(contract, voice.reader)
    return (writer or _COMPANY, "[your address]"), ("[date]",), (reader or "[recipient]", "[their address]")


def _salutation(reader: str) -> str:
    return f"Dear team of {reader}," if reader else "Dear Sir or Madam,"


def _party(contract: Contract, side: Side) -> str:
    return clean_quote(min((p.name for p in contract.parties if p.role.side is side and p.name), default=""), 100)


def _title(audit: Audit) -> str:
    """Return the title of the main paper, else of the first that has one."""
    papers = sorted(audit.scope.documents, key=lambda paper: paper.role != DocumentRole.MAIN)
    return next((clean_quote(paper.title, 100) for paper in papers if paper.title.strip()), _UNTITLED)


def _day(iso: str) -> str:
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
