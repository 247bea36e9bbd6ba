"""One contract as an OSCAL result: what was reviewed, observed and found; a file that could not be read is one too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from clause_auditor.domain.audit import Audit
from clause_auditor.reports.escaping import one_line
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.json_report import Json
from clause_auditor.reports.oscal.findings import Assessed
from clause_auditor.reports.oscal.risks import risk_json
from clause_auditor.reports.oscal.values import derive_uuid, line, midnight, props, prose
from clause_auditor.reports.standing import failure

JUDGED: Final = "clause-auditor.judged"
"""The objective that a contract can be read and judged at all: it is missed where nothing was judged."""
JUDGED_TITLE: Final = "The contract can be read and judged"


def result_json(outcome: Outcome, subject: str, day: str, style: ReportStyle) -> Json:
    """Return the result of one contract; `subject` is the resource that names it, `day` stands in for a missing one."""
    audit = outcome.audit
    own = derive_uuid("result", subject, *_basis(audit))
    day = (audit.as_of if audit else "") or day
    tool = derive_uuid(own, "tool")
    assets = {"components": [_tool(tool, audit)], "assessment-platforms": [_platform(own, tool)]}
    head = {
        "uuid": own,
        "title": line(outcome.name),
        "description": _description(outcome),
        "start": midnight(day),
        "end": midnight(day),
        **props(_properties(audit) if audit else {"decision": "error"}),
        "local-definitions": {"assessment-assets": assets},
    }
    about = {"subject-uuid": subject, "type": "resource", "title": line(outcome.name)}
    origins = [{"actors": [{"type": "tool", "actor-uuid": tool}]}]
    if audit and audit.findings:
        return head | _assessed(Assessed(outcome, audit, own, about, origins, style.explain))
    return head | _unjudged(outcome, own, about, origins, day)


def reviewed(objectives: Iterable[str]) -> Json:
    """Return the controls reviewed; each rule is a control with one objective of the same name."""
    ids = sorted(set(objectives))
    return {
        "control-selections": [{"include-controls": [{"control-id": each} for each in ids]}],
        "control-objective-selections": [{"include-objectives": [{"objective-id": each} for each in ids]}],
    }


def _assessed(assessed: Assessed) -> Json:
    findings = assessed.audit.findings
    risks = [risk_json(assessed, finding) for finding in findings if finding.status.violates]
    return {
        "reviewed-controls": reviewed(finding.rule_id for finding in findings),
        "observations": [assessed.observation(finding) for finding in findings],
        **({"risks": risks} if risks else {}),
        "findings": [assessed.finding(finding) for finding in findings],
    }


def _unjudged(outcome: Outcome, own: str, about: Json, origins: Json, day: str) -> Json:
    why = prose(" ".join(outcome.audit.decision_reasons) if outcome.audit else failure(outcome.error))
    seen = derive_uuid(own, "observation", JUDGED)
    status = {"state": "not-satisfied", "reason": "other", "remarks": "Nothing was judged."}
    observation = {
        "uuid": seen,
        "description": why,
        "methods": ["EXAMINE"],
        "origins": origins,
        "subjects": [about],
        "collected": midnight(day),
    }
    finding = {
        "uuid": derive_uuid(own, "finding", JUDGED),
        "title": JUDGED_TITLE,
        "description": why,
        "origins": origins,
        "target": {"type": "objective-id", "target-id": JUDGED, "status": status},
        "related-observations": [{"observation-uuid": seen}],
    }
    return {"reviewed-controls": reviewed([JUDGED]), "observations": [observation], "findings": [finding]}


def _basis(audit: Audit | None) -> list[str]:
    if audit is None:
        return []
    packs = [pack.digest for pack in audit.packs if pack.applied]
    return [audit.contract_digest, audit.as_of, audit.engine_version, *packs]


def _description(outcome: Outcome) -> str:
    if outcome.audit is None:
        return "The contract could not be audited."
    scope = outcome.audit.scope
    return prose("\n".join((*outcome.audit.decision_reasons, *scope.not_judged, scope.notice)))


def _properties(audit: Audit) -> dict[str, str]:
    packs = [f"{pack.name} {pack.version} {pack.digest}" for pack in audit.packs if pack.applied]
    return {
        "decision": audit.decision.value,
        "as-of": audit.as_of,
        "fail-on": audit.fail_on.value,
        "contract-key": audit.contract_key,
        "vendor-key": audit.vendor_key,
        "contract-digest": audit.contract_digest,
        "packs": one_line("; ".join(packs)) if packs else "",
    }


def _tool(own: str, audit: Audit | None) -> Json:
    version = [{"name": "version", "value": audit.engine_version}] if audit and audit.engine_version else []
    return {
        "uuid": own,
        "type": "software",
        "title": "Clause Auditor",
        "description": "Audits data-protection contracts against rule packs.",
        **({"props": version} if version else {}),
        "status": {"state": "operational"},
    }


def _platform(own: str, tool: str) -> Json:
    return {"uuid": derive_uuid(own, "platform"), "uses-components": [{"component-uuid": tool}]}
