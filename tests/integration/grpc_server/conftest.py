"""A real server on a loopback port, with the real engine."""

from __future__ import annotations

import pytest
from grpc import aio

from clause_auditor.bootstrap import build_auditor
from clause_auditor.errors import Cancelled
from clause_auditor.server.config import ServerConfig
from clause_auditor.server.running import start_server
from clause_auditor.v1 import audit_service_pb2_grpc, rule_pack_service_pb2_grpc


class WatchedAuditor:
    """The engine, with a note of how each audit ended."""

    def __init__(self, auditor):
        self.auditor = auditor
        self.library = auditor.library
        self.ends = []

    def audit(self, contract, options, cancel=None):
        try:
            audit = self.auditor.audit(contract, options, cancel)
        except Cancelled:
            self.ends.append("cancelled")
            raise
        self.ends.append("done")
        return audit


@pytest.fixture(scope="session")
def auditor():
    return build_auditor()


@pytest.fixture
def watched(auditor):
    return WatchedAuditor(auditor)


@pytest.fixture
async def start():
    """Start servers with the settings given; they are stopped after the test."""
    servers = []

    async def start_one(judge, **settings):
        servers.append(await start_server(judge, ServerConfig(listen="127.0.0.1:0", **settings)))
        return servers[-1]

    yield start_one
    for server in servers:
        await server.stop(0)


@pytest.fixture
async def connect():
    """Open channels; they are closed after the test."""
    channels = []

    def connect_one(server, **options):
        arguments = [(f"grpc.{name}", value) for name, value in options.items()]
        channels.append(aio.insecure_channel(server.address, options=arguments))
        return channels[-1]

    yield connect_one
    for channel in channels:
        await channel.close()


@pytest.fixture
async def server(start, watched):
    return await start(watched)


@pytest.fixture
def channel(connect, server):
    return connect(server)


@pytest.fixture
def audits(channel):
    return audit_service_pb2_grpc.AuditServiceStub(channel)


@pytest.fixture
def packs(channel):
    return rule_pack_service_pb2_grpc.RulePackServiceStub(channel)
