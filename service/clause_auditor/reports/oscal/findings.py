"""One finding in OSCAL: the observation with its evidence, the finding with its target, the risk with its remedy."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Evidence, Finding, Status
from clause_auditor.reports.explaining import explain
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.oscal.values import derive_uuid, line, links, midnight, props, prose
from clause_auditor.reports.sources import file_of, file_uri
from clause_auditor.reports.standing import acceptance, is_open
from clause_auditor.reports.wording import place_of

_SATISFIED = (Status.MET, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One contract whose findings are told."""

    outcome: Outcome
    audit: Audit
    uuid: str
    """Of the result: identifiers of its parts are derived from it."""
    subject: Json
    origins: Json
    explain: bool = False

    def part(self, kind: str, finding: Finding) -> str:
        """Return the identifier of a part of a finding."""
        return derive_uuid(self.uuid, kind, finding.rule_id)

    def observation(self, finding: Finding) -> Json:
        """Return what was seen: passages word for word, or that there is none."""
        evidence = [self._evidence(passage) for passage in finding.evidence]
        steps = "\n".join(explain(finding.reasons)) if self.explain else ""
        return {
            "uuid": self.part("observation", finding),
            "title": line(finding.title),
            "description": prose(finding.message),
            "methods": ["EXAMINE"],
            "types": ["control-objective"],
            "origins": self.origins,
            "subjects": [self.subject],
            **({"relevant-evidence": evidence} if evidence else {}),
            "collected": midnight(self.audit.as_of),
            **({"remarks": prose(steps)} if steps else {}),
        }

    def finding(self, finding: Finding) -> Json:
        """Return the finding with the objective that it is about, and how the contract stands to it."""
        target = {
            "type": "objective-id",
            "target-id": finding.rule_id,
            "title": line(finding.title),
            "status": _state(finding),
        }
        accepted = {"remarks": prose(f"Accepted: {acceptance(finding.waiver)}")} if finding.waiver else {}
        risk = {"related-risks": [{"risk-uuid": self.part("risk", finding)}]} if finding.status.violates else {}
        return {
            "uuid": self.part("finding", finding),
            "title": line(finding.title),
            "description": prose(finding.message),
            **props(_properties(finding)),
            **links(finding.citations),
            "origins": self.origins,
            "target": target,
            "related-observations": [{"observation-uuid": self.part("observation", finding)}],
            **risk,
            **accepted,
        }

    def _evidence(self, passage: Evidence) -> Json:
        titles = {document.id: document.title or document.id for document in self.audit.scope.documents}
        given = {
            "document": passage.document_id,
            "clause": passage.clause,
            "page": str(passage.page or ""),
            "paragraph": str(passage.paragraph or ""),
            "start": str(passage.start),
            "end": str(passage.end),
        }
        return {
            "href": file_uri(file_of(self.outcome, passage.document_id)),
            "description": prose(passage.quote),
            **props(given),
            "remarks": line(place_of(passage, titles)),
        }


def _state(finding: Finding) -> Json:
    """Only what is met, or does not arise, and is sure, is satisfied."""
    if finding.status.violates:
        state, reason = "not-satisfied", "fail"
    elif is_open(finding) or finding.status not in _SATISFIED:
        state, reason = "not-satisfied", "other"
    else:
        state, reason = "satisfied", "pass" if finding.status is Status.MET else "other"
    told = finding.status.value.replace("_", " ")
    if is_open(finding) or finding.needs_review:
        told += "; a person has to decide"
    return {"state": state, "reason": reason, "remarks": f"{told}."}


def _properties(finding: Finding) -> dict[str, str]:
    return {
        "status": finding.status.value,
        "severity": finding.severity.value,
        "family": finding.family,
        "pack": finding.pack,
        "basis": finding.basis.value,
        "confidence": str(finding.confidence) if finding.confidence else "",
        "needs-review": "true" if finding.needs_review else "false",
        "fingerprint": finding.fingerprint,
    }
