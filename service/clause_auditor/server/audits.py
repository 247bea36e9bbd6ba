"""The servicer of AuditService."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol

from grpc import aio

from clause_auditor.domain.audit import Audit, AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.rule import Library
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.engine.drafts import compare_contracts
from clause_auditor.errors import Cancelled
from clause_auditor.server.calls import current_call
from clause_auditor.server.desk import Desk
from clause_auditor.server.refusal import status_of
from clause_auditor.server.workers import Workers
from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, comparison_pb2
from clause_auditor.wire.audits import View, audit_to_proto
from clause_auditor.wire.comparisons import comparison_to_proto
from clause_auditor.wire.extracts import extract_to_proto
from clause_auditor.wire.requests import (
    AuditTask,
    Bounds,
    CompareTask,
    check,
    check_start,
    read_compare_task,
    read_document_task,
    read_task,
)

Context = aio.ServicerContext[Any, Any]


class Judge(Protocol):
    """What the server needs of an engine."""

    library: Library

    def audit(self, contract: Contract, options: AuditOptions, cancel: CancelToken | None = None) -> Audit:
        """Return the audit of a contract; `Cancelled` if the token is set meanwhile."""
        ...


class AuditServicer(audit_service_pb2_grpc.AuditServiceServicer):
    """Judges contracts; docs in audit_service.proto."""

    def __init__(self, judge: Judge, workers: Workers, desk: Desk, defaults: AuditOptions, max_text_bytes: int) -> None:
        self._judge = judge
        self._desk = desk
        self._packs = [pack.name for pack in judge.library.packs]
        self._workers = workers
        self._defaults = defaults
        self._max_text_bytes = max_text_bytes

    async def AuditContract(  # noqa: N802 - named by the proto
        self, request: audit_service_pb2.AuditContractRequest, context: Context
    ) -> audit_service_pb2.AuditContractResponse:
        """Judge one contract."""
        work = self._work(request, View.FULL)
        async with self._workers.seat(context.time_remaining()) as seat:
            audit = await seat.run(work, request.ByteSize())
        _note([audit] if audit else [])
        return audit_service_pb2.AuditContractResponse(audit=audit, request_id=current_call().request_id)

    async def BatchAuditContracts(  # noqa: N802 - named by the proto
        self, request: audit_service_pb2.BatchAuditContractsRequest, context: Context
    ) -> audit_service_pb2.BatchAuditContractsResponse:
        """Judge each contract by itself."""
        check(request)
        response = audit_service_pb2.BatchAuditContractsResponse(request_id=current_call().request_id)
        current_call().notes["contracts"] = len(request.requests)
        async with self._workers.seat(context.time_remaining()) as seat:
            for item in request.requests:
                response.results.append(await seat.run(self._item_work(item), item.ByteSize()))
        _note([result.audit for result in response.results if result.HasField("audit")])
        return response

    async def CompareContracts(  # noqa: N802 - named by the proto
        self, request: audit_service_pb2.CompareContractsRequest, context: Context
    ) -> audit_service_pb2.CompareContractsResponse:
        """Judge two drafts, and compare them."""
        bounds = self._bounds()
        async with self._workers.seat(context.time_remaining()) as seat:
            comparison = await seat.run(lambda token: self._compared(read_compare_task(request, bounds), token))
        _note([comparison.old_audit, comparison.new_audit] if comparison else [])
        return audit_service_pb2.CompareContractsResponse(comparison=comparison, request_id=current_call().request_id)

    async def AuditDocument(  # noqa: N802 - named by the proto
        self, request_iterator: AsyncIterator[audit_service_pb2.AuditDocumentRequest], context: Context
    ) -> audit_service_pb2.AuditDocumentResponse:
        """Judge the contract that comes as files."""
        bounds = self._bounds()
        task = await self._desk.read(
            request_iterator,
            context,
            lambda first: check_start(first, bounds),
            lambda first, contract: read_document_task(first, contract, bounds),
        )
        async with self._workers.seat(context.time_remaining()) as seat:
            size = sum(len(document.text) for document in task.contract.documents)
            audit = await seat.run(lambda token: self._judged(task, token), size)
        _note([audit])
        return audit_service_pb2.AuditDocumentResponse(audit=audit, request_id=current_call().request_id)

    async def ExtractContract(  # noqa: N802 - named by the proto
        self, request_iterator: AsyncIterator[audit_service_pb2.ExtractContractRequest], context: Context
    ) -> audit_service_pb2.ExtractContractResponse:
        """Give the contract that comes as files."""
        answer = await self._desk.read(request_iterator, context, check, lambda _, contract: extract_to_proto(contract))
        answer.request_id = current_call().request_id
        return answer

    def _bounds(self) -> Bounds:
        defaults = replace(self._defaults, as_of=datetime.now(UTC).date().isoformat())
        return Bounds(self._packs, defaults, self._max_text_bytes)

    def _judged(self, task: AuditTask, token: CancelToken) -> audit_pb2.Audit:
        audit = self._judge.audit(task.contract, task.options, token)
        token.check()
        return audit_to_proto(audit, task.view)

    def _compared(self, task: CompareTask, token: CancelToken) -> comparison_pb2.Comparison | None:
        if task.validate_only:
            return None
        comparison = compare_contracts(self._judge, task.old, task.new, task.options, token)
        token.check()
        return comparison_to_proto(comparison, task.view)

    def _work(
        self, request: audit_service_pb2.AuditContractRequest, view: View
    ) -> Callable[[CancelToken], audit_pb2.Audit | None]:
        bounds = self._bounds()

        def work(token: CancelToken) -> audit_pb2.Audit | None:
            task = read_task(request, bounds, view)
            return None if task.validate_only else self._judged(task, token)

        return work

    def _item_work(
        self, item: audit_service_pb2.AuditContractRequest
    ) -> Callable[[CancelToken], audit_service_pb2.BatchAuditResult]:
        work = self._work(item, View.FINDINGS)
        request_id = current_call().request_id

        def item_work(token: CancelToken) -> audit_service_pb2.BatchAuditResult:
            result = audit_service_pb2.BatchAuditResult(contract_key=item.contract.contract_key)
            try:
                if audit := work(token):
                    result.audit.CopyFrom(audit)
            except Cancelled:
                raise
            except Exception as error:
                result.error.CopyFrom(status_of(error, request_id))
            return result

        return item_work


def _note(audits: Sequence[audit_pb2.Audit]) -> None:
    notes = current_call().notes
    names = [audit_pb2.Decision.Name(audit.decision).removeprefix("DECISION_").lower() for audit in audits]
    notes["decisions"] = dict(sorted(Counter(names).items()))
    notes["packs"] = sorted({use.name for audit in audits for use in audit.packs if use.applied})
