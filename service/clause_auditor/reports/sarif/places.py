"""Where a finding stands: the file, the region where the text is the file's own, and the clause as lawyers name it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from clause_auditor.domain.contract import Document
from clause_auditor.domain.finding import Evidence, InsertionPoint
from clause_auditor.reports.escaping import without_links
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.quoting import clean_quote, harmless
from clause_auditor.reports.sources import file_of, file_uri, is_verbatim
from clause_auditor.reports.wording import place_of


@dataclass(slots=True)
class Places:
    """The places of one contract."""

    outcome: Outcome
    artifacts: dict[str, int]
    """Index of each file's address in `run.artifacts`; shared by all contracts of the run."""
    _lines: dict[str, list[int] | None] = field(default_factory=dict)

    def artifact(self, document_id: str) -> Json:
        """Return the file in which a document stands."""
        uri = file_uri(file_of(self.outcome, document_id))
        return {"uri": uri, "index": self.artifacts[uri]}

    def passage(self, passage: Evidence) -> Json:
        """Return the location of a passage, with its words where it has a region."""
        region = self.region(passage.document_id, passage.start, passage.end)
        if region:
            region["snippet"] = {"text": harmless(passage.quote)}
        message = place_of(passage, {})
        location = self._location(passage.document_id, passage.clause, region, message)
        numbers = {"page": passage.page, "paragraph": passage.paragraph}
        given = {name: number for name, number in numbers.items() if number}
        return location | ({"properties": given} if given else {})

    def insertion(self, point: InsertionPoint) -> Json:
        """Return the location after which a missing clause belongs: a region of no length."""
        where = f"after clause {point.clause}" if point.clause else "at the end of the clauses"
        region = self.region(point.document_id, point.offset, point.offset)
        return self._location(point.document_id, point.clause, region, f"Where it belongs: {clean_quote(where, 120)}")

    def contract(self) -> Json:
        """Return the location of a finding that has no passage: the contract's first document, all of it."""
        documents = self.outcome.contract.documents if self.outcome.contract else ()
        if not documents:
            return self._location("", "", None, "")
        first = documents[0]
        return self._location(first.id, "", self.region(first.id, 0, len(first.text)), "")

    def region(self, document_id: str, start: int, end: int) -> dict[str, Json] | None:
        """Return a region by lines, columns and offsets in code points, or None where the file has another text."""
        lines = self._line_starts(document_id)
        if lines is None:
            return None
        (first, column), (last, end_column) = _place(lines, start), _place(lines, end)
        by_lines = {"startLine": first, "startColumn": column, "endLine": last, "endColumn": end_column}
        return by_lines | {"charOffset": start, "charLength": end - start}

    def _location(self, document_id: str, clause: str, region: Json, message: str) -> dict[str, Json]:
        physical = {"artifactLocation": self.artifact(document_id)} | ({"region": region} if region else {})
        location = {"physicalLocation": physical, "logicalLocations": self._logical(document_id, clause)}
        return location | ({"message": {"text": without_links(message)}} if message else {})

    def _logical(self, document_id: str, clause: str) -> list[Json]:
        title = harmless(clean_quote(self._title(document_id), 120))
        document = {"name": title, "fullyQualifiedName": title, "kind": "document"}
        if not clause:
            return [document]
        number = harmless(clean_quote(clause, 120))
        return [{"name": number, "fullyQualifiedName": f"{title}/{number}", "kind": "clause"}, document]

    def _title(self, document_id: str) -> str:
        documents = self.outcome.audit.scope.documents if self.outcome.audit else ()
        return next((d.title for d in documents if d.id == document_id and d.title), document_id or self.outcome.name)

    def _line_starts(self, document_id: str) -> list[int] | None:
        if document_id not in self._lines:
            document = self._document(document_id)
            self._lines[document_id] = _starts(document.text) if document else None
        return self._lines[document_id]

    def _document(self, document_id: str) -> Document | None:
        """Return the document if its text is that of its file."""
        contract = self.outcome.contract
        for document in contract.documents if contract else ():
            if contract and document.id == document_id:
                return document if is_verbatim(file_of(self.outcome, document_id), document, contract) else None
        return None


def _starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def _place(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
