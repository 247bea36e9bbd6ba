"""JUnit XML: a test suite for each contract, a test case for each finding; what is not settled is never a pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.reports.escaping import one_line
from clause_auditor.reports.finding_lines import write_finding
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.paper import Paper
from clause_auditor.reports.quoting import harmless
from clause_auditor.reports.standing import acceptance, failure, is_open
from clause_auditor.reports.wording import View

Element = ElementTree.Element
_COUNTED: Final = {"failures": "failure", "errors": "error", "skipped": "skipped"}
"""Attributes of a suite, and the elements that each counts."""


def write_junit(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return the test report that Jenkins, GitLab and Azure DevOps read, by the schema of Jenkins' xunit plugin.

    Violations are failures; so is what a person has to decide (type "unknown" or "review"): JUnit knows no third
    state, and a skipped test would not be seen. Rules in error and files that cannot be read are errors; what does not
    arise or is accepted is skipped. No time is told: nothing here ran long enough to matter.
    """
    root = Element("testsuites", {"name": "Clause Auditor"})
    root.extend([_suite(outcome, style) for outcome in outcomes])
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(outcome: Outcome, style: ReportStyle) -> Element:
    file = one_line(outcome.name)
    suite = Element("testsuite", {"name": file})
    if outcome.audit:
        suite.append(_properties(outcome.audit))
        suite.extend([_case(finding, file, outcome.audit, style) for finding in outcome.audit.findings])
        if not outcome.audit.findings:
            suite.append(_unjudged(outcome.audit, file))
    else:
        case = _named("clause-auditor.reading", f"The contract can be read [{file}]")
        _tell(case, "error", "unreadable", failure(outcome.error), failure(outcome.error))
        suite.append(case)
    suite.set("tests", str(len(suite.findall("testcase"))))
    for attribute, element in _COUNTED.items():
        suite.set(attribute, str(len(suite.findall(f"testcase/{element}"))))
    return suite


def _properties(audit: Audit) -> Element:
    packs = [f"{pack.name} {pack.version} {pack.digest}" for pack in audit.packs if pack.applied]
    given = {
        "decision": audit.decision.value,
        "decision_reasons": " ".join(audit.decision_reasons),
        "as_of": audit.as_of,
        "fail_on": audit.fail_on.value,
        "engine_version": audit.engine_version,
        "contract_key": audit.contract_key,
        "contract_digest": audit.contract_digest,
        "packs": "; ".join(packs),
        "not_judged": " ".join(audit.scope.not_judged),
        "notice": audit.scope.notice,
    }
    properties = Element("properties")
    for name, value in given.items():
        if value:
            ElementTree.SubElement(properties, "property", {"name": name, "value": one_line(value)})
    return properties


def _case(finding: Finding, file: str, audit: Audit, style: ReportStyle) -> Element:
    """A name holds the file: some readers know a test case by its class and name alone."""
    case = _named(f"{finding.pack}.{finding.family}", f"{finding.rule_id}: {finding.title} [{file}]")
    if finding.waiver:
        _tell(case, "skipped", "accepted", f"Accepted: {acceptance(finding.waiver)}", "")
    elif finding.status is Status.ERROR:
        _tell(case, "error", finding.status.value, finding.message, _text(finding, audit, style))
    elif finding.status.violates or is_open(finding):
        _tell(case, "failure", _type(finding), _headline(finding), _text(finding, audit, style))
    elif finding.status is Status.NOT_APPLICABLE:
        _tell(case, "skipped", finding.status.value, finding.message, "")
    return case


def _unjudged(audit: Audit, file: str) -> Element:
    """An audit without findings is no pass: a person has to look."""
    case = _named("clause-auditor.scope", f"An obligation was judged [{file}]")
    _tell(case, "failure", "review", "No obligation was judged.", " ".join(audit.decision_reasons))
    return case


def _type(finding: Finding) -> str:
    settled = finding.status.violates or finding.status is Status.UNKNOWN
    return finding.status.value if settled else "review"


def _headline(finding: Finding) -> str:
    lead = finding.severity.value if finding.status.violates else "for a person to decide"
    return f"{lead}: {finding.message}"


def _text(finding: Finding, audit: Audit, style: ReportStyle) -> str:
    documents = audit.scope.documents
    titles = {document.id: one_line(document.title or document.id) for document in documents}
    paper = Paper(style.width)
    write_finding(paper, finding, View(audit.perspective, titles if len(documents) > 1 else {}, style.explain))
    return "\n" + paper.text()


def _named(class_name: str, name: str) -> Element:
    return Element("testcase", {"classname": one_line(class_name), "name": one_line(name)})


def _tell(case: Element, element: str, kind: str, message: str, text: str) -> None:
    told = ElementTree.SubElement(case, element, {"type": kind, "message": one_line(message)})
    if text:
        told.text = harmless(text)
