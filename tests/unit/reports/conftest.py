"""An audit of every shade, for the reports."""

from __future__ import annotations

import pytest

from clause_auditor.domain.audit import Audit, Decision, JudgedDocument, PackUse, Perspective, Scope
from clause_auditor.domain.finding import (
    Basis,
    Citation,
    Evidence,
    Finding,
    InsertionPoint,
    Reason,
    Severity,
    Status,
    Waiver,
)


def finding(name: str, status: Status, severity: Severity, family: str = "security", **more: object) -> Finding:
    """Return a finding with the fields that every one has."""
    fields: dict[str, object] = {
        "rule_id": f"demo.{name}",
        "pack": "demo",
        "title": f"The {name} rule",
        "family": family,
        "basis": Basis.LAW,
        "status": status,
        "severity": severity,
        "message": f"The message of {name}.",
    }
    return Finding(**{**fields, **more})  # type: ignore[arg-type]


CONTRARY = finding(
    "breach",
    Status.CONTRARY,
    Severity.CRITICAL,
    "breach_notification",
    evidence=(
        Evidence("dpa", 10, 60, "The **Vendor** need not\nnotify [anyone](https://x.example) | of a breach.", "6.1"),
    ),
    reasons=(
        Reason("no_duty", "act: no_duty", True, ("need not notify", "breach"), "6.1"),
        Reason("notice", "not found", False),
        Reason("record", "at_least", True, ("breach_notice = 80 hours",)),
    ),
    citations=(Citation("GDPR Art. 33(2)", "https://eur-lex.europa.eu/eli/reg/2016/679/art_33/oj"),),
    remedy="Acme shall notify Bolt of every personal data breach without undue delay.",
    why="The clock may run before the controller knows.",
    ours=("72 hours is our line.",),
    confidence=91,
)
MISSING = finding("audit", Status.MISSING, Severity.HIGH, "audit", insert_after=InsertionPoint("dpa", 60, "6"))
WEAK = finding(
    "encryption",
    Status.WEAK,
    Severity.LOW,
    basis=Basis.GOOD_PRACTICE,
    needs_review=True,
    waiver=Waiver("Accepted by the board", until="2027-01-31"),
)
UNKNOWN = finding("transfer", Status.UNKNOWN, Severity.NONE)
DOUBTFUL = finding("records", Status.MET, Severity.NONE, needs_review=True, confidence=48)
MET = finding("roles", Status.MET, Severity.NONE, evidence=(Evidence("dpa", 0, 4, "Acme", "1.2"),))
IDLE = finding("mechanism", Status.NOT_APPLICABLE, Severity.NONE)


@pytest.fixture
def sample() -> Audit:
    return Audit(
        decision=Decision.FAIL,
        decision_reasons=("2 violations of what the law asks for at severity high or above.",),
        findings=(MET, WEAK, MISSING, UNKNOWN, CONTRARY, DOUBTFUL, IDLE),
        packs=(
            PackUse("demo", "1.2.0", "ab" * 32, True, "the text names personal data"),
            PackUse("other", "0.1.0", "cd" * 32, False, "nothing speaks of its regime"),
        ),
        scope=Scope(
            (JudgedDocument("dpa", "Data Processing Terms", "dpa", "en", 1234, True),),
            "2026-11-22",
            ("Annex 3 is named and not in the text.",),
        ),
        as_of="2026-11-22",
        engine_version="0.1.0",
        contract_key="k-1",
        vendor_key="",
        contract_digest="ef" * 32,
        perspective=Perspective.CUSTOMER,
        fail_on=Severity.HIGH,
        strict=False,
    )
