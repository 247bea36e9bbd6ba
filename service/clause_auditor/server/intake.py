"""The one way in: every call of ours is given an id, parsed, answered, logged, and its errors made fit to send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from traceback import clear_frames
from typing import TYPE_CHECKING, Any

import grpc
from google.protobuf.message import Message
from google.rpc import code_pb2  # type: ignore[import-untyped]  # ships no stubs
from grpc import aio

from clause_auditor.server.arrivals import Arrivals, read_message
from clause_auditor.server.calls import REQUEST_ID, Call, begin_call
from clause_auditor.server.holdings import Holdings, Share
from clause_auditor.server.logs import get_logger
from clause_auditor.server.refusal import Refusal, status_of
from clause_auditor.wire.statuses import answer_too_large_status, stopping_status

if TYPE_CHECKING:
    from google.rpc.status_pb2 import Status  # type: ignore[import-untyped]  # ships no stubs

    Context = aio.ServicerContext[bytes, bytes]

OURS = "/clause_auditor."
_DETAILS = "grpc-status-details-bin"
_CODES = {code.value[0]: code for code in grpc.StatusCode}


Run = Callable[[Call, Share], Awaitable[Message]]
"""What a call does, given the notes that it leaves and what it holds in memory."""


@dataclass(frozen=True, slots=True)
class _Method:
    behaviour: Callable[[Any, Context], Awaitable[Message]]
    parse: Callable[[bytes], Message]
    arrivals: Arrivals

    def answer(self, context: Context) -> Run:
        """Answer one message."""

        async def run(call: Call, share: Share) -> Message:
            data = await self.arrivals.receive(context)
            return await self.behaviour(self._parse(data, call, share), context)

        return run

    def answer_stream(self, context: Context) -> Run:
        """Answer messages that come one after the other: each is parsed when it is asked for."""

        async def parsed(call: Call, share: Share) -> AsyncIterator[Message]:
            while (data := await read_message(context)) is not None:
                yield self._parse(data, call, share)

        return lambda call, share: self.behaviour(parsed(call, share), context)

    def _parse(self, data: bytes, call: Call, share: Share) -> Message:
        share.take(len(data))
        call.notes["request_bytes"] = share.size
        return self.parse(data)


class Intake(aio.ServerInterceptor):
    """Stands around every method of ours; health and reflection pass by."""

    def __init__(self, max_answer_bytes: int, holdings: Holdings, arrivals: Arrivals) -> None:
        self._max_answer_bytes = max_answer_bytes
        self._holdings = holdings
        self._arrivals = arrivals
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._open = True

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[grpc.RpcMethodHandler[Any, Any] | None]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> grpc.RpcMethodHandler[Any, Any] | None:
        """Return a handler of bytes around the servicer's own; also a single message is a stream, read when wanted."""
        handler = await continuation(handler_call_details)
        name = handler_call_details.method
        if handler is None or not name.startswith(OURS):
            return handler
        behaviour = handler.stream_unary or handler.unary_unary
        method = _Method(behaviour, handler.request_deserializer, self._arrivals)  # type: ignore[arg-type]  # aio's own form
        run = method.answer_stream if handler.request_streaming else method.answer

        async def answer(_: object, context: Context) -> bytes:
            return await self._serve(name, run(context), context)

        return grpc.stream_unary_rpc_method_handler(answer)

    def close(self) -> None:
        """Refuse every new call from now on."""
        self._open = False

    async def wait_idle(self) -> None:
        """Return when no call of ours runs."""
        await self._idle.wait()

    async def _serve(self, name: str, run: Run, context: Context) -> bytes:
        self._enter(context)
        call = begin_call(name, tuple(context.invocation_metadata() or ()))
        context.set_trailing_metadata(((REQUEST_ID, call.request_id),))
        try:
            with self._holdings.share() as share:
                answer = await self._answer(run, call, share)
        except asyncio.CancelledError:
            _log(call, _end_code(context))
            raise
        except Exception as error:
            status = status_of(error, call.request_id)
            clear_frames(error.__traceback__)  # they hold the request, and each other: no full collection comes soon
        else:
            call.notes["answer_bytes"] = len(answer)
            _log(call, grpc.StatusCode.OK)
            return answer
        return await _refuse(call, status, context)

    async def _answer(self, run: Run, call: Call, share: Share) -> bytes:
        if not self._open:
            raise Refusal(stopping_status())
        answer = (await run(call, share)).SerializeToString()
        if len(answer) > self._max_answer_bytes:
            raise Refusal(answer_too_large_status(len(answer), self._max_answer_bytes))
        return answer

    def _enter(self, context: Context) -> None:
        self._running += 1
        self._idle.clear()
        context.add_done_callback(lambda _: self._leave())  # type: ignore[arg-type]  # any callable will do

    def _leave(self) -> None:
        self._running -= 1
        if not self._running:
            self._idle.set()


async def _refuse(call: Call, status: Status, context: Context) -> bytes:
    code = _end_code(context) if status.code == code_pb2.CANCELLED else _CODES[status.code]
    _log(call, code)
    details = ((REQUEST_ID, call.request_id), (_DETAILS, status.SerializeToString()))
    await context.abort(code, status.message, trailing_metadata=details)
    raise AssertionError


def _end_code(context: Context) -> grpc.StatusCode:
    """Tell a deadline that has passed from a call that the client gave up."""
    left = context.time_remaining()
    return grpc.StatusCode.CANCELLED if left is None or left > 0 else grpc.StatusCode.DEADLINE_EXCEEDED


def _log(call: Call, code: grpc.StatusCode) -> None:
    log = get_logger()
    write = log.error if code is grpc.StatusCode.INTERNAL else log.info
    write("call", method=call.method, request_id=call.request_id, code=code.name, ms=call.milliseconds, **call.notes)
