"""The OSCAL document: metadata, the plan that it stands for, the objectives judged, and a result for each contract."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from clause_auditor.domain.audit import NOTICE
from clause_auditor.domain.finding import Finding
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.json_report import Json, dense_json
from clause_auditor.reports.oscal.results import JUDGED, JUDGED_TITLE, result_json, reviewed
from clause_auditor.reports.oscal.values import derive_uuid, line, links, midnight, prose
from clause_auditor.reports.sources import file_uri, files_of

_VERSION: Final = "1.1.3"
_PLAN: Final = "No assessment plan was written. Each contract is judged by the rules of the packs that apply to it."


def write_oscal(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return assessment results of OSCAL 1.1.3 as JSON, a result for each contract.

    Times are midnight (UTC) of the day by whose law was judged, identifiers come from digests: no clock, no chance.
    With `style.explain` the reasons are remarks of each observation.
    """
    day = max((outcome.audit.as_of for outcome in outcomes if outcome.audit), default="")
    subjects = [derive_uuid("contract", str(place), each.name) for place, each in enumerate(outcomes)]
    results = [result_json(each, own, day, style) for each, own in zip(outcomes, subjects, strict=True)]
    plan = derive_uuid("plan", *subjects)
    resources = [_plan(plan), *(_contract(each, own) for each, own in zip(outcomes, subjects, strict=True))]
    body = {
        "import-ap": {"href": f"#{plan}"},
        "local-definitions": {"objectives-and-methods": _objectives(outcomes)},
        "results": results or [_nothing(day)],
        "back-matter": {"resources": resources},
    }
    whole = {
        "uuid": derive_uuid("document", hashlib.sha256(dense_json(body)).hexdigest()),
        "metadata": _metadata(day),
    } | body
    return dense_json({"assessment-results": whole})


def _metadata(day: str) -> Json:
    return {
        "title": "Audit of data-protection contracts",
        "last-modified": midnight(day),
        "version": day or "0",
        "oscal-version": _VERSION,
        "remarks": NOTICE,
    }


def _objectives(outcomes: Sequence[Outcome]) -> list[Json]:
    """Return each rule that judged a contract as a control with one objective."""
    rules: dict[str, Finding] = {}
    for outcome in outcomes:
        for finding in outcome.audit.findings if outcome.audit else ():
            rules.setdefault(finding.rule_id, finding)
    judged = {"id": JUDGED, "name": "objective", "title": JUDGED_TITLE}
    return [
        {"control-id": JUDGED, "parts": [judged]},
        *({"control-id": rule_id, "parts": [_objective(rules[rule_id])]} for rule_id in sorted(rules)),
    ]


def _objective(finding: Finding) -> Json:
    part = {"id": finding.rule_id, "name": "objective", "title": line(finding.title)}
    return part | ({"prose": prose(finding.why)} if finding.why else {}) | links(finding.citations)


def _plan(own: str) -> Json:
    return {"uuid": own, "title": "Assessment plan", "description": _PLAN}


def _contract(outcome: Outcome, own: str) -> Json:
    files = [{"href": file_uri(file)} for file in files_of(outcome)]
    return {"uuid": own, "title": line(outcome.name), "rlinks": files}


def _nothing(day: str) -> Json:
    """A document has at least one result: this one says that no contract was given."""
    return {
        "uuid": derive_uuid("result", "none"),
        "title": "No contract was given",
        "description": "Nothing was judged.",
        "start": midnight(day),
        "reviewed-controls": reviewed([JUDGED]),
    }
