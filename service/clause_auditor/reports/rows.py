"""Findings as flat records, for spreadsheets: one row a finding, and a row for each file that could not be read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Evidence, Finding
from clause_auditor.reports.arrangement import arrange
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.quoting import clean_quote, harmless
from clause_auditor.reports.standing import acceptance, failure
from clause_auditor.reports.wording import View, name_clause, place_after, say_unseen, spaced, view_of

ERROR: Final = "error"
"""Decision and status of a file that could not be read."""
_QUOTE_LENGTH = 1200


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as people filter and sort it; every text is harmless. Passages and paragraphs end with \\n."""

    contract: str
    decision: str
    pack: str = ""
    rule_id: str = ""
    title: str = ""
    family: str = ""
    basis: str = ""
    status: str = ""
    severity: str = ""
    confidence: int = 0
    """Whole per cent; 0 where none is given."""
    needs_review: str = ""
    """yes or no."""
    document: str = ""
    """Where the contract has several."""
    clause: str = ""
    page: str = ""
    quote: str = ""
    belongs: str = ""
    """Where a missing clause belongs."""
    message: str = ""
    why: str = ""
    law: str = ""
    law_link: str = ""
    """Addresses, one a line."""
    remedy: str = ""
    accepted: str = ""
    fingerprint: str = ""


COLUMNS: Final = tuple(field.name for field in dataclasses.fields(Row))


def rows_of(outcome: Outcome) -> Iterator[Row]:
    """Yield the rows of one contract, worst first: at least one, for no contract may drop out of a sheet."""
    contract, audit = flat(outcome.name), outcome.audit
    if audit is None:
        yield Row(contract, ERROR, status=ERROR, message=say_error(outcome))
        return
    if not audit.findings:
        message = " ".join(("No obligation was judged.", *audit.decision_reasons))
        yield Row(contract, audit.decision.value, message=flat(message))
    view = view_of(audit, explain=False)
    for group in arrange(audit):
        for finding in group.findings:
            yield _row(contract, audit, finding, view, remedy_of(outcome, finding))


def count_rows(outcome: Outcome) -> int:
    """Return how many rows `rows_of` yields."""
    return max(1, len(outcome.audit.findings) if outcome.audit else 0)


def say_error(outcome: Outcome) -> str:
    """Return why a file could not be audited."""
    return flat(f"could not be audited: {failure(outcome.error)}")


def remedy_of(outcome: Outcome, finding: Finding) -> str:
    """Return what to ask for: the edit that was judged in its place, else the rule's model wording."""
    remedy = outcome.remedies.get(finding.rule_id)
    return remedy.wording if remedy else finding.remedy


def flat(text: str) -> str:
    """Return a text on one line with nothing harmful in it."""
    return harmless(" ".join(text.split()))


def _row(contract: str, audit: Audit, finding: Finding, view: View, remedy: str) -> Row:
    passages = finding.evidence
    return Row(
        contract=contract,
        decision=audit.decision.value,
        pack=flat(finding.pack),
        rule_id=flat(finding.rule_id),
        title=flat(finding.title),
        family=flat(spaced(finding.family)),
        basis=spaced(finding.basis.value),
        status=spaced(finding.status.value),
        severity=finding.severity.value,
        confidence=finding.confidence,
        needs_review="yes" if finding.needs_review else "no",
        document=_distinct(view.titles.get(passage.document_id, "") for passage in passages),
        clause=_distinct(name_clause(passage) for passage in passages),
        page=_distinct(str(passage.page) for passage in passages if passage.page),
        quote="\n".join([*map(_quote, passages), *(flat(f"not seen: {words}") for words in say_unseen(finding))]),
        belongs=flat(place_after(finding.insert_after, view.titles)) if finding.insert_after else "",
        message=flat(finding.message),
        why=flat(finding.why),
        law=flat("; ".join(citation.text for citation in finding.citations)),
        law_link="\n".join(flat(citation.url) for citation in finding.citations),
        remedy="\n".join(flat(part) for part in remedy.splitlines() if part.strip()),
        accepted=flat(acceptance(finding.waiver)) if finding.waiver else "",
        fingerprint=finding.fingerprint,
    )


def _quote(passage: Evidence) -> str:
    return f"“{harmless(clean_quote(passage.quote, _QUOTE_LENGTH))}”"


def _distinct(words: Iterable[str]) -> str:
    return flat("; ".join(dict.fromkeys(word for word in words if word)))
