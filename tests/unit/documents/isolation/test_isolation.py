"""A file is read by a process that can do nothing else, and whatever becomes of it, the caller gets a clear word."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

import pytest

from clause_auditor.documents import ReadingOptions, read_data
from clause_auditor.documents.extraction import Contents, Extraction, Paper, Unread
from clause_auditor.documents.isolation import client
from clause_auditor.documents.isolation.messages import HELLO, read_answer, write_contents, write_error
from clause_auditor.documents.options import MIB
from clause_auditor.domain.contract import Anchor, HiddenKind, HiddenPassage, View
from clause_auditor.errors import ClauseAuditorError, InputError, LimitError, ProtectedError

from ..word.word_files import p, r, word_file

CONFINED = """
from clause_auditor.documents.isolation.confinement import confine, load_codecs
from clause_auditor.documents.options import ReadingOptions
import os, socket, tempfile, resource
load_codecs()
confine(ReadingOptions(memory_bytes={memory}, seconds={seconds}))
{attempt}
"""


def attempt(code: str, *, memory: int = 400 * MIB, seconds: float = 20.0) -> subprocess.CompletedProcess[str]:
    script = CONFINED.format(attempt=code, memory=memory, seconds=seconds)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/hostname')",
        "open('/tmp/left-behind', 'w')",
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 1))",
        "tempfile.TemporaryFile()",
        "os.pipe()",
        "resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100)); open('/etc/hostname')"
        if os.getuid()
        else "os.open('/etc/hostname', os.O_RDONLY)",
    ],
)
def test_a_confined_process_opens_nothing(code: str) -> None:
    done = attempt(f"try:\n    {code}\nexcept OSError: os.write(1, b'refused')")
    assert (done.returncode, done.stdout) == (0, "refused")


def test_its_memory_and_its_time_are_bounded() -> None:
    assert attempt("try:\n    bytearray(500 << 20)\nexcept MemoryError: os.write(1, b'no')").stdout == "no"
    assert attempt("while True: pass", seconds=0.2).returncode < 0


def test_a_file_that_takes_too_long() -> None:
    body = p(r("The Processor shall notify.")) * 20_000
    with pytest.raises(LimitError, match=r"longer than 0\.05 seconds") as caught:
        read_data(word_file(body), "slow.docx", options=ReadingOptions(seconds=0.05, max_ratio=10_000))
    assert caught.value.faults[0].place == "slow.docx"
    assert caught.value.faults[0].cure


def test_a_file_that_takes_too_much_memory() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", b"x" * (60 * MIB))
    with pytest.raises(ClauseAuditorError, match=r"memory|broke off"):
        read_data(data.getvalue(), "large.zip", options=ReadingOptions(memory_bytes=110 * MIB))


def test_a_reader_that_breaks_off_and_the_next_one_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    theirs.sendall(HELLO)
    theirs.close()
    with monkeypatch.context() as patched:
        patched.setattr(client._WARDEN, "connect", lambda: ours)
        with pytest.raises(InputError, match="broke off") as caught:
            read_data(word_file(p(r("x"))), "x.docx")
    assert caught.value.faults[0].cure
    assert read_data(word_file(p(r("fine"))), "y.docx").documents[0].text == "fine"


def test_a_reader_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    with monkeypatch.context() as patched:
        patched.setattr(client._WARDEN, "connect", lambda: ours)
        with pytest.raises(InputError, match="could not be started"):
            read_data(word_file(p(r("x"))), "x.docx")


def test_after_the_first_process_is_gone_a_new_one_is_started() -> None:
    assert read_data(word_file(p(r("one"))), "x.docx").documents[0].text == "one"
    process = client._WARDEN._process
    assert process is not None
    process.kill()
    process.wait()
    assert read_data(word_file(p(r("two"))), "x.docx").documents[0].text == "two"


def test_many_threads_read_at_once() -> None:
    found: dict[int, str] = {}

    def read(number: int) -> None:
        found[number] = read_data(word_file(p(r(f"clause {number}"))), "x.docx").documents[0].text

    threads = [threading.Thread(target=read, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"clause {number}" for number in range(16)}


def test_no_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    client._WARDEN.close()
    read_data(word_file(p(r("x")) * 500), "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_file_over_the_limit_is_refused_unread() -> None:
    with pytest.raises(LimitError, match="max_file_bytes"):
        read_data(b"PK\x03\x04" + bytes(2 * MIB), "x.docx", options=ReadingOptions(max_file_bytes=MIB))


def test_what_a_reader_says_comes_over_whole() -> None:
    extraction = Extraction(
        text="Löschung\n\n😀",
        title="T",
        anchors=(Anchor(0, 1, 1), Anchor(3, 2, 1)),
        hidden=(HiddenPassage(HiddenKind.TINY, "x", 4),),
        view=View.ORIGINAL,
        remarks=("A remark.",),
        language="de",
    )
    paper = Paper("a/b.docx", False, extraction)
    contents = Contents((paper,), (Unread("c.docx", ProtectedError.at("", "locked", "Unlock it")),), ("a remark",))
    again = read_answer(write_contents(contents), "x.zip")
    assert (again.papers, again.remarks) == ((paper,), ("a remark",))
    ((unread, error),) = [(one.name, one.error) for one in again.unread]
    assert (unread, type(error), str(error)) == ("x.zip/c.docx", ProtectedError, "x.zip, c.docx: locked. Unlock it")
    with pytest.raises(LimitError, match=r"x\.zip, b\.docx: too large\. Split it"):
        read_answer(write_error(LimitError.at("b.docx", "too large", "Split it")), "x.zip")


@pytest.mark.parametrize("answer", [b"", b"{", b"[]", b"{}", b'{"papers": [{}]}', b'{"papers": 3}', b"\xff"])
def test_an_answer_that_is_none_is_refused(answer: bytes) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        read_answer(answer, "x")


def test_a_reader_knows_nothing_of_the_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_KEY_OF_SOMEBODY", "secret")
    client._WARDEN.close()
    read_data(word_file(p(r("x"))), "x.docx")
    process = client._WARDEN._process
    assert process is not None
    environ = Path(f"/proc/{process.pid}/environ")
    assert not environ.exists() or b"secret" not in environ.read_bytes()


def test_elsewhere_than_on_posix_the_cure_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(client.os, "name", "nt")
        with pytest.raises(InputError, match="Linux and macOS only"):
            client.extract_contents(b"PK", "x.docx", ReadingOptions())
