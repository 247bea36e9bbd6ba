from __future__ import annotations

from dataclasses import fields

import pytest

from clause_auditor.domain.audit import (
    Announcement,
    Audit,
    Decision,
    JudgedDocument,
    PackUse,
    Perspective,
    Scope,
    Strictest,
)
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
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.v1 import audit_pb2, finding_pb2
from clause_auditor.wire.audits import View, audit_to_proto
from clause_auditor.wire.findings import finding_to_proto

WEAK = Finding(
    rule_id="gdpr.audit.inspections",
    pack="gdpr",
    title="Inspections",
    family="audit",
    basis=Basis.GOOD_PRACTICE,
    status=Status.WEAK,
    severity=Severity.MEDIUM,
    message="Reports only.",
    evidence=(Evidence("main", 3, 8, "audit", "7.1", 4, 2),),
    reasons=(Reason("inspect", "act", False, ("audit",), "7.1"),),
    citations=(Citation("Art. 28(3)(h)", "https://example.org/28"),),
    remedy="Let them in.",
    confidence=80,
    needs_review=True,
    fingerprint="f1",
    insert_after=InsertionPoint("main", 8, "7.1"),
    waiver=Waiver("accepted", "Ann", "2027-01-01"),
    why="To see for oneself.",
    ours=("Our line.",),
)


def finding(status: Status, needs_review: bool = False) -> Finding:
    return Finding("r", "gdpr", "t", "audit", Basis.LAW, status, Severity.NONE, "m", needs_review=needs_review)


def make_audit(*findings: Finding) -> Audit:
    return Audit(
        decision=Decision.REVIEW,
        decision_reasons=("One is weak.",),
        findings=findings,
        packs=(PackUse("gdpr", "1.2.0", "d1", True, "named"),),
        scope=Scope(
            (JudgedDocument("main", "DPA", "dpa", "en", 12, True),),
            "2026-03-31",
            ("Annex II is absent.",),
            ("As the eye sees it.",),
        ),
        as_of="2026-03-31",
        engine_version="0.1.0",
        contract_key="c",
        vendor_key="v",
        contract_digest="d2",
        perspective=Perspective.VENDOR,
        fail_on=Severity.HIGH,
        strict=True,
        overlays=(OverlayUse("house", "1.0.0", "House", "gdpr", "d3", ("Sooner.",), ("Off.",), ("Both.",)),),
        strictest={"audit": Strictest("gdpr.audit", "gdpr", "It asks for most.")},
        announced=(Announcement("new-act", "The New Act", "2027-01-01", "Not yet.", "https://law.example/new"),),
    )


def test_the_full_message_has_every_field_of_the_finding():
    message = finding_to_proto(WEAK, texts=True)
    assert {field.name for field, _ in message.ListFields()} == {field.name for field in fields(Finding)}
    assert (message.status, message.basis) == (finding_pb2.STATUS_WEAK, finding_pb2.BASIS_GOOD_PRACTICE)
    assert message.evidence[0] == finding_pb2.Evidence(
        document_id="main", start=3, end=8, quote="audit", clause="7.1", paragraph=4, page=2
    )
    assert message.reasons[0] == finding_pb2.Reason(facet="inspect", operator="act", words=["audit"], clause="7.1")
    assert (message.waiver.until, message.insert_after.offset) == ("2027-01-01", 8)


def test_the_short_message_leaves_out_what_the_pack_tells():
    message = finding_to_proto(WEAK, texts=False)
    left = {field.name for field in fields(Finding)} - {field.name for field, _ in message.ListFields()}
    assert left == {"reasons", "citations", "remedy", "why", "ours"}


def test_the_message_has_every_field_of_the_audit():
    message = audit_to_proto(make_audit(WEAK), View.FULL)
    names = {field.name for field, _ in message.ListFields()}
    assert names == {field.name for field in fields(Audit)} | {"counts"}
    assert (message.decision, message.perspective) == (audit_pb2.DECISION_REVIEW, audit_pb2.PERSPECTIVE_VENDOR)
    assert {field.name for field, _ in message.scope.ListFields()} == {field.name for field in fields(Scope)}
    assert message.scope.documents[0].words == 12
    assert message.packs[0].reason == "named"
    assert {field.name for field, _ in message.overlays[0].ListFields()} == {f.name for f in fields(OverlayUse)}
    assert (message.overlays[0].name, message.overlays[0].switched_off) == ("house", ["Off."])


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_counted(status):
    counts = audit_to_proto(make_audit(finding(status), finding(status)), View.DECISION).counts
    assert [(field.name, number) for field, number in counts.ListFields()] == [(status.value, 2)]


@pytest.mark.parametrize(
    ("status", "needs_review", "shown"),
    [
        (Status.MET, False, False),
        (Status.MET, True, True),
        (Status.NOT_APPLICABLE, False, False),
        (Status.WEAK, False, True),
        (Status.MISSING, False, True),
        (Status.CONTRARY, False, True),
        (Status.UNKNOWN, False, True),
        (Status.ERROR, False, True),
    ],
)
def test_the_findings_view_shows_what_keeps_from_a_pass(status, needs_review, shown):
    audit = make_audit(finding(status, needs_review))
    assert len(audit_to_proto(audit, View.FINDINGS).findings) == shown
    assert len(audit_to_proto(audit, View.FULL).findings) == 1
