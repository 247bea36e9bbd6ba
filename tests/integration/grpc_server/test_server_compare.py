"""CompareContracts over a real connection."""

from __future__ import annotations

import asyncio
import json

import grpc
import pytest
import structlog

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.engine.drafts import compare_contracts
from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, comparison_pb2, contract_pb2
from clause_auditor.wire.audits import View
from clause_auditor.wire.comparisons import comparison_to_proto
from clause_auditor.wire.requests import Bounds, read_compare_task

from .samples import BAD, GOOD, fields_in, long_text, make_contract, reason_in, status_from
from .test_server_limits import SlowAuditor, until_idle

BREACH = "gdpr.breach.notify-controller"
OPTIONS = audit_pb2.AuditOptions(packs=["gdpr"], as_of="2026-03-31")


def make_request(old: str = GOOD, new: str = BAD, **fields: object) -> audit_service_pb2.CompareContractsRequest:
    drafts = {"old_contract": make_contract(old), "new_contract": make_contract(new), "options": OPTIONS}
    return audit_service_pb2.CompareContractsRequest(**drafts | fields)


def find(comparison, rule_id=BREACH):
    return next(found for found in comparison.findings if found.rule_id == rule_id)


async def refused(audits, request, **options) -> grpc.RpcError:
    with pytest.raises(grpc.RpcError) as caught:
        await audits.CompareContracts(request, **options)
    return caught.value


async def test_what_is_lost_comes_back_with_both_passages(audits):
    comparison = (await audits.CompareContracts(make_request())).comparison
    found = comparison.findings[0]
    assert (found.rule_id, found.change) == (BREACH, comparison_pb2.CHANGE_LOST)
    assert comparison.decision == audit_pb2.DECISION_FAIL
    (passage,) = found.passages
    old = found.old_finding.evidence[passage.old_evidence].quote
    new = found.new_finding.evidence[passage.new_evidence].quote
    assert [old[one.start : one.end] for one in passage.deleted] == ["shall"]
    assert [new[one.start : one.end] for one in passage.inserted] == ["is not obliged to"]
    assert comparison.old_audit.counts.met > comparison.new_audit.counts.met
    assert not comparison.old_audit.findings


async def test_the_answer_is_that_of_the_engine_in_process(audits, auditor):
    request = make_request()
    task = read_compare_task(request, Bounds(["gdpr"], AuditOptions(as_of="2026-03-31"), 1000))
    expected = comparison_to_proto(compare_contracts(auditor, task.old, task.new, task.options), View.FULL)
    assert (await audits.CompareContracts(request)).comparison == expected


async def test_views_show_more_and_more(audits):
    answers = [
        (await audits.CompareContracts(make_request(view=view))).comparison for view in audit_pb2.AuditView.values()[1:]
    ]
    decision, findings, full = answers
    assert not decision.findings
    same = {comparison_pb2.CHANGE_MOVED, comparison_pb2.CHANGE_UNCHANGED}
    assert findings.findings and not same & {found.change for found in findings.findings}
    assert not find(findings).new_finding.citations and find(full).new_finding.citations
    assert decision.counts == findings.counts == full.counts
    assert sum(number for _, number in full.counts.ListFields()) == len(full.findings)


async def test_validate_only_judges_nothing(audits, watched):
    response = await audits.CompareContracts(make_request(validate_only=True))
    assert not response.HasField("comparison")
    assert response.request_id
    assert watched.ends == []


async def test_faults_of_both_drafts_are_told_together(audits):
    request = make_request()
    request.old_contract.signed_on = "2026-02-31"
    request.new_contract.parties[1].role = contract_pb2.PARTY_ROLE_UNSPECIFIED
    status = status_from(await refused(audits, request))
    assert sorted(fields_in(status)) == ["new_contract.parties[1].role", "old_contract.signed_on"]
    assert reason_in(status) == "INVALID_CONTRACT"


@pytest.mark.parametrize("given", ["old_contract", "new_contract"])
async def test_both_drafts_are_asked_for(audits, given):
    request = audit_service_pb2.CompareContractsRequest(**{given: make_contract()})
    error = await refused(audits, request)
    lacking = ({"old_contract", "new_contract"} - {given}).pop()
    assert (error.code(), fields_in(status_from(error))) == (grpc.StatusCode.INVALID_ARGUMENT, [lacking])
    empty = audit_service_pb2.CompareContractsRequest()
    assert sorted(fields_in(status_from(await refused(audits, empty)))) == ["new_contract", "old_contract"]


async def test_too_much_text_of_either_draft_is_refused(start, connect, auditor):
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor, max_text_bytes=len(GOOD.encode()))))
    assert (await stub.CompareContracts(make_request(new=GOOD))).comparison.decision == audit_pb2.DECISION_PASS
    status = status_from(await refused(stub, make_request(new=GOOD + " ")))
    assert (reason_in(status), fields_in(status)) == ("CONTRACT_TOO_LARGE", ["new_contract.documents"])


async def test_crowded_drafts_are_refused_at_once(audits):
    request = make_request()
    request.new_contract.documents.extend([contract_pb2.Document()] * 100_000)
    assert fields_in(status_from(await refused(audits, request))) == ["new_contract.documents"]


async def test_an_answer_above_the_limit_is_an_error_that_says_so(start, connect, auditor):
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor, max_message_bytes=3000)))
    assert reason_in(status_from(await refused(stub, make_request()))) == "ANSWER_TOO_LARGE"


async def test_a_passed_deadline_stops_the_engine(audits, server, watched):
    long = make_request(long_text(6000), long_text(6000))
    error = await refused(audits, long, timeout=0.1)
    assert error.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    await until_idle(server)
    assert watched.ends == ["cancelled"]


async def test_a_full_queue_refuses(start, connect, auditor):
    slow = SlowAuditor(auditor)
    server = await start(slow, workers=1, queue=0)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    held = asyncio.ensure_future(stub.CompareContracts(make_request()))
    await slow.wait_begun()
    assert reason_in(status_from(await refused(stub, make_request()))) == "QUEUE_FULL"
    slow.let_go.set()
    assert (await held).comparison.findings


async def test_no_word_of_a_draft_stands_in_the_log(start, connect, auditor):
    with structlog.testing.capture_logs() as lines:
        stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor)))
        old, new = (f"{text}\n\nThe wintergreen clause.\n" for text in (GOOD, BAD))
        await stub.CompareContracts(make_request(old, new))
        await refused(stub, make_request(old, new, options=audit_pb2.AuditOptions(packs=["wintergreen"])))
    line, fault = [line for line in lines if line.get("method") == "CompareContracts"]
    assert (line["code"], line["packs"], line["decisions"]) == ("OK", ["gdpr"], {"fail": 2})
    assert fault["code"] == "INVALID_ARGUMENT"
    assert "wintergreen" not in json.dumps(lines)
