from __future__ import annotations

import pytest

from clause_auditor.domain.audit import AuditOptions, Perspective
from clause_auditor.domain.finding import Severity
from clause_auditor.errors import InputError, LimitError
from clause_auditor.v1 import audit_pb2, contract_pb2, finding_pb2
from clause_auditor.v1.audit_service_pb2 import AuditContractRequest
from clause_auditor.wire.audits import View
from clause_auditor.wire.requests import Bounds, read_task

BOUNDS = Bounds(["ccpa", "gdpr"], AuditOptions(as_of="2026-03-31", fail_on=Severity.MEDIUM), 100)
CONTRACT = contract_pb2.Contract(documents=[contract_pb2.Document(text="The Supplier hosts the data.")])


def read(default=View.FULL, **fields):
    return read_task(AuditContractRequest(**{"contract": CONTRACT} | fields), BOUNDS, default)


def places(**fields) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(**fields)
    return [fault.place for fault in caught.value.faults]


def test_what_is_not_given_is_the_default():
    task = read(View.FINDINGS)
    assert task.options == BOUNDS.defaults
    assert (task.view, task.validate_only) == (View.FINDINGS, False)


def test_what_is_given_counts():
    options = audit_pb2.AuditOptions(
        packs=["ccpa"],
        as_of="2025-01-01",
        perspective=audit_pb2.PERSPECTIVE_VENDOR,
        fail_on=finding_pb2.SEVERITY_CRITICAL,
        strict=True,
    )
    task = read(options=options, view=audit_pb2.AUDIT_VIEW_DECISION, validate_only=True)
    assert task.options == AuditOptions(("ccpa",), "2025-01-01", Perspective.VENDOR, Severity.CRITICAL, strict=True)
    assert (task.view, task.validate_only) == (View.DECISION, True)


def test_faults_of_the_protos_and_of_ours_are_told_together():
    contract = contract_pb2.Contract(
        documents=[contract_pb2.Document(text="a", rank=-1)],
        facts={"term": contract_pb2.FactValue(bool_value=True)},
        signed_on="2026-02-30",
    )
    options = audit_pb2.AuditOptions(packs=["gdpr", "atlantis"], as_of="2026-02-31")
    assert sorted(places(contract=contract, options=options)) == [
        "contract.documents[0].rank",
        "contract.facts[term]",
        "contract.signed_on",
        "options.as_of",
        "options.packs[1]",
    ]


def test_one_fault_is_told_once():
    contract = contract_pb2.Contract(documents=[contract_pb2.Document()])
    assert places(contract=contract) == ["contract.documents[0]"]


def test_a_request_without_a_contract_still_tells_its_other_faults():
    assert places(contract=None, options=audit_pb2.AuditOptions(as_of="x")) == ["contract", "options.as_of"]


def test_text_is_limited_before_anything_else_is_done():
    contract = contract_pb2.Contract(documents=[contract_pb2.Document(text="é" * 51, rank=-1)])
    with pytest.raises(LimitError) as caught:
        read(contract=contract)
    assert "102" in str(caught.value) and "100" in str(caught.value)
