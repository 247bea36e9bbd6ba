"""A call that is withdrawn ends the process that reads for it."""

from __future__ import annotations

import os
import subprocess
import threading
import time

import pytest

from clause_auditor.documents import ReadingOptions, read_data
from clause_auditor.documents.isolation import client
from clause_auditor.documents.reading import read_parts
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import Cancelled

from ..word.word_files import p, r, word_file

SLOW = word_file("".join(p(r(f"clause {os.urandom(6).hex()}")) for _ in range(60_000)))


def readers() -> list[str]:
    warden = client._WARDEN._process
    assert warden is not None
    done = subprocess.run(["ps", "--ppid", str(warden.pid), "-o", "pid="], capture_output=True, text=True, check=False)
    return done.stdout.split()


def wait(wanted: bool) -> None:
    end = time.monotonic() + 10
    while bool(readers()) is not wanted and time.monotonic() < end:
        time.sleep(0.01)
    assert bool(readers()) is wanted


def test_a_withdrawn_call_ends_its_reader_and_no_other() -> None:
    read_data(word_file(p(r("x"))), "x.docx")
    token = CancelToken()
    ends: list[type] = []

    def read() -> None:
        with pytest.raises(Cancelled):
            read_parts(SLOW, "slow.docx", options=ReadingOptions(), cancel=token)
        ends.append(Cancelled)

    thread = threading.Thread(target=read)
    thread.start()
    wait(True)
    token.cancel()
    thread.join(2)
    assert ends == [Cancelled]
    wait(False)
    assert read_data(word_file(p(r("y"))), "y.docx").documents[0].text == "y"


def test_a_call_withdrawn_before_it_begins_reads_nothing() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_parts(SLOW, "slow.docx", cancel=token)
