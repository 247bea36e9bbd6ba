"""How statuses, places and facts of a finding are said, whatever the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clause_auditor.domain.audit import Audit, Perspective
from clause_auditor.domain.finding import Evidence, Finding, InsertionPoint, Status
from clause_auditor.reports.quoting import clean_quote

MARKS: Final = {
    Status.CONTRARY: "✗",
    Status.MISSING: "✗",
    Status.WEAK: "~",
    Status.UNKNOWN: "?",
    Status.ERROR: "!",
    Status.MET: "✓",
    Status.NOT_APPLICABLE: "–",
}
ADVICE: Final = {Perspective.CUSTOMER: "What to ask for", Perspective.VENDOR: "What to offer"}
"""What the remedy is called, by the side that reads it."""
_UNSEEN: Final = "out of sight"
_MOST_UNSEEN: Final = 20
_CLAUSE_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class View:
    """How findings are shown."""

    perspective: Perspective
    titles: dict[str, str] = field(default_factory=dict)
    """Names of the documents by id, where there are several."""
    explain: bool = False


def view_of(audit: Audit, *, explain: bool) -> View:
    """Return how the findings of an audit are shown."""
    documents = audit.scope.documents if len(audit.scope.documents) > 1 else ()
    titles = {document.id: clean_quote(document.title, 60) or document.id for document in documents}
    return View(audit.perspective, titles, explain)


def spaced(word: str) -> str:
    """Return a name as words: "not_applicable" is "not applicable"."""
    return word.replace("_", " ")


def tally(audit: Audit) -> str:
    """Return how many obligations were judged, and how, as a sentence."""
    counts = {status: sum(finding.status is status for finding in audit.findings) for status in Status}
    parts = [f"{count} {spaced(status.value)}" for status, count in counts.items() if count]
    noun = "obligation" if len(audit.findings) == 1 else "obligations"
    return f"{len(audit.findings)} {noun} judged: {', '.join(parts)}." if parts else "No obligation was judged."


def facts_of(finding: Finding) -> list[str]:
    """Return rule, family, basis, and how sure the finding is."""
    basis = "law" if finding.basis.value == "law" else "good practice"
    sure = [f"{finding.confidence} % sure"] if finding.confidence else []
    review = ["a person should check this"] if finding.needs_review else []
    return [finding.rule_id, spaced(finding.family), basis, *sure, *review]


def place_of(passage: Evidence, titles: dict[str, str]) -> str:
    """Return where a passage stands, as a lawyer says it: document (if there are several), clause, page, paragraph.

    Who has the number of a clause needs no paragraph to find it, unless it runs over pages.
    """
    parts = [titles.get(passage.document_id, ""), name_clause(passage)]
    parts.append(f"page {passage.page}" if passage.page else "")
    if passage.paragraph and (passage.page or not _is_number(clean_quote(passage.clause, _CLAUSE_LENGTH))):
        parts.append(f"paragraph {passage.paragraph}")
    return ", ".join(part for part in parts if part) or "Text"


def name_clause(passage: Evidence) -> str:
    """Return "Clause 6.1" for a number, and a heading as it is."""
    clause = clean_quote(passage.clause, _CLAUSE_LENGTH)
    return f"Clause {clause}" if _is_number(clause) else clause


def place_after(point: InsertionPoint, titles: dict[str, str]) -> str:
    """Return where a missing clause belongs."""
    clause = (
        f"after clause {clean_quote(point.clause, _CLAUSE_LENGTH)}" if point.clause else "at the end of the clauses"
    )
    return ", ".join(part for part in (titles.get(point.document_id, ""), clause) if part)


def unseen_of(finding: Finding) -> list[tuple[str, str]]:
    """Return what the eye does not see, and near what (or ""): no passage of the text holds it."""
    return [(words, _near(step.clause)) for step in finding.reasons if step.operator == _UNSEEN for words in step.words]


def say_unseen(finding: Finding) -> list[str]:
    """Return what the eye does not see, quoted with its place, and how much more there is of it."""
    unseen = unseen_of(finding)
    shown = [f"“{clean_quote(words)}”{f' (near {place})' if place else ''}" for words, place in unseen[:_MOST_UNSEEN]]
    return [*shown, f"and {len(unseen) - _MOST_UNSEEN} more"] if len(unseen) > _MOST_UNSEEN else shown


def _near(clause: str) -> str:
    return f"{'clause ' if _is_number(clause) else ''}{clean_quote(clause, _CLAUSE_LENGTH)}" if clause else ""


def _is_number(clause: str) -> bool:
    return clause[:1].isdigit() or clause[:1] == "("
