"""How long an audit takes: in process, by number of words, and as a gRPC call beside a bare echo.

python benchmarks/audit_speed.py [--words 10000] [--seconds 5]

Each line is the median of as many runs as fit in the seconds (three at least). The ratio compares a call with the sum
of an echo of the same messages and the same audit in process; digits depend on the machine, ratios hardly do.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import grpc
from contracts import make_contract
from servers import OPTIONS, serving_audits, serving_echo

from clause_auditor.bootstrap import build_auditor
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.engine import Auditor
from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, contract_pb2

DAY = "2026-03-31"


def main(words: int, seconds: float) -> None:
    """Measure and print."""
    auditor = build_auditor()
    gc.freeze()  # as the server does
    packs = [pack.name for pack in auditor.library.packs]
    rules = sum(len(pack.rules) for pack in auditor.library.packs)
    print(f"packs {', '.join(packs)}; {rules} rules")
    for size in (words // 4, words, words * 2):
        text = make_contract(size)
        took = _median(lambda text=text: _audit(auditor, packs, text), seconds)  # type: ignore[misc]
        print(f"in process  {len(text.split()):>7} words  {took:9.2f} ms")
        if size == words:
            audit = took
    _compare(packs, make_contract(words), audit, seconds)


def _audit(auditor: Auditor, packs: list[str], text: str) -> None:
    auditor.audit(Contract((Document("main", text),)), AuditOptions(tuple(packs), DAY))


def _compare(packs: list[str], text: str, audit: float, seconds: float) -> None:
    options = audit_pb2.AuditOptions(packs=packs, as_of=DAY)
    contract = contract_pb2.Contract(documents=[contract_pb2.Document(text=text)])
    request = audit_service_pb2.AuditContractRequest(contract=contract, options=options)
    with tempfile.NamedTemporaryFile() as file:
        with serving_audits() as address:
            call, answer = _time_calls(address, request, seconds)
        Path(file.name).write_bytes(answer.SerializeToString())
        with serving_echo(Path(file.name)) as address:
            echo, _ = _time_calls(address, request, seconds)
    print(f"messages    {request.ByteSize()} bytes there, {answer.ByteSize()} bytes back")
    print(f"echo call   {echo:9.2f} ms")
    print(f"audit call  {call:9.2f} ms")
    print(f"ratio       {call / (echo + audit):9.2f}  (audit call : echo call + audit in process)")


def _time_calls(
    address: str, request: audit_service_pb2.AuditContractRequest, seconds: float
) -> tuple[float, audit_service_pb2.AuditContractResponse]:
    with grpc.insecure_channel(address, options=OPTIONS) as channel:
        stub = audit_service_pb2_grpc.AuditServiceStub(channel)
        answer = stub.AuditContract(request)
        return _median(lambda: stub.AuditContract(request), seconds), answer


def _median(work: Callable[[], object], seconds: float) -> float:
    """Return the median run in milliseconds, after one run that does not count."""
    work()
    runs: list[float] = []
    end = time.perf_counter() + seconds
    while len(runs) < 3 or (time.perf_counter() < end and len(runs) < 1000):
        begun = time.perf_counter()
        work()
        runs.append((time.perf_counter() - begun) * 1000)
    return statistics.median(runs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=5.0, help="time for each line")
    arguments = parser.parse_args()
    main(arguments.words, arguments.seconds)
