"""The command `clause-auditor serve` as a process: started, asked, stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import grpc
import pytest

from clause_auditor.v1 import audit_service_pb2, audit_service_pb2_grpc, contract_pb2, rule_pack_service_pb2
from clause_auditor.v1 import rule_pack_service_pb2_grpc as pack_grpc

from .samples import BAD, GOOD, long_text, make_request

ROOT = Path(__file__).parents[3]
SERVE = [sys.executable, "-c", "from clause_auditor.cli.main import main; main()", "serve"]
CANARY = "Wintergreenquail"


def plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("CLAUSE_AUDITOR_")}


@contextmanager
def serving(tmp_path, *arguments, command=SERVE):
    """Run the command; yields the process and its address. The log is in tmp_path/log."""
    with (tmp_path / "log").open("w+") as log:
        process = subprocess.Popen(
            [*command, *arguments], stdout=subprocess.PIPE, stderr=log, text=True, env=plain_environment()
        )
        try:
            address = process.stdout.readline().strip()
            assert address, (tmp_path / "log").read_text()
            yield process, address
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = plain_environment()
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, env=environment)


def lines_of(tmp_path) -> list[dict]:
    return [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]


def test_a_signal_during_a_batch_loses_no_answer(tmp_path):
    requests = [make_request(long_text(20), f"contract {number}") for number in range(30)]
    batch = audit_service_pb2.BatchAuditContractsRequest(requests=requests)
    with serving(tmp_path, "--listen", "127.0.0.1:0", "--log-level", "debug") as (process, address):
        with grpc.insecure_channel(address) as channel, ThreadPoolExecutor() as pool:
            stub = audit_service_pb2_grpc.AuditServiceStub(channel)
            stub.AuditContract(make_request())
            answers = [pool.submit(stub.BatchAuditContracts, batch, timeout=60) for _ in range(2)]
            time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            for answer in answers:
                results = answer.result().results
                assert [one.contract_key for one in results] == [f"contract {number}" for number in range(30)]
                assert all(one.WhichOneof("result") == "audit" for one in results)
        assert process.wait(10) == 0
    events = [line["event"] for line in lines_of(tmp_path)]
    assert events[-1] == "stopped"
    stopping = next(line for line in lines_of(tmp_path) if line["event"] == "stopping")
    ends = [line for line in lines_of(tmp_path) if line.get("method") == "BatchAuditContracts"]
    assert all(line["timestamp"] > stopping["timestamp"] for line in ends), "the signal came too late to prove anything"
    assert [sum(line["decisions"].values()) for line in ends] == [30, 30]


def test_a_signal_to_an_idle_server_ends_it_at_once(tmp_path):
    with serving(tmp_path, "--listen", "127.0.0.1:0") as (process, _):
        begun = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert time.monotonic() - begun < 2


def test_a_taken_address_is_a_fault_of_the_caller(tmp_path):
    with serving(tmp_path, "--listen", "127.0.0.1:0") as (_, address):
        second = run([*SERVE, "--listen", address])
    assert second.returncode == 2
    assert address in second.stderr and "Traceback" not in second.stderr


def test_settings_come_from_a_file(tmp_path):
    (tmp_path / "settings.yaml").write_text("max_text_bytes: 50\nlisten: 127.0.0.1:0\n")
    with serving(tmp_path, "--settings", str(tmp_path / "settings.yaml")) as (_, address):
        channel = grpc.insecure_channel(address)
        with pytest.raises(grpc.RpcError) as caught:
            audit_service_pb2_grpc.AuditServiceStub(channel).AuditContract(make_request(), timeout=10)
        channel.close()
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert "50" in caught.value.details()


def test_the_line_of_the_readme_serves_the_example_client(tmp_path):
    lines = re.findall(r"^(?:\$ )?(clause-auditor serve.*)$", (ROOT / "README.md").read_text("utf-8"), flags=re.M)
    assert lines, "README.md shows no line that starts the server"
    words = lines[0].split("#")[0].replace("&", "").split()
    command = [*SERVE, *words[2:]]
    assert not {"--settings", ">"} & set(words)
    with serving(tmp_path, "--listen", "127.0.0.1:0", command=command) as (_, address):
        (tmp_path / "vendor.md").write_text(BAD)
        client = [sys.executable, str(ROOT / "examples" / "client.py"), str(tmp_path / "vendor.md"), address]
        answer = run(client)
    assert answer.returncode == 1, answer.stderr
    assert answer.stdout.startswith("FAIL")
    assert "gdpr.breach.notify-controller: contrary" in answer.stdout


def canary_requests() -> list[audit_service_pb2.AuditContractRequest]:
    """Requests with the canary wherever words of a contract may stand, sound ones and all kinds of unsound ones."""
    text = GOOD.replace("Tern Hosting SAS", f"{CANARY} Ltd") + f"\n\n{CANARY} shall keep {CANARY} secret.\n"
    sound = make_request(text)
    sound.contract.documents[0].id = f"{CANARY}.docx"
    sound.contract.documents[0].title = f"Agreement of {CANARY}"
    sound.contract.parties[1].name = f"{CANARY} Ltd"
    sound.contract.parties[1].aliases.append(CANARY)
    sound.contract.contract_key = sound.contract.vendor_key = CANARY
    sound.contract.incorporated.add(name=f"Terms of {CANARY}")
    sound.contract.facts["processor"].text_value = CANARY
    unsound = []
    for spoil in SPOILS:
        request = audit_service_pb2.AuditContractRequest.FromString(sound.SerializeToString())
        spoil(request.contract, request)
        unsound.append(request)
    return [sound, *unsound]


SPOILS = [
    lambda contract, _: setattr(contract, "signed_on", CANARY),
    lambda contract, _: setattr(contract.documents[0], "language", CANARY),
    lambda contract, _: contract.documents.append(contract.documents[0]),
    lambda contract, _: contract.documents[0].clauses.add(text=CANARY),
    lambda contract, _: setattr(contract.documents[0], "text", f"{CANARY}\0"),
    lambda contract, _: setattr(contract.parties[0], "jurisdiction", CANARY),
    lambda contract, _: setattr(contract.parties[0], "name", CANARY * 100),
    lambda contract, _: contract.facts[CANARY].SetInParent(),
    lambda contract, _: setattr(contract.facts[CANARY], "text_value", CANARY),
    lambda contract, _: setattr(contract.facts["breach_notice"], "text_value", CANARY),
    lambda contract, _: contract.facts["processing_locations"].set_value.values.append(CANARY),
    lambda _, request: request.options.packs.append(CANARY),
    lambda _, request: setattr(request.options, "as_of", CANARY[:10]),
]


def errors_for(address: str) -> list[str]:
    errors = []
    with grpc.insecure_channel(address) as channel:
        audits, packs = audit_service_pb2_grpc.AuditServiceStub(channel), pack_grpc.RulePackServiceStub(channel)
        requests = canary_requests()
        assert audits.AuditContract(requests[0]).audit.findings
        batch = audits.BatchAuditContracts(audit_service_pb2.BatchAuditContractsRequest(requests=requests))
        errors += [str(one.error) for one in batch.results if one.HasField("error")]
        files = {f"{CANARY}/pack.yaml": CANARY.encode(), f"{CANARY}.docx": b"PK"}
        packs.CheckPack(rule_pack_service_pb2.CheckPackRequest(files=files))
        calls = [(audits.AuditContract, request) for request in requests[1:]]
        calls.append((packs.GetPack, rule_pack_service_pb2.GetPackRequest(name=CANARY)))
        calls.append((packs.ListPacks, rule_pack_service_pb2.ListPacksRequest(page_token=CANARY)))
        calls.append((packs.CheckPack, rule_pack_service_pb2.CheckPackRequest(files={CANARY: b"a" * 1100000})))
        for call, request in calls:
            with pytest.raises(grpc.RpcError) as caught:
                call(request, timeout=30)
            errors.append(f"{caught.value.details()} {caught.value.trailing_metadata()}")
        broken = channel.unary_unary("/clause_auditor.v1.AuditService/AuditContract")
        with pytest.raises(grpc.RpcError) as caught:
            broken(contract_pb2.Clause(text=CANARY).SerializeToString() + b"\xff")
        errors.append(f"{caught.value.details()} {caught.value.trailing_metadata()}")
    return errors


@pytest.mark.parametrize("level", ["debug", "error"])
def test_a_canary_is_in_no_log_line_and_no_error(tmp_path, level):
    with serving(tmp_path, "--listen", "127.0.0.1:0", "--log-level", level) as (process, address):
        errors = errors_for(address)
        process.terminate()
        assert process.wait(10) == 0
    assert len(errors) == 2 * len(SPOILS) + 4
    found = [error for error in errors if CANARY.lower() in error.lower() or CANARY[:10] in error]
    assert not found
    log = (tmp_path / "log").read_text()
    assert CANARY.lower() not in log.lower()
    assert ("AuditContract" in log) == (level == "debug")
