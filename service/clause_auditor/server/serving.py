"""The server as a process: a fast loop, and signals that stop it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable

from clause_auditor.server.audits import Judge
from clause_auditor.server.config import ServerConfig
from clause_auditor.server.logs import get_logger
from clause_auditor.server.running import RunningServer, start_server

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def serve_until_stopped(judge: Judge, config: ServerConfig, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT, then finish what runs; a second signal ends it at once.

    `ready` is called with the address. InputError if the address cannot be taken.
    """

    async def main() -> None:
        server = await start_server(judge, config)
        ready(server.address)
        await _wait_for_stop(server, config.grace_seconds)

    with asyncio.Runner(loop_factory=_new_loop) as runner:
        runner.run(main())


async def _wait_for_stop(server: RunningServer, grace_seconds: float) -> None:
    first, second = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, lambda: second.set() if first.is_set() else first.set())
    await first.wait()
    get_logger().info("stopping", grace_seconds=grace_seconds, active=server.workers.active)
    finishing = asyncio.ensure_future(server.stop(grace_seconds))
    hurried = asyncio.ensure_future(second.wait())
    await asyncio.wait({finishing, hurried}, return_when=asyncio.FIRST_COMPLETED)
    hurried.cancel()
    if second.is_set():
        await server.stop(0)
    await finishing
    get_logger().info("stopped")


def _new_loop() -> asyncio.AbstractEventLoop:
    try:
        import uvloop
    except ImportError:  # it is not to be had for Windows
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()
