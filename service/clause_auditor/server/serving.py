"""The server as a process: a fast loop, and signals that stop it."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable
from contextlib import suppress

from clause_auditor.server.audits import Judge
from clause_auditor.server.config import ServerConfig
from clause_auditor.server.logs import get_logger
from clause_auditor.server.running import RunningServer, start_server


def serve_until_stopped(judge: Judge, config: ServerConfig, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT, then finish what runs; a second signal ends it at once.

    `ready` is called with the address. InputError if the address cannot be taken.
    """

    async def main() -> None:
        signals = _Signals()
        server = await start_server(judge, config)
        gc.freeze()  # rules and lexicons stay for good: looking through them again and again cost a quarter of an audit
        ready(server.address)
        await signals.first.wait()
        await _finish(server, signals, config.grace_seconds)

    with asyncio.Runner(loop_factory=_new_loop) as runner:
        runner.run(main())


class _Signals:
    """The first signal that asks to stop, and the one that hurries; heard from the moment that it is made."""

    def __init__(self) -> None:
        self.first, self.second = asyncio.Event(), asyncio.Event()
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C interrupts the loop
            for number in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(number, self._hear)

    def _hear(self) -> None:
        (self.second if self.first.is_set() else self.first).set()


async def _finish(server: RunningServer, signals: _Signals, grace_seconds: float) -> None:
    get_logger().info("stopping", grace_seconds=grace_seconds, active=server.workers.active)
    finishing = asyncio.ensure_future(server.stop(grace_seconds))
    hurried = asyncio.ensure_future(signals.second.wait())
    await asyncio.wait({finishing, hurried}, return_when=asyncio.FIRST_COMPLETED)
    hurried.cancel()
    if signals.second.is_set():
        await server.stop(0)
    await finishing
    get_logger().info("stopped")


def _new_loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:  # it is not to be had for Windows
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
