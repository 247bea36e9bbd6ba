"""The SARIF log: one run over all contracts, with what could not be read as notifications."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from clause_auditor.domain.audit import NOTICE, Audit, Perspective
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.escaping import one_line, without_links
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.json_report import Json, dense_json
from clause_auditor.reports.sarif.places import Places
from clause_auditor.reports.sarif.results import Results, kind_of
from clause_auditor.reports.sarif.rules import packs_json, rule_json
from clause_auditor.reports.sources import file_uri, files_of
from clause_auditor.reports.standing import failure

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ABOUT: Final = "Audits data-protection contracts against rule packs. "
MOST_RESULTS: Final = 25_000
"""What code scanning of GitHub takes in one run."""
_DISPENSABLE: Final = ("notApplicable", "pass")
"""Kinds that are left out, in this order, where a run would hold more."""


def write_sarif(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return a log of SARIF 2.1.0 with one run; with `style.explain` the reasons are properties of each result."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(outcomes, style)]}
    return dense_json(log)


def _run(outcomes: Sequence[Outcome], style: ReportStyle) -> Json:
    audits = [outcome.audit for outcome in outcomes if outcome.audit]
    kept, omitted = _within_limit(audits)
    by_rule: dict[str, list[Finding]] = {}
    for finding in (finding for findings in kept for finding in findings):
        by_rule.setdefault(finding.rule_id, []).append(finding)
    rules = {rule_id: index for index, rule_id in enumerate(sorted(by_rule))}
    perspective = audits[0].perspective if audits else Perspective.CUSTOMER
    artifacts = _artifacts(outcomes)
    indices = {artifact["location"]["uri"]: index for index, artifact in enumerate(artifacts)}
    descriptors = [rule_json(by_rule[rule_id], perspective) for rule_id in rules]
    return {
        "tool": {"driver": _driver(audits) | {"rules": descriptors}, "extensions": packs_json(audits)},
        "invocations": [_invocation(outcomes, indices, omitted)],
        "artifacts": artifacts,
        "results": list(_results([o for o in outcomes if o.audit], kept, indices, rules, style)),
        "columnKind": "unicodeCodePoints",
    }


def _results(
    outcomes: Sequence[Outcome],
    kept: Sequence[Sequence[Finding]],
    artifacts: dict[str, int],
    rules: dict[str, int],
    style: ReportStyle,
) -> Iterator[Json]:
    for outcome, findings in zip(outcomes, kept, strict=True):
        if outcome.audit:
            results = Results(outcome.audit, Places(outcome, artifacts), rules, style.explain)
            yield from (results.result(finding) for finding in findings)


def _within_limit(audits: Sequence[Audit]) -> tuple[list[list[Finding]], int]:
    """Return the findings of each audit, and how many were left out to stay within what one run may hold."""
    kept = [list(audit.findings) for audit in audits]
    total = sum(map(len, kept))
    left = total
    for kind in _DISPENSABLE:
        if left > MOST_RESULTS:
            kept = [[finding for finding in findings if kind_of(finding) != kind] for findings in kept]
            left = sum(map(len, kept))
    return kept, total - left


def _driver(audits: Sequence[Audit]) -> dict[str, Json]:
    driver = {"name": "Clause Auditor", "fullDescription": {"text": _ABOUT + NOTICE}}
    return driver | ({"version": audits[0].engine_version} if audits else {})


def _artifacts(outcomes: Sequence[Outcome]) -> list[Json]:
    """Return each file once, in the order given, with what was decided on its contract."""
    found: dict[str, Json] = {}
    for outcome in outcomes:
        properties = _decision(outcome.audit) if outcome.audit else {"decision": "error"}
        for file in files_of(outcome):
            uri = file_uri(file)
            location = {"uri": uri, "description": {"text": without_links(one_line(file))}}
            found.setdefault(uri, {"location": location, "roles": ["analysisTarget"], "properties": properties})
    return list(found.values())


def _decision(audit: Audit) -> Json:
    return {
        "decision": audit.decision.value,
        "decisionReasons": [one_line(reason) for reason in audit.decision_reasons],
        "asOf": audit.as_of,
        "failOn": audit.fail_on.value,
        "strict": audit.strict,
        "contractKey": one_line(audit.contract_key) if audit.contract_key else "",
        "contractDigest": audit.contract_digest,
        "notJudged": [one_line(sentence) for sentence in audit.scope.not_judged],
    }


def _invocation(outcomes: Sequence[Outcome], artifacts: dict[str, int], omitted: int) -> Json:
    told = [note for outcome in outcomes for note in _notes(outcome, artifacts)]
    successful = not told
    if omitted:
        text = f"{omitted} results that are met or do not arise are left out: one run takes {MOST_RESULTS}."
        told.append({"level": "note", "message": {"text": text}})
    return {"executionSuccessful": successful, "toolExecutionNotifications": told}


def _notes(outcome: Outcome, artifacts: dict[str, int]) -> Iterator[Json]:
    """A file that could not be read, and rules that could not be evaluated."""
    places = [{"uri": uri, "index": artifacts[uri]} for uri in map(file_uri, files_of(outcome))]
    where = [{"physicalLocation": {"artifactLocation": place}} for place in places]
    if outcome.audit is None:
        text = f"{one_line(outcome.name)} could not be audited: {failure(outcome.error)}"
        yield {"level": "error", "message": {"text": without_links(text)}, "locations": where}
    for finding in outcome.audit.findings if outcome.audit else ():
        if finding.status is Status.ERROR:
            rule = {"associatedRule": {"id": finding.rule_id}}
            yield {"level": "error", "message": {"text": without_links(finding.message)}, "locations": where} | rule
