"""Messages of calls that send one: taken in a few at a time, so that memory does not hold what all clients send."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from google.protobuf.message import DecodeError

from clause_auditor.server.refusal import Refusal
from clause_auditor.wire.statuses import slow_upload_status

if TYPE_CHECKING:
    from grpc import aio

    Context = aio.ServicerContext[bytes, bytes]


class Arrivals:
    """So many messages at a time; other calls wait, and their clients are not asked for more than core looks ahead."""

    def __init__(self, places: int, seconds: float) -> None:
        self._places = asyncio.Semaphore(places)
        self._seconds = seconds

    async def receive(self, context: Context) -> bytes:
        """Return the one message of a call; Refusal if it does not come in time, DecodeError if there is none."""
        try:
            async with self._places, asyncio.timeout(self._seconds):
                data = await read_message(context)
        except TimeoutError:
            raise Refusal(slow_upload_status(self._seconds)) from None
        if data is None:
            raise DecodeError
        return data


async def read_message(context: Context) -> bytes | None:
    """Return the next message of a call, None at their end; the iterator that aio offers would hold on to the last."""
    data: object = await context.read()
    return data if isinstance(data, bytes) else None
