"""AuditContract and BatchAuditContracts over a real connection."""

from __future__ import annotations

import grpc
import pytest
from google.rpc import code_pb2

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.v1 import audit_pb2, audit_service_pb2, contract_pb2, finding_pb2
from clause_auditor.wire.audits import View, audit_to_proto
from clause_auditor.wire.requests import Bounds, read_task

from .samples import BAD, GOOD, fields_in, make_contract, make_request, reason_in, status_from

BREACH = "gdpr.breach.notify-controller"


def find(audit, rule_id=BREACH):
    return next(finding for finding in audit.findings if finding.rule_id == rule_id)


async def test_a_contract_comes_back_judged_with_its_evidence(audits):
    audit = (await audits.AuditContract(make_request())).audit
    finding = find(audit)
    assert finding.status == finding_pb2.STATUS_MET
    assert [GOOD[one.start : one.end] for one in finding.evidence] == [one.quote for one in finding.evidence] != []
    assert (audit.as_of, audit.scope.documents[0].id) == ("2026-03-31", "main")
    assert [use.name for use in audit.packs if use.applied] == ["gdpr"]


async def test_the_answer_is_that_of_the_engine_in_process(audits, auditor):
    request = make_request(BAD, view=audit_pb2.AUDIT_VIEW_FULL)
    bounds = Bounds(["gdpr"], AuditOptions(as_of="2026-03-31"), 1000)
    task = read_task(request, bounds, View.FULL)
    expected = audit_to_proto(auditor.audit(task.contract, task.options), View.FULL)
    assert (await audits.AuditContract(request)).audit == expected


async def test_clauses_are_judged_as_text_is(audits):
    clause = contract_pb2.Clause(number="9.1", heading="Breaches", text=GOOD.rsplit("\n\n", 1)[1])
    contract = make_contract()
    contract.documents[0].ClearField("text")
    contract.documents[0].clauses.append(clause)
    finding = find((await audits.AuditContract(make_request(contract=contract))).audit)
    assert finding.status == finding_pb2.STATUS_MET
    assert finding.evidence[0].clause == "9.1"


async def test_facts_alone_are_judged(audits):
    late = contract_pb2.FactValue(
        duration_value=contract_pb2.Duration(amount=30, unit=contract_pb2.DURATION_UNIT_CALENDAR_DAYS)
    )
    contract = contract_pb2.Contract(facts={"breach_notice": late})
    audit = (await audits.AuditContract(make_request(contract=contract))).audit
    assert find(audit).status == finding_pb2.STATUS_WEAK


async def test_views_show_more_and_more(audits):
    answers = {}
    for view in audit_pb2.AuditView.values()[1:]:
        answers[view] = (await audits.AuditContract(make_request(BAD, view=view))).audit
    decision, findings, full = answers.values()
    assert not decision.findings
    assert find(findings).message and not find(findings).reasons and not find(findings).citations
    assert find(full).reasons and find(full).citations and find(full).why
    assert all(one.status != finding_pb2.STATUS_MET or one.needs_review for one in findings.findings)
    assert decision.counts == findings.counts == full.counts
    assert sum(number for _, number in full.counts.ListFields()) == len(full.findings)


async def test_validate_only_judges_nothing(audits, watched):
    response = await audits.AuditContract(make_request(validate_only=True))
    assert not response.HasField("audit")
    with pytest.raises(grpc.RpcError):
        await audits.AuditContract(make_request(contract=contract_pb2.Contract(), validate_only=True))
    assert watched.ends == []


async def test_two_faults_are_two_field_violations(audits):
    request = make_request()
    request.contract.parties[1].role = contract_pb2.PARTY_ROLE_UNSPECIFIED
    request.contract.signed_on = "2026-02-31"
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditContract(request)
    status = status_from(caught.value)
    assert (caught.value.code(), status.code) == (grpc.StatusCode.INVALID_ARGUMENT, code_pb2.INVALID_ARGUMENT)
    assert sorted(fields_in(status)) == ["contract.parties[1].role", "contract.signed_on"]
    assert reason_in(status) == "INVALID_CONTRACT"


async def test_an_unknown_pack_is_answered_with_those_there_are(audits, auditor):
    request = make_request(options=audit_pb2.AuditOptions(packs=["gdpr", "atlantis"]))
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditContract(request)
    status = status_from(caught.value)
    assert (reason_in(status), fields_in(status)) == ("UNKNOWN_PACK", ["options.packs[1]"])
    assert all(pack.name in status.message for pack in auditor.library.packs)


async def test_bytes_that_are_no_message_are_refused(channel):
    call = channel.unary_unary("/clause_auditor.v1.AuditService/AuditContract")
    with pytest.raises(grpc.RpcError) as caught:
        await call(b"\xff\xff\xff")
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert reason_in(status_from(caught.value)) == "INVALID_REQUEST"


async def test_a_batch_keeps_order_and_faults_apart(audits):
    requests = [
        make_request(BAD, "first"),
        make_request(contract=contract_pb2.Contract(contract_key="second")),
        make_request(GOOD, "third", view=audit_pb2.AUDIT_VIEW_DECISION),
        make_request(GOOD, "fourth", validate_only=True),
    ]
    response = await audits.BatchAuditContracts(audit_service_pb2.BatchAuditContractsRequest(requests=requests))
    assert [one.contract_key for one in response.results] == ["first", "second", "third", "fourth"]
    assert [one.WhichOneof("result") for one in response.results] == ["audit", "error", "audit", None]
    first, second, third, _ = response.results
    assert find(first.audit).status == finding_pb2.STATUS_CONTRARY
    assert not find(first.audit).citations, "the default view of a batch leaves the rule's texts out"
    assert (second.error.code, fields_in(second.error)) == (code_pb2.INVALID_ARGUMENT, ["contract"])
    assert third.audit.decision and not third.audit.findings


@pytest.mark.parametrize("count", [0, 101])
async def test_a_batch_is_bounded(audits, count):
    requests = [audit_service_pb2.AuditContractRequest()] * count
    with pytest.raises(grpc.RpcError) as caught:
        await audits.BatchAuditContracts(audit_service_pb2.BatchAuditContractsRequest(requests=requests))
    assert fields_in(status_from(caught.value)) == ["requests"]


async def test_a_fault_of_the_engine_shows_nothing_but_the_request_id(start, connect, auditor):
    class Broken:
        library = auditor.library

        def audit(self, contract: Contract, options: AuditOptions, cancel=None):
            raise RuntimeError(contract.documents[0].text)

    channel = connect(await start(Broken()))
    call = channel.unary_unary("/clause_auditor.v1.AuditService/AuditContract")
    with pytest.raises(grpc.RpcError) as caught:
        await call(make_request("wintergreen").SerializeToString(), metadata=[("x-request-id", "audit-7")])
    status = status_from(caught.value)
    assert (caught.value.code(), reason_in(status)) == (grpc.StatusCode.INTERNAL, "INTERNAL")
    assert "audit-7" in status.message
    assert "wintergreen" not in str(status) and "RuntimeError" not in str(status)


async def test_the_request_id_comes_back(audits):
    call = audits.AuditContract(make_request(), metadata=[("x-request-id", "case.12-b")])
    assert (await call).request_id == "case.12-b"
    assert dict(await call.trailing_metadata())["x-request-id"] == "case.12-b"
    unsound = await audits.AuditContract(make_request(), metadata=[("x-request-id", "two words")])
    assert len(unsound.request_id) == 32


async def test_defaults_of_the_server_fill_what_a_request_leaves_open(start, connect, watched):
    from clause_auditor.domain.finding import Severity
    from clause_auditor.v1 import audit_service_pb2_grpc

    defaults = AuditOptions(fail_on=Severity.LOW, strict=True)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(watched, defaults=defaults)))
    audit = (await stub.AuditContract(make_request())).audit
    assert (audit.fail_on, audit.strict) == (finding_pb2.SEVERITY_LOW, True)
    asked = audit_pb2.AuditOptions(fail_on=finding_pb2.SEVERITY_CRITICAL)
    audit = (await stub.AuditContract(make_request(options=asked))).audit
    assert audit.fail_on == finding_pb2.SEVERITY_CRITICAL
