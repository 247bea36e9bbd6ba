"""Files that cannot be read, uploads that break off, floods: a clear word, and nothing else is disturbed."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest
from google.rpc import error_details_pb2

from clause_auditor.documents.isolation import client
from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, contract_pb2, files_pb2

from .samples import fields_in, make_request, reason_in, status_from
from .test_server_process import serving
from .uploads import audit_upload, extract_upload, packed, page, run, word, word_of

Code = grpc.StatusCode
MIB = 1024 * 1024
CANARY = "Wintergreenquail"
WORD = word(f"The Processor shall notify the {CANARY} of a breach.")
SLOW = word_of(
    "".join(f"<w:p>{run(f'The Processor shall notify {os.urandom(6).hex()}.')}</w:p>" for _ in range(60_000))
)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(400):
            member.write(bytes(MIB))
    return data.getvalue()


def locked() -> bytes:
    """Return a ZIP whose member says that it is encrypted."""
    data = bytearray(packed({"dpa.md": "# Agreement"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "ends", "words"),
    [
        ("a.zip", locked(), (Code.FAILED_PRECONDITION, "PASSWORD_PROTECTED"), "without one"),
        ("a.docx", OLE, (Code.FAILED_PRECONDITION, "PASSWORD_PROTECTED"), "Open it in Word"),
        ("a.docx", WORD[: len(WORD) // 2], (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "damaged or cut off"),
        ("a.docx", WORD[:300] + bytes(200) + WORD[500:], (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "damaged"),
        ("a.pdf", b"", (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "empty"),
        ("a.md", b" \n\n ", (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "empty"),
        ("a.pdf", b"%PDF-1.7\n" + bytes(100), (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "text recognition"),
        ("a.zip", packed({"x.png": b"\x89PNG\r\n\x1a\n"}), (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "no contract"),
        ("a.yaml", b"facts: {term: soon}\n", (Code.INVALID_ARGUMENT, "UNREADABLE_FILE"), "files[0]:1"),
        ("a.zip", bomb(), (Code.RESOURCE_EXHAUSTED, "FILE_TOO_LARGE"), "unpacks to more than"),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_with_its_place_and_the_cure(audits, name, data, ends, words):
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({name: data}, step=64 * 1024), timeout=40)
    status = status_from(caught.value)
    assert (caught.value.code(), reason_in(status)) == ends
    assert all(field.startswith("files[0]") for field in fields_in(status))
    assert fields_in(status)
    assert words in status.message
    assert CANARY not in str(status)


async def test_the_second_file_is_named_by_its_place_and_a_member_by_its_name(audits):
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({"a.docx": WORD, "b.docx": WORD[:300]}))
    assert fields_in(status_from(caught.value)) == ["files[1]"]
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({"a.zip": packed({"in/b.docx": WORD[:300], "c.md": "# C"})}))
    assert fields_in(status_from(caught.value)) == ["files[0], in/b.docx"]


async def test_two_records_cannot_be_one_contract(audits):
    record = b"contract_key: k\nfacts: {term: 1 year}\n"
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({"a.yaml": record, "b.yaml": record}))
    status = status_from(caught.value)
    assert (reason_in(status), fields_in(status)) == ("UNREADABLE_FILE", ["files"])


async def test_a_role_for_a_file_of_several_papers_is_refused(audits):
    files = {"a.zip": packed({"a.md": "# A", "b.md": "# B"})}
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload(files, roles={"a.zip": contract_pb2.DOCUMENT_ROLE_DPA}))
    assert "several papers" in caught.value.details()


def _chunk(data: bytes) -> audit_service_pb2.AuditDocumentRequest:
    return audit_service_pb2.AuditDocumentRequest(chunk=data)


@pytest.mark.parametrize(
    ("messages", "field"),
    [
        ([], "start"),
        ([_chunk(WORD)], "start"),
        (list(audit_upload({})), "files"),
        ([*audit_upload({"a.docx": WORD}), *audit_upload({})], "start"),
        (list(audit_upload({"x" * 300: WORD})), "name"),
        (
            list(audit_upload({"a.docx": WORD}, options=audit_pb2.AuditOptions(packs=["none"]))),
            "start.options.packs[0]",
        ),
        (list(audit_upload({}, options=audit_pb2.AuditOptions(as_of="2026-02-30"))), "start.options.as_of"),
        (list(audit_upload({}, reading=files_pb2.ReadOptions(revisions=9))), "start.reading.revisions"),
        (list(audit_upload({"a.docx": WORD}, roles={"a.docx": 99})), "role"),
    ],
)
async def test_an_ill_formed_upload_is_told_by_its_field(audits, messages, field):
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(iter(messages))
    assert caught.value.code() == Code.INVALID_ARGUMENT
    assert fields_in(status_from(caught.value)) == [field]


async def test_bytes_that_are_no_message_are_refused(channel):
    call = channel.stream_unary("/clause_auditor.v1.AuditService/AuditDocument")
    with pytest.raises(grpc.RpcError) as caught:
        await call(iter([b"\xff\xff\xff"]))
    assert (caught.value.code(), reason_in(status_from(caught.value))) == (Code.INVALID_ARGUMENT, "INVALID_REQUEST")


async def test_an_upload_over_the_limit_is_refused_before_it_has_come(start, connect, auditor):
    server = await start(auditor, max_file_bytes=MIB)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    sent = 0

    async def flood():
        nonlocal sent
        yield next(audit_upload({}))
        while True:
            sent += 64 * 1024
            yield _chunk(bytes(64 * 1024))

    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditDocument(flood(), timeout=30)
    status = status_from(caught.value)
    assert (caught.value.code(), reason_in(status)) == (Code.RESOURCE_EXHAUSTED, "FILE_TOO_LARGE")
    assert fields_in(status) == ["files[0]"]
    assert "max_file_bytes" in status.message
    assert sent < 8 * MIB
    assert (await stub.AuditDocument(audit_upload({"a.docx": WORD}))).audit.findings


async def test_more_files_than_a_contract_has_papers_are_refused(audits):
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({f"{number}.md": b"# A" for number in range(201)}))
    assert reason_in(status_from(caught.value)) == "FILE_TOO_LARGE"


async def test_an_upload_that_stalls_is_ended(start, connect, auditor):
    server = await start(auditor, upload_seconds=0.3)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))

    async def stalls():
        yield next(audit_upload({}))
        yield _chunk(b"# A")
        await asyncio.sleep(20)

    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditDocument(stalls(), timeout=10)
    assert (caught.value.code(), reason_in(status_from(caught.value))) == (Code.DEADLINE_EXCEEDED, "UPLOAD_TOO_SLOW")
    assert server.readers.active == 0


def _readers() -> list[str]:
    """Return the ids of the processes that read files now."""
    warden = client._WARDEN._process
    assert warden is not None
    listed = subprocess.run(
        ["ps", "--ppid", str(warden.pid), "-o", "pid="], capture_output=True, text=True, check=False
    )
    return listed.stdout.split()


async def _until(true, seconds=20.0):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        await asyncio.sleep(0.01)
    assert true()


async def test_a_cancelled_call_ends_the_process_that_reads_its_file(audits, server, watched):
    await audits.AuditDocument(audit_upload({"a.docx": WORD}))
    before = len(watched.ends)
    call = audits.AuditDocument(audit_upload({"slow.docx": SLOW}, step=256 * 1024))
    await _until(_readers)
    call.cancel()
    await _until(lambda: not _readers(), 3)
    await _until(lambda: server.readers.active == 0, 3)
    assert len(watched.ends) == before


async def test_a_passed_deadline_ends_it_too(audits, server):
    await audits.AuditDocument(audit_upload({"a.docx": WORD}))
    with pytest.raises(grpc.RpcError) as caught:
        await audits.AuditDocument(audit_upload({"slow.docx": SLOW}, step=256 * 1024), timeout=1.5)
    assert caught.value.code() == Code.DEADLINE_EXCEEDED
    await _until(lambda: not _readers() and server.readers.active == 0, 3)


async def test_an_upload_that_is_given_up_leaves_nothing(audits, server, watched):
    async def never_ends():
        yield next(audit_upload({}))
        yield _chunk(WORD)
        await asyncio.sleep(60)

    call = audits.AuditDocument(never_ends())
    await _until(lambda: server.readers.active == 1)
    call.cancel()
    await _until(lambda: server.readers.active == 0, 3)
    assert watched.ends == []


async def test_other_calls_are_answered_while_files_are_read(start, connect, auditor):
    server = await start(auditor, readers=2, workers=2)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    await stub.AuditDocument(audit_upload({"a.docx": WORD}))
    slow = [stub.ExtractContract(extract_upload({"s.docx": SLOW}, step=256 * 1024)) for _ in range(4)]
    await _until(lambda: len(_readers()) == 2)
    times = []
    for _ in range(5):
        begun = time.monotonic()
        assert (await stub.AuditContract(make_request())).audit.findings
        times.append(time.monotonic() - begun)
    assert len(_readers()) == 2, "no more files are read at a time than is set"
    assert not any(call.done() for call in slow)
    assert min(times) < 2
    for call in slow:
        call.cancel()
    await _until(lambda: server.readers.active == 0, 5)


async def test_uploads_wait_their_turn_and_too_many_are_refused(start, connect, auditor):
    server = await start(auditor, readers=1, uploads=1, queue=0)
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(server))
    go = asyncio.Event()
    taken = []

    def patient(number):
        async def messages():
            yield next(audit_upload({}))
            await go.wait()
            taken.append(number)
            yield _chunk(WORD)

        return messages()

    calls = [asyncio.ensure_future(stub.AuditDocument(patient(number))) for number in range(2)]
    await _until(lambda: server.readers.active == 2)
    with pytest.raises(grpc.RpcError) as caught:
        await stub.AuditDocument(audit_upload({"a.docx": WORD}))
    assert (caught.value.code(), reason_in(status_from(caught.value))) == (Code.RESOURCE_EXHAUSTED, "QUEUE_FULL")
    assert any(detail.Is(error_details_pb2.RetryInfo.DESCRIPTOR) for detail in status_from(caught.value).details)
    go.set()
    assert all(answer.audit.findings for answer in await asyncio.gather(*calls))
    assert (await stub.AuditDocument(audit_upload({"a.docx": WORD}))).audit.findings


async def test_an_answer_above_the_limit_says_so(start, connect, auditor):
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor, max_message_bytes=4096)))
    with pytest.raises(grpc.RpcError) as caught:
        await stub.ExtractContract(extract_upload({"a.html": page("<p>The fees are due.</p>" * 500)}))
    assert reason_in(status_from(caught.value)) == "ANSWER_TOO_LARGE"


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder of temporary files, of this process and of readers."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    client._WARDEN.close()
    return tmp_path


async def test_no_word_and_no_name_is_logged_and_no_file_is_left(start, connect, auditor, capsys, temporary):
    stub = audit_service_pb2_grpc.AuditServiceStub(connect(await start(auditor)))
    await stub.AuditDocument(audit_upload({f"{CANARY}.docx": WORD}))
    for data in (WORD[:200], locked(), packed({f"{CANARY}.docx": WORD[:200]})):
        with pytest.raises(grpc.RpcError):
            await stub.AuditDocument(audit_upload({f"{CANARY}.docx": data}))
    shown = capsys.readouterr()
    assert "AuditDocument" in shown.out + shown.err
    assert "file_bytes" in shown.out + shown.err
    assert CANARY not in shown.out + shown.err
    assert list(temporary.iterdir()) == []


def test_memory_stays_bounded_when_many_large_files_come(tmp_path):
    (tmp_path / "settings.yaml").write_text(f"max_file_bytes: {8 * MIB}\nuploads: 2\n")
    large = packed({"a.docx": WORD}) + os.urandom(8 * MIB - 4000)

    with (
        serving(tmp_path, "--listen", "127.0.0.1:0", "--settings", str(tmp_path / "settings.yaml")) as (
            process,
            address,
        ),
        grpc.insecure_channel(address) as channel,
        ThreadPoolExecutor(24) as pool,
    ):
        stub = audit_service_pb2_grpc.AuditServiceStub(channel)
        stub.ExtractContract(extract_upload({"a.docx": WORD}))
        before = _peak(process.pid)

        def send(_number):
            with pytest.raises(grpc.RpcError):
                stub.ExtractContract(extract_upload({"x.zip": large}, step=512 * 1024), timeout=60)

        list(pool.map(send, range(24)))
        assert _peak(process.pid) - before < 300 * MIB, "24 uploads of 8 MiB, of which two are taken in at a time"
        assert stub.ExtractContract(extract_upload({"a.docx": WORD})).contract.documents


def _peak(pid: int) -> int:
    """Return the most memory that a process ever held, in bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
