"""Work in threads beside the loop: a bounded number of calls, each with a token that withdraws its work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.server.logs import get_logger
from clause_auditor.server.refusal import Refusal
from clause_auditor.wire.statuses import busy_status

T = TypeVar("T")
RETRY_SECONDS = 1


class Lane:
    """The way of large work: one at a time, which costs no speed, as one interpreter does it all."""

    def __init__(self, large: int) -> None:
        self._large = large
        self._place = asyncio.Semaphore(1)

    async def enter(self, size: int) -> Callable[[object], None]:
        """Wait where the work is large; return what to call, from any thread, when it has really ended."""
        if size < self._large:
            return lambda _: None
        await self._place.acquire()
        loop = asyncio.get_running_loop()

        def leave(_: object) -> None:
            with suppress(RuntimeError):  # the loop has ended, and nothing waits any more
                loop.call_soon_threadsafe(self._place.release)

        return leave


class Seat:
    """A call's right to work, one piece at a time."""

    def __init__(self, pool: ThreadPoolExecutor, token: CancelToken, lane: Lane) -> None:
        self._pool = pool
        self._token = token
        self._lane = lane
        self._last: Future[object] | None = None

    async def run(self, work: Callable[[CancelToken], T], size: int = 0) -> T:
        """Return what the work returns, done in a thread; if the call is withdrawn the work is told to stop.

        `size` is that of its text in bytes: large work waits until no other is done.
        """
        leave = await self._lane.enter(size)
        future = self._pool.submit(_guarded, work, self._token)
        future.add_done_callback(leave)
        self._last = future  # type: ignore[assignment]  # looked at for its end alone
        return await asyncio.wrap_future(future)

    def after(self, then: Callable[[], None]) -> None:
        """Call `then` (from any thread) once the last work has really ended."""
        if self._last is None:
            then()
        else:
            self._last.add_done_callback(lambda _: then())


class Workers:
    """The threads, and how many calls may hold or await one."""

    def __init__(self, workers: int, queue: int, name: str = "audit", large: int = 1 << 62) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._most = workers + queue
        self._lane = Lane(large)
        self._tokens: set[CancelToken] = set()

    @property
    def active(self) -> int:
        """How many calls hold a seat, those included whose work is still stopping."""
        return len(self._tokens)

    @asynccontextmanager
    async def seat(self, seconds: float | None) -> AsyncIterator[Seat]:
        """Give a call a seat until it ends; its work is withdrawn after `seconds`, or when the call is.

        Raises Refusal (RESOURCE_EXHAUSTED) if all are taken.
        """
        if self.active >= self._most:
            raise Refusal(busy_status(RETRY_SECONDS))
        loop = asyncio.get_running_loop()
        token = CancelToken()
        self._tokens.add(token)
        seat = Seat(self._pool, token, self._lane)
        timer = loop.call_later(seconds, token.cancel) if seconds is not None else None
        try:
            yield seat
        except asyncio.CancelledError:
            token.cancel()
            raise
        finally:
            if timer:
                timer.cancel()
            seat.after(lambda: self._tokens.discard(token))

    def close(self) -> None:
        """Withdraw all work and let the threads end."""
        for token in tuple(self._tokens):
            token.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)


def _guarded(work: Callable[[CancelToken], T], token: CancelToken) -> T:
    try:
        token.check()
        return work(token)
    finally:
        if token.cancelled:
            get_logger().debug("withdrawn work ended")
