"""What is written into copies of a contract's papers: findings as comments, remedies as edits, the rest as a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Citation, Finding, Status
from clause_auditor.domain.markup import ClosingList, Comment, Entry, Markup
from clause_auditor.domain.remedy import Edit, Remedy
from clause_auditor.reports.arrangement import arrange
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.quoting import harmless
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE, View, facts_of, place_after, spaced, view_of

TITLE: Final = "Clause Auditor: what is missing"
REST_TITLE: Final = "Clause Auditor: what is still to be agreed"
_MISSING: Final = "The contract does not hold what follows, or not in a passage that could be marked. "
_REST: Final = "No change in the text above settles what follows. "
_PASTE: Final = "The wording in the boxes can be pasted. Reject this insertion to have the paper as it was."
_AGAIN: Final = "Another passage of this obligation; the first one says more."


def write_comments(outcome: Outcome, document_ids: Sequence[str]) -> dict[str, Markup]:
    """Return for each of these papers its comments and what it lacks: the annotated copies of a contract.

    `document_ids` are those of the papers that can be marked, the one first that what belongs nowhere else is put into.
    """
    audit = _audit(outcome)
    told = _told(audit)
    view = view_of(audit, explain=False)
    comments = [comment for finding in told for comment in _comments(finding, outcome, view)]
    placed = {finding.rule_id for finding in told if any(e.document_id in document_ids for e in finding.evidence)}
    rest = [finding for finding in told if finding.rule_id not in placed]
    closing = _closing(rest, outcome, document_ids, TITLE, _MISSING)
    return {
        each: Markup(
            audit.as_of, tuple(comment for comment in comments if comment.document_id == each), (), closing.get(each)
        )
        for each in document_ids
    }


def write_edits(outcome: Outcome, document_ids: Sequence[str], refused: Collection[Edit] = ()) -> dict[str, Markup]:
    """Return for each of these papers the edits of the remedies, worst first where two meet, and a list of the rest.

    `refused` are edits that found no place in a paper: their remedies go into the list as a whole.
    """
    audit = _audit(outcome)
    edits: list[Edit] = []
    rest: list[Finding] = []
    for finding in _told(audit):
        remedy = outcome.remedies.get(finding.rule_id)
        if remedy is not None and not finding.waiver and _fits(remedy, edits, document_ids, refused):
            edits += [edit for edit in remedy.edits if edit not in edits]
        elif finding.status.violates and not finding.waiver:
            rest.append(finding)
    closing = _closing(rest, outcome, document_ids, REST_TITLE, _REST)
    return {
        each: Markup(audit.as_of, (), tuple(edit for edit in edits if edit.document_id == each), closing.get(each))
        for each in document_ids
    }


def _audit(outcome: Outcome) -> Audit:
    if outcome.audit is None:
        raise ValueError("only an audit has something to mark")
    return outcome.audit


def _told(audit: Audit) -> list[Finding]:
    """Return what a person should look at, worst first."""
    return [finding for group in arrange(audit) if group.full for finding in group.findings]


def _fits(remedy: Remedy, edits: Iterable[Edit], document_ids: Collection[str], refused: Collection[Edit]) -> bool:
    """Tell whether a remedy can be written beside the edits that there are."""
    if any(edit.document_id not in document_ids or edit in refused for edit in remedy.edits):
        return False
    return not any(_meet(edit, other) for edit in remedy.edits for other in edits)


def _meet(one: Edit, other: Edit) -> bool:
    if one.document_id != other.document_id or one == other:
        return False
    if one.start == one.end and other.start == other.end:
        return False
    return one.start < other.end and other.start < one.end


def _comments(finding: Finding, outcome: Outcome, view: View) -> Iterator[Comment]:
    for place, passage in enumerate(finding.evidence):
        lines = [_headline(finding), _AGAIN] if place else _lines(finding, outcome, view)
        paragraphs = tuple(harmless(line) for line in lines if line)
        yield Comment(passage.document_id, passage.start, passage.end, paragraphs)


def _headline(finding: Finding) -> str:
    status = spaced(finding.status.value).capitalize()
    severity = f" ({finding.severity.value})" if finding.status.violates else ""
    return f"{status}{severity}: {finding.title}"


def _lines(finding: Finding, outcome: Outcome, view: View) -> list[str]:
    """Return the paragraphs of a comment; what does not arise is empty."""
    wording = _wording(finding, outcome)
    _, _, *facts = facts_of(finding)
    return [
        _headline(finding),
        finding.message,
        f"Why it matters: {finding.why}" if finding.why and finding.status.violates else "",
        _law(finding.citations),
        f"{ADVICE[view.perspective]}: {wording}" if wording else "",
        f"Accepted: {acceptance(finding.waiver)}" if finding.waiver else "",
        f"{finding.rule_id} · {' · '.join(facts)}",
    ]


def _law(citations: Iterable[Citation]) -> str:
    texts = "; ".join(citation.text for citation in citations)
    return f"Law: {texts}" if texts else ""


def _wording(finding: Finding, outcome: Outcome) -> str:
    remedy = outcome.remedies.get(finding.rule_id)
    return remedy.wording if remedy is not None else finding.remedy


def _closing(
    findings: Sequence[Finding], outcome: Outcome, document_ids: Sequence[str], title: str, introduction: str
) -> dict[str, ClosingList]:
    """Return the list of each paper: a finding stands in that to which it belongs, if that can be marked."""
    lists: dict[str, list[Entry]] = {}
    view = view_of(_audit(outcome), explain=False)
    for finding in findings if document_ids else ():
        point = finding.insert_after
        home = point.document_id if point is not None and point.document_id in document_ids else document_ids[0]
        lists.setdefault(home, []).append(_entry(finding, outcome, view))
    return {home: ClosingList(title, introduction + _PASTE, tuple(entries)) for home, entries in lists.items()}


def _entry(finding: Finding, outcome: Outcome, view: View) -> Entry:
    point = finding.insert_after
    status = "" if finding.status is Status.MISSING else f"{spaced(finding.status.value).capitalize()}: "
    lines = [
        f"{status}{finding.message}",
        _law(finding.citations),
        f"Where it belongs: {place_after(point, view.titles)}." if point is not None else "",
        f"Accepted: {acceptance(finding.waiver)}" if finding.waiver else "",
    ]
    wording = () if finding.waiver else _wording(finding, outcome).splitlines()
    title = f"{finding.title} ({finding.severity.value})" if finding.status.violates else finding.title
    return Entry(
        harmless(title),
        tuple(harmless(line) for line in lines if line),
        tuple(harmless(line) for line in wording if line.strip()),
    )
