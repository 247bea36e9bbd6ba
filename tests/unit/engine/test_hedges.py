"""A promise that is left to effort, judgement or discretion weighs less, unless the customer has the choice."""

from __future__ import annotations

import pytest

from clause_auditor.documents import read_data
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.finding import Finding
from clause_auditor.engine import Auditor
from clause_auditor.packs import load_library

PERSONS = "gdpr.confidentiality.personnel"
OPTIONS = AuditOptions(packs=("gdpr",), as_of="2026-06-01")


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_library())


def judge(auditor: Auditor, text: str, rule: str = PERSONS) -> Finding:
    findings = auditor.audit(read_data(text.encode(), "contract.md"), OPTIONS).findings
    return next(finding for finding in findings if finding.rule_id == rule)


FIRM = "The Processor shall bind all persons who process personal data to confidentiality."


@pytest.mark.parametrize(
    "promise",
    [
        "The Processor shall use commercially reasonable efforts to bind all persons who process personal data to"
        " confidentiality.",
        "The Processor shall, where it considers it appropriate, bind all persons who process personal data to"
        " confidentiality.",
        "The Processor shall bind all persons who process personal data to confidentiality, at its sole discretion.",
        "We shall endeavour to bind all persons who process personal data to confidentiality.",
    ],
)
def test_a_hedged_promise_is_weak_and_says_why(auditor: Auditor, promise: str) -> None:
    finding = judge(auditor, promise)
    assert finding.status == "weak"
    assert any(reason.facet == "hedge" and reason.words for reason in finding.reasons)


@pytest.mark.parametrize(
    "more",
    [
        "",
        " The Controller may, at its sole discretion, ask for proof.",
        " The Processor shall use reasonable efforts to tidy its offices.",
    ],
)
def test_a_hedge_of_something_else_changes_nothing(auditor: Auditor, more: str) -> None:
    assert judge(auditor, FIRM + more).status == "met"


def test_an_unhedged_promise_elsewhere_stands(auditor: Auditor) -> None:
    loose = FIRM.replace("shall bind", "shall endeavour to bind")
    assert judge(auditor, loose).status == "weak"
    assert judge(auditor, f"{FIRM}\n\n{loose}").status == "met"


def test_help_may_be_promised_as_effort(auditor: Auditor) -> None:
    text = "The Processor shall use reasonable efforts to assist the Controller in answering requests of data subjects."
    assert judge(auditor, text, "gdpr.rights.assistance").status == "met"


def test_a_wish_that_is_the_occasion_of_a_duty_is_no_discretion(auditor: Auditor) -> None:
    text = "If the Processor wishes to call in a new sub-processor, it shall inform the Controller beforehand."
    text += " The Controller may object to the sub-processor."
    assert judge(auditor, text, "gdpr.subprocessors.change-notice").status == "met"
