"""A violation as an OSCAL risk: why it matters, how grave it is, what to ask for, and whether it is accepted."""

from __future__ import annotations

from clause_auditor.domain.finding import Finding
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.oscal.findings import Assessed
from clause_auditor.reports.oscal.values import NAMESPACE, line, links, midnight, props, prose
from clause_auditor.reports.standing import acceptance
from clause_auditor.reports.wording import ADVICE


def risk_json(assessed: Assessed, finding: Finding) -> Json:
    """Return the risk of a violation."""
    severity = {"name": "severity", "system": NAMESPACE, "value": finding.severity.value}
    return {
        "uuid": assessed.part("risk", finding),
        "title": line(finding.title),
        "description": prose(finding.message),
        "statement": prose(finding.why or finding.message),
        **links(finding.citations),
        "status": "deviation-approved" if finding.waiver else "open",
        "origins": assessed.origins,
        "characterizations": [{"origin": assessed.origins[0], "facets": [severity]}],
        **_remediations(assessed, finding),
        **_acceptance(assessed, finding),
        "related-observations": [{"observation-uuid": assessed.part("observation", finding)}],
    }


def _remediations(assessed: Assessed, finding: Finding) -> Json:
    """The remedy that was tried in its place, else the model wording."""
    tried = assessed.outcome.remedies.get(finding.rule_id)
    wording = tried.wording if tried else finding.remedy
    if not wording:
        return {}
    response = {
        "uuid": assessed.part("remediation", finding),
        "lifecycle": "recommendation",
        "title": line(ADVICE[assessed.audit.perspective]),
        "description": prose(wording),
        **props({"kind": tried.kind.value if tried else ""}),
    }
    return {"remediations": [response]}


def _acceptance(assessed: Assessed, finding: Finding) -> Json:
    """The log tells who accepted the risk and why; on the day of the audit it was so."""
    if finding.waiver is None:
        return {}
    entry = {
        "uuid": assessed.part("acceptance", finding),
        "title": "Accepted",
        "description": prose(acceptance(finding.waiver)),
        "start": midnight(assessed.audit.as_of),
        "status-change": "deviation-approved",
    }
    return {"risk-log": {"entries": [entry]}}
