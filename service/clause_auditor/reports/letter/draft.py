"""The draft that a letter is about, and what mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.remedy import Edit, Remedy
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.quoting import clean_quote


@dataclass(frozen=True, slots=True)
class Draft:
    """The contract with the names of its papers and the remedies that hold."""

    contract: Contract
    titles: dict[str, str]
    """By document id, where there are several."""
    remedies: Mapping[str, Remedy]

    def text(self, document_id: str) -> str:
        """Return the text of a document."""
        return self.contract.document(document_id).text

    def replaced(self, edit: Edit) -> str:
        """Return the words that an edit takes out, in a line."""
        return clean_quote(self.text(edit.document_id)[edit.start : edit.end])


def draft_of(outcome: Outcome, audit: Audit) -> Draft:
    """Return the draft of an outcome and its audit."""
    documents = audit.scope.documents if len(audit.scope.documents) > 1 else ()
    titles = {document.id: clean_quote(document.title, 60) or document.id for document in documents}
    return Draft(outcome.contract or Contract(), titles, outcome.remedies)
