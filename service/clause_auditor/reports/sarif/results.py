"""One finding as a SARIF result: what it is, where it stands, whether it is accepted, how it is mended."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.escaping import without_links
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.quoting import clean_quote, harmless
from clause_auditor.reports.sarif.fixes import fix_json
from clause_auditor.reports.sarif.places import Places
from clause_auditor.reports.sarif.rules import LEVELS
from clause_auditor.reports.sources import file_uri
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one audit."""

    audit: Audit
    places: Places
    rules: dict[str, int]
    """Index of each rule in the descriptors of the run."""
    explain: bool = False

    def result(self, finding: Finding) -> Json:
        """Return the result of one finding."""
        where = [self.places.passage(passage) for passage in finding.evidence]
        if not where:
            point = finding.insert_after
            where = [self.places.insertion(point) if point else self.places.contract()]
        fields: dict[str, Json] = {
            "ruleId": finding.rule_id,
            "ruleIndex": self.rules[finding.rule_id],
            "kind": kind_of(finding),
            "level": LEVELS[finding.severity] if finding.status.violates else "none",
            "message": {"text": self._message(finding)},
            "locations": where[:1],
            **self._identity(finding),
            "suppressions": _suppressions(finding),
            "properties": self._properties(finding),
        }
        if len(where) > 1:
            fields["relatedLocations"] = [{"id": number} | place for number, place in enumerate(where[1:], 1)]
        if finding.confidence:
            fields["rank"] = float(finding.confidence)
        fix = fix_json(self.places, finding.rule_id)
        return fields | ({"fixes": [fix]} if fix else {})

    def _message(self, finding: Finding) -> str:
        lines = [finding.message, *(f"“{clean_quote(passage.quote)}”" for passage in finding.evidence)]
        if finding.remedy:
            lines.append(f"{ADVICE[self.audit.perspective]}: {finding.remedy}")
        return without_links("\n".join(lines))

    def _identity(self, finding: Finding) -> Json:
        """Return fingerprints: of the finding, and of the finding in this contract, whatever its words elsewhere."""
        contract = self.audit.contract_key or file_uri(self.places.outcome.name)
        words = f"{finding.fingerprint or finding.rule_id}\n{contract}"
        whole = hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        return {
            "fingerprints": {"clauseAuditor/v1": whole},
            "partialFingerprints": {"clauseAuditorFinding/v1": finding.fingerprint, "primaryLocationLineHash": whole},
        }

    def _properties(self, finding: Finding) -> Json:
        given = {
            "status": finding.status.value,
            "severity": finding.severity.value,
            "confidence": finding.confidence,
            "needsReview": finding.needs_review,
        }
        return given | ({"reasons": [harmless(step) for step in explain(finding.reasons)]} if self.explain else {})


def kind_of(finding: Finding) -> str:
    """Return the kind of result: only what is met, and sure, passes."""
    match finding.status:
        case status if status.violates:
            return "fail"
        case Status.UNKNOWN | Status.ERROR:
            return "open"
        case _ if finding.needs_review:
            return "review"
        case Status.NOT_APPLICABLE:
            return "notApplicable"
        case _:
            return "pass"


def _suppressions(finding: Finding) -> list[Json]:
    """Every result has the list, an empty one too: it says that none is hidden."""
    if finding.waiver is None:
        return []
    return [{"kind": "external", "status": "accepted", "justification": harmless(acceptance(finding.waiver))}]
