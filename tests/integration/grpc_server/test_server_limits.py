"""Limits, deadlines and withdrawn calls: a server refuses, and stops working, in time."""

from __future__ import annotations

import asyncio
import threading
import time

import grpc
import pytest

from clause_auditor.v1 import audit_service_pb2, audit_service_pb2_grpc, contract_pb2

from .samples import GOOD, fields_in, long_text, make_request, reason_in, status_from

LONG = make_request(long_text(6000))


class SlowAuditor:
    """Audits that last until they are let go, or withdrawn."""

    def __init__(self, auditor):
        self.auditor = auditor
        self.library = auditor.library
        self.let_go = threading.Event()
        self.begun = threading.Semaphore(0)

    def audit(self, contract, options, cancel=None):
        self.begun.release()
        while not self.let_go.wait(0.01):
            cancel.check()
        return self.auditor.audit(contract, options, cancel)

    async def wait_begun(self):
        await asyncio.get_running_loop().run_in_executor(None, self.begun.acquire)


async def until_idle(server, seconds=30.0):
    end = time.monotonic() + seconds
    while server.workers.active and time.monotonic() < end:
        await asyncio.sleep(0.005)
    assert server.workers.active == 0


async def test_a_cancelled_call_stops_the_engine(audits, server, watched):
    call = audits.AuditContract(LONG)
    while not server.workers.active:
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.1)
    call.cancel()
    await until_idle(server)
    assert watched.ends == ["cancelled"]


async def test_a_passed_deadline_stops_the_engine(audits, server, watched):
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditContract(LONG, timeout=0.1)
    assert caught.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    await until_idle(server)
    assert watched.ends == ["cancelled"]


async def test_a_cancelled_batch_leaves_the_rest_alone(audits, server, watched):
    requests = [make_request(long_text(300)) for _ in range(60)]
    call = audits.BatchAuditContracts(audit_service_pb2.BatchAuditContractsRequest(requests=requests))
    while not watched.ends:
        await asyncio.sleep(0.005)
    call.cancel()
    await until_idle(server)
    assert len(watched.ends) < 60


async def test_a_full_queue_is_told_with_a_time_to_try_again(start, connect, auditor):
    slow = SlowAuditor(auditor)
    server = await start(slow, workers=1, queue=1)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    held = [asyncio.ensure_future(stub.AuditContract(make_request())) for _ in range(2)]
    while server.workers.active < 2:
        await asyncio.sleep(0.005)
    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditContract(make_request())
    assert caught.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    status = status_from(caught.value)
    assert reason_in(status) == "QUEUE_FULL"
    assert any(detail.type_url.endswith("RetryInfo") for detail in status.details)
    slow.let_go.set()
    assert all(answer.audit.findings for answer in await asyncio.gather(*held))
    await until_idle(server)
    assert (await stub.AuditContract(make_request())).audit.findings


async def test_too_much_text_is_refused_by_its_size_in_bytes(start, connect, auditor):
    size = len(GOOD.encode())
    exact = await start(auditor, max_text_bytes=size)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(exact))
    assert (await stub.AuditContract(make_request())).audit.findings
    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditContract(make_request(GOOD[:-1] + "é"))
    status = status_from(caught.value)
    assert (caught.value.code(), reason_in(status)) == (grpc.StatusCode.INVALID_ARGUMENT, "CONTRACT_TOO_LARGE")
    assert fields_in(status) == ["contract.documents"]


async def test_a_request_full_of_faults_is_answered_with_as_many_as_fit(audits):
    request = make_request()
    document = request.contract.documents[0]
    document.ClearField("text")
    document.clauses.extend(contract_pb2.Clause(text="a", language="English") for _ in range(20_000))
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditContract(request)
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    fields = fields_in(status_from(caught.value))
    assert fields[:2] == ["contract.documents[0].clauses[0].language", "contract.documents[0].clauses[1].language"]


async def test_a_request_of_empty_items_is_refused_at_once(audits):
    request = make_request()
    request.contract.documents.extend([contract_pb2.Document()] * 1_000_000)
    request.contract.facts["x" * 1_000_000].bool_value = True
    begun = time.monotonic()
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditContract(request, timeout=60)
    assert fields_in(status_from(caught.value)) == ["contract.documents"]
    assert time.monotonic() - begun < 10


async def test_a_message_above_the_limit_is_refused(start, connect, auditor):
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor, max_message_bytes=4096)))
    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditContract(make_request("a" * 5000))
    assert caught.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED


async def test_an_answer_above_the_limit_is_an_error_that_says_so(start, connect, auditor):
    server = await start(auditor, max_message_bytes=1200)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditContract(make_request())
    assert caught.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert reason_in(status_from(caught.value)) == "ANSWER_TOO_LARGE"


async def test_a_stopping_server_finishes_what_runs_and_takes_no_more(start, connect, auditor):
    slow = SlowAuditor(auditor)
    server = await start(slow)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    running = asyncio.ensure_future(stub.AuditContract(make_request()))
    await slow.wait_begun()
    stopping = asyncio.ensure_future(server.stop(20))
    await asyncio.sleep(0.5)
    late = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    with pytest.raises(grpc.RpcError) as caught:
        await late.AuditContract(make_request(), timeout=5)
    assert caught.value.code() == grpc.StatusCode.UNAVAILABLE
    assert reason_in(status_from(caught.value)) == "STOPPING"
    assert not running.done()
    slow.let_go.set()
    assert (await running).audit.findings
    await asyncio.wait_for(stopping, 5)


async def test_what_outlasts_the_grace_is_withdrawn(start, connect, auditor):
    slow = SlowAuditor(auditor)
    server = await start(slow)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    running = asyncio.ensure_future(stub.AuditContract(make_request()))
    await slow.wait_begun()
    await asyncio.wait_for(server.stop(0.2), 5)
    with pytest.raises(grpc.RpcError):
        await running
    await until_idle(server)


async def test_a_second_stop_hurries_the_first(start, connect, auditor):
    slow = SlowAuditor(auditor)
    server = await start(slow)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    running = asyncio.ensure_future(stub.AuditContract(make_request()))
    await slow.wait_begun()
    patient = asyncio.ensure_future(server.stop(60))
    await asyncio.sleep(0.05)
    await asyncio.wait_for(server.stop(0), 5)
    assert patient.done()
    with pytest.raises(grpc.RpcError):
        await running
