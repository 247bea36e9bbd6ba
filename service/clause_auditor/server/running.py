"""A server from start to stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from grpc import aio
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_health.v1.health import aio as health_aio
from grpc_reflection.v1alpha import reflection

from clause_auditor.errors import InputError
from clause_auditor.server.arrivals import Arrivals
from clause_auditor.server.audits import AuditServicer, Judge
from clause_auditor.server.config import ServerConfig
from clause_auditor.server.desk import Desk
from clause_auditor.server.holdings import Holdings
from clause_auditor.server.intake import Intake
from clause_auditor.server.logs import get_logger
from clause_auditor.server.rule_packs import RulePackServicer
from clause_auditor.server.workers import Workers
from clause_auditor.v1 import (
    audit_service_pb2,
    audit_service_pb2_grpc,
    rule_pack_service_pb2,
    rule_pack_service_pb2_grpc,
)

OUR_SERVICES = (
    audit_service_pb2.DESCRIPTOR.services_by_name["AuditService"].full_name,
    rule_pack_service_pb2.DESCRIPTOR.services_by_name["RulePackService"].full_name,
)
_STREAM_SECONDS = 1.0
"""How long streams of health and reflection, which end by no answer, may outlast the last call of ours."""

_SMALL_SHARE = 4
"""A text of fewer bytes than a quarter of `max_words` has no eighth of its words, and may be judged beside others."""

_LOOKAHEAD_BYTES = 256 * 1024
"""How much of a stream is taken in before it is asked for."""

_ARRIVAL_SECONDS = 0.25
"""How long calls are still taken that were on their way when the stop came."""


class RunningServer:
    """A server that answers."""

    def __init__(
        self,
        address: str,
        *,
        workers: Workers,
        readers: Workers,
        server: aio.Server,
        intake: Intake,
        health: health_aio.HealthServicer,
    ) -> None:
        self.address = address
        """Host and port as chosen, or the address as given."""
        self.workers = workers
        self.readers = readers
        self._server = server
        self._intake = intake
        self._health = health
        self._hurry = asyncio.Event()
        self._stopping: asyncio.Task[None] | None = None

    async def stop(self, grace_seconds: float) -> None:
        """Refuse new calls, let those that run finish within the grace, withdraw the rest.

        If the server is stopping already, a grace of 0 ends that at once.
        """
        if self._stopping is None:
            self._stopping = asyncio.ensure_future(self._stop(grace_seconds))
        if grace_seconds <= 0:
            self._hurry.set()
        await asyncio.shield(self._stopping)

    async def _stop(self, grace_seconds: float) -> None:
        with suppress(TimeoutError):  # a watcher that does not read must not hold the stop
            await asyncio.wait_for(self._health.enter_graceful_shutdown(), _STREAM_SECONDS)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), min(grace_seconds, _ARRIVAL_SECONDS))
        self._intake.close()
        waits = [asyncio.ensure_future(self._intake.wait_idle()), asyncio.ensure_future(self._hurry.wait())]
        await asyncio.wait(waits, timeout=grace_seconds, return_when=asyncio.FIRST_COMPLETED)
        idle = waits[0].done()
        for wait in waits:
            wait.cancel()
        await self._server.stop(_STREAM_SECONDS if idle else 0)  # once only: grpcio crashes on two at a time
        self.workers.close()
        self.readers.close()


async def start_server(judge: Judge, config: ServerConfig) -> RunningServer:
    """Start a server on the running loop; InputError if the address cannot be taken."""
    workers = Workers(config.workers, config.queue, large=config.max_words // _SMALL_SHARE)
    arrivals = Arrivals(config.uploads, config.upload_seconds)
    intake = Intake(config.max_message_bytes, Holdings(config.max_held_bytes), arrivals)
    server = aio.server(interceptors=[intake], options=_options(config))
    desk = Desk(config)
    audits = AuditServicer(judge, workers, desk, config.defaults, config.max_text_bytes)
    audit_service_pb2_grpc.add_AuditServiceServicer_to_server(audits, server)
    packs = RulePackServicer(judge.library, workers)
    rule_pack_service_pb2_grpc.add_RulePackServiceServicer_to_server(packs, server)
    health = await _add_health(server)
    reflection.enable_server_reflection(
        (*OUR_SERVICES, health_pb2.DESCRIPTOR.services_by_name["Health"].full_name, reflection.SERVICE_NAME), server
    )
    address = _bind(server, config.listen)
    await server.start()
    names = sorted(pack.name for pack in judge.library.packs)
    get_logger().info("serving", address=address, packs=names, workers=config.workers)
    return RunningServer(address, workers=workers, readers=desk.readers, server=server, intake=intake, health=health)


def _options(config: ServerConfig) -> list[tuple[str, int]]:
    return [
        ("grpc.max_receive_message_length", config.max_message_bytes),
        ("grpc.max_send_message_length", config.max_message_bytes),
        ("grpc.http2.bdp_probe", 0),  # it lets core buffer megabytes of each upload that waits for its turn
        ("grpc.http2.lookahead_bytes", _LOOKAHEAD_BYTES),
        ("grpc.so_reuseport", 0),  # a second server on the same port shall fail, not share it
    ]


async def _add_health(server: aio.Server) -> health_aio.HealthServicer:
    health = health_aio.HealthServicer()
    for name in ("", *OUR_SERVICES):
        await health.set(name, health_pb2.HealthCheckResponse.SERVING)
    health_pb2_grpc.add_HealthServicer_to_server(health, server)
    return health


def _bind(server: aio.Server, listen: str) -> str:
    try:
        port = server.add_insecure_port(listen)
    except RuntimeError:
        port = 0
    if not port:
        raise InputError.at("listen", f"the address {listen} cannot be taken", "Free it, or name another: HOST:PORT")
    return listen if listen.startswith("unix:") else f"{listen.rsplit(':', 1)[0]}:{port}"
