"""The two servers that are compared, each in a process of its own: ours, and an echo that answers without work."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc
import uvloop
from grpc import aio

from clause_auditor.v1 import audit_service_pb2

SERVICE = "clause_auditor.v1.AuditService"
LARGEST = 20 * 1024 * 1024
OPTIONS = [("grpc.max_receive_message_length", LARGEST), ("grpc.max_send_message_length", LARGEST)]


@contextmanager
def serving_echo(answer: Path) -> Iterator[str]:
    """Run an echo whose answer is the message in a file; yields its address."""
    with _running([sys.executable, __file__, str(answer)]) as address:
        yield address


@contextmanager
def serving_audits() -> Iterator[str]:
    """Run `clause-auditor serve`; yields its address."""
    start = "from clause_auditor.cli.main import main; main()"
    with _running([sys.executable, "-c", start, "serve", "--listen", "127.0.0.1:0"]) as address:
        yield address


@contextmanager
def _running(command: list[str]) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = process.stdout.readline().strip() if process.stdout else ""
        if not address:
            raise SystemExit("a server did not start")
        yield address
    finally:
        process.terminate()
        process.communicate()


async def _echo(path: Path) -> None:
    message = audit_service_pb2.AuditContractResponse.FromString(path.read_bytes())

    async def answer(request: audit_service_pb2.AuditContractRequest, context: object) -> object:
        return message

    method = grpc.unary_unary_rpc_method_handler(
        answer,
        request_deserializer=audit_service_pb2.AuditContractRequest.FromString,
        response_serializer=audit_service_pb2.AuditContractResponse.SerializeToString,
    )
    server = aio.server(options=OPTIONS)
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, {"AuditContract": method}),))
    address = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    await server.start()
    print(address, flush=True)
    await server.wait_for_termination()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_echo(Path(sys.argv[1])))
