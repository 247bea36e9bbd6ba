"""Findings to requests: worst first, and one request where several ask for the same passage or the same wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from clause_auditor.domain.finding import Evidence, Finding, Status
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.letter.draft import Draft
from clause_auditor.reports.letter.letter import Quotation, Request, Wording
from clause_auditor.reports.letter.offers import offer
from clause_auditor.reports.letter.voices import Voice
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.wording import place_of

_WORST_FIRST: Final = (Status.CONTRARY, Status.MISSING, Status.WEAK)
SILENT: Final = "The draft says nothing on this point."


def make_requests(findings: Iterable[Finding], draft: Draft, voice: Voice) -> tuple[Request, ...]:
    """Return what is asked for, worst first."""
    groups: list[list[Finding]] = []
    for finding in sorted(findings, key=lambda f: (f.severity.rank, _WORST_FIRST.index(f.status))):
        home = next((group for group in groups if any(_meet(finding, other, draft.remedies) for other in group)), None)
        if home is None:
            groups.append([finding])
        else:
            home.append(finding)
    return tuple(_request(group, draft, voice) for group in groups)


def _meet(one: Finding, other: Finding, remedies: Mapping[str, Remedy]) -> bool:
    """Say whether two findings ask for one passage: by their remedies, else by the passage that each rests on."""
    ours, theirs = remedies.get(one.rule_id), remedies.get(other.rule_id)
    if ours and theirs:
        return ours.wording == theirs.wording or any(_overlap(a, b) for a in ours.edits for b in theirs.edits)
    return bool(one.evidence and other.evidence) and _span(one.evidence[0]) == _span(other.evidence[0])


def _span(passage: Evidence) -> tuple[str, int, int]:
    return passage.document_id, passage.start, passage.end


def _overlap(one: Edit, other: Edit) -> bool:
    return one.document_id == other.document_id and max(one.start, other.start) < min(one.end, other.end)


def _request(group: list[Finding], draft: Draft, voice: Voice) -> Request:
    passages = {_span(passage): passage for finding in group for passage in finding.evidence}
    written = any(document.text.strip() for document in draft.contract.documents)
    silent = written and not passages and all(finding.status is Status.MISSING for finding in group)
    citations = {citation.text: citation for finding in group for citation in finding.citations}
    return Request(
        title="; ".join(dict.fromkeys(finding.title for finding in group)),
        faults=_each([finding.message for finding in group] + [SILENT] * silent),
        draft=tuple(Quotation(place_of(p, draft.titles), clean_quote(p.quote)) for p in passages.values()),
        wordings=_wordings(group, draft, voice),
        reasons=_each(line for finding in group for line in (finding.why, *finding.ours)),
        law=tuple(citations.values()),
    )


def _wordings(group: list[Finding], draft: Draft, voice: Voice) -> tuple[Wording, ...]:
    """Offer what was judged to hold; ask for wording of the reader's own for the rest.

    Wordings for one place follow each other; what is to be added is added once, and nothing is asked for twice.
    """
    kept: dict[str, list[str]] = {}
    asked: set[Edit] = set()
    for finding in group:
        remedy = draft.remedies.get(finding.rule_id)
        if remedy and not asked.issuperset(remedy.edits):
            asked |= set(remedy.edits)
            wording = offer(finding, remedy, draft, voice)
            said = {words for paragraphs in kept.values() for words in paragraphs}
            if remedy.kind is not RemedyKind.ADDITION or not said.issuperset(wording.paragraphs):
                here = kept.setdefault(wording.ask, [])
                here += [words for words in wording.paragraphs if words not in here]
    left = [finding.title.rstrip(".") for finding in group if finding.rule_id not in draft.remedies]
    plea = voice.propose_more.format(titles="; ".join(left)) if kept else voice.propose
    offers = [Wording(ask, tuple(paragraphs)) for ask, paragraphs in kept.items()]
    return *offers, *([Wording(plea)] if left else ())


def _each(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in lines if line))
