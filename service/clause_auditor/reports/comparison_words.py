"""What a comparison is called, and quotes cut where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from clause_auditor.domain.audit import Audit, Perspective
from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage, Comparison, Stretch
from clause_auditor.reports.quoting import clean_quote
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE, facts_of, place_of, spaced

HEADINGS: Final = {
    Change.LOST: "Lost",
    Change.NEW_ONLY: "Judged in the new draft only",
    Change.OLD_ONLY: "Judged in the old draft only",
    Change.UNCLEAR: "No longer to be told",
    Change.CHANGED: "Changed, with the same standing",
    Change.GAINED: "Gained",
    Change.MOVED: "Moved, and unchanged",
    Change.UNCHANGED: "Unchanged",
}
"""In the order in which a report shows them."""
IN_FULL: Final = frozenset(Change) - {Change.MOVED, Change.UNCHANGED}
"""Changes that are shown with both passages."""
NOTHING: Final = "Nothing of it is quoted from this draft."


class Piece(NamedTuple):
    """Words of a quote."""

    text: str
    differs: bool


def cut_quote(quote: str, stretches: Iterable[Stretch]) -> Iterator[Piece]:
    """Yield the pieces of a quote, in order: those that differ, and those between them."""
    place = 0
    for stretch in stretches:
        yield Piece(quote[place : stretch.start], False)
        yield Piece(quote[stretch.start : stretch.end], True)
        place = stretch.end
    yield Piece(quote[place:], False)


def tell_statuses(found: ComparedFinding) -> str:
    """Return "met → weak", or the one status where both are the same or one draft was judged."""
    statuses = [spaced(side.status) for side in (found.old, found.new) if side]
    return " → ".join(dict.fromkeys(statuses))


def tell_facts(found: ComparedFinding) -> str:
    """Return the line under a title: rule, family, basis, how sure it is, severity."""
    finding = found.finding
    severity = [f"{finding.severity.value} severity"] if finding.status.violates else []
    return " · ".join((*facts_of(finding), *severity))


def tell_piece(text: str, longest: int) -> str:
    """Return a piece of a quote without marks of formatting, shortened; the spaces around it stay."""
    words = clean_quote(text, longest)
    return f"{text[:1].isspace() * ' '}{words}{text[-1:].isspace() * ' '}"


def tell_rest(found: ComparedFinding, perspective: Perspective) -> list[tuple[str, str]]:
    """Return what is told under the passages: its lead, and its words."""
    finding, limits = found.finding, found.time_limits
    rows = [
        ("Time limit: ", f"{_listed(limits.old)} → {_listed(limits.new)}" if limits else ""),
        ("Law: ", "; ".join(citation.text for citation in finding.citations)),
        (f"{ADVICE[perspective]}: ", finding.remedy if found.new else ""),
        ("Accepted: ", acceptance(finding.waiver) if finding.waiver else ""),
    ]
    return [(lead, text) for lead, text in rows if text]


def tell_places(found: ComparedFinding, titles: tuple[Mapping[str, str], Mapping[str, str]]) -> str:
    """Return where the passages stand in both drafts: "Clause 6.1 → Clause 7.1"."""
    places = (_move(passage, titles) for passage in found.passages)
    return "; ".join(dict.fromkeys(place for place in places if place))


def tell_counts(comparison: Comparison) -> str:
    """Return "2 lost, 1 gained, 30 unchanged"."""
    counts = comparison.counts
    told = [f"{counts[change]} {spaced(change)}" for change in HEADINGS if counts[change]]
    return ", ".join(told) or "no obligation was judged"


def tell_draft(audit: Audit) -> str:
    """Return the papers of a draft: "Data Processing Agreement (dpa, en, 1,234 words)"."""
    papers = audit.scope.documents
    return "; ".join(
        f"{clean_quote(paper.title, 100) or f'Document {paper.id}'} ({spaced(paper.role)}, "
        f"{paper.language or 'und'}, {paper.words:,} words{'' if paper.judged else ', not judged'})"
        for paper in papers
    )


def name_papers(audit: Audit) -> dict[str, str]:
    """Return the titles of the papers by id, where there are several."""
    papers = audit.scope.documents
    return {paper.id: clean_quote(paper.title, 60) or paper.id for paper in papers} if len(papers) > 1 else {}


def _listed(limits: Sequence[str]) -> str:
    return ", ".join(limits) or "none"


def _move(passage: ComparedPassage, titles: tuple[Mapping[str, str], Mapping[str, str]]) -> str:
    if passage.old is None or passage.new is None:
        return ""
    old, new = (place_of(side, dict(names)) for side, names in zip((passage.old, passage.new), titles, strict=True))
    return old if old == new else f"{old} → {new}"
