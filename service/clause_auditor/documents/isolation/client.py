"""From this process to a confined one and back: one connection a file, one deadline, and a clear word for every end."""

from __future__ import annotations

import atexit
import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Final

from clause_auditor.documents.extraction import Contents
from clause_auditor.documents.isolation.messages import (
    HELLO,
    MOST_ANSWER,
    Marking,
    Request,
    read_answer,
    read_marked,
    write_request,
)
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.markup import MarkedFile
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import ClauseAuditorError, InputError, LimitError

_MODULE: Final = "clause_auditor.documents.isolation.warden"
_PIECE: Final = 1 << 20
_START_SECONDS: Final = 5.0
"""What a process may take to start, beyond the time of the reader."""
_LOOK_SECONDS: Final = 0.05
"""How often a call that waits looks whether it is withdrawn."""
_ENVIRONMENT: Final = ("PATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TMPDIR")
"""What a reader gets to know of this process's surroundings: no keys, no passwords."""
_PLAINER: Final = "Save it again in its own program, or as plain text, and audit that file"


class Warden:
    """Starts the process that readers are forked from when it is first needed, and again where it is gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def connect(self) -> socket.socket:
        """Return a connection to a new reader; OSError if none can be started."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                self._send(theirs)
            except OSError:
                self._stop()
                self._send(theirs)
        return ours

    def prepare(self) -> None:
        """Start the process before the first file comes; return at once."""
        with self._lock:
            if self._control is None or self._owner != os.getpid():
                self._start()

    def close(self) -> None:
        """End the process; readers at work come to their end."""
        with self._lock:
            self._stop()

    def _send(self, connection: socket.socket) -> None:
        if self._control is None or self._owner != os.getpid():
            self._start()
        assert self._control is not None  # noqa: S101 - just started
        socket.send_fds(self._control, [b"j"], [connection.fileno()])

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        root = str(Path(__file__).parents[3])
        path = os.pathsep.join(dict.fromkeys([root, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]))
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", _MODULE, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | {"PYTHONPATH": path},
                start_new_session=True,
            )
        self._control, self._owner = ours, os.getpid()

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None and self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
        self._process = None


_WARDEN: Final = Warden()
atexit.register(_WARDEN.close)


def prepare_readers() -> None:
    """Start loading the readers beside this process, so that the first file need not wait for them."""
    _WARDEN.prepare()


def extract_contents(data: bytes, name: str, options: ReadingOptions, cancel: CancelToken | None = None) -> Contents:
    """Return what a file holds, read in a confined process.

    `name` stands in messages; it may decide between HTML and text. InputError if the file cannot be read, LimitError
    if reading it takes more time or memory than the options give, `Cancelled` if the token is set meanwhile: the
    process is then ended.
    """
    answer = _ask(data, name, options, cancel or CancelToken())
    try:
        return read_answer(answer, name)
    except (ValueError, LookupError, TypeError):
        raise _broke_off(name) from None


def mark_paper(
    data: bytes, name: str, marking: Marking, options: ReadingOptions, cancel: CancelToken | None = None
) -> MarkedFile:
    """Return a marked copy of one paper of a file, made in a confined process; raises as `extract_contents` does."""
    answer = _ask(data, name, options, cancel or CancelToken(), marking)
    try:
        return read_marked(answer, name)
    except (ValueError, LookupError, TypeError):
        raise _broke_off(name) from None


def _ask(data: bytes, name: str, options: ReadingOptions, cancel: CancelToken, marking: Marking | None = None) -> bytes:
    """Return the answer of a confined process; an error in this process's own words where there is none."""
    if os.name != "posix":
        cure = "Save it as plain text or Markdown and audit that file"
        raise InputError.at(name, "files of this kind are read on Linux and macOS only", cure)
    request = Request(Path(name).name, len(data), options, marking)
    deadline = time.monotonic() + options.seconds
    try:
        answer = _converse(data, request, deadline + _START_SECONDS, cancel)
    except TimeoutError:
        raise _too_slow(name, options) from None
    if answer == HELLO and time.monotonic() >= deadline:
        raise _too_slow(name, options)
    if not answer:
        problem = "the process that reads files of this kind could not be started"
        raise InputError.at(name, problem, "Check the installation, and the limits of the system for processes")
    return answer


def _converse(data: bytes, request: Request, deadline: float, cancel: CancelToken) -> bytes:
    """Return all that a reader says; TimeoutError at the deadline, `Cancelled` if the token is set."""
    answer = bytearray()
    try:
        with _WARDEN.connect() as connection:
            connection.settimeout(max(0.1, deadline - time.monotonic()))
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # what it has said is read all the same
                connection.sendall(write_request(request))
                connection.sendall(data)
            while len(answer) <= MOST_ANSWER:
                piece = _receive(connection, deadline, cancel)
                if not piece:
                    return bytes(answer)
                answer += piece
    except TimeoutError:
        raise
    except OSError:
        return bytes(answer)
    return HELLO


def _receive(connection: socket.socket, deadline: float, cancel: CancelToken) -> bytes:
    connection.settimeout(_LOOK_SECONDS)
    while True:
        cancel.check()
        try:
            return connection.recv(_PIECE)
        except TimeoutError:
            if time.monotonic() >= deadline:
                raise


def _too_slow(name: str, options: ReadingOptions) -> ClauseAuditorError:
    return LimitError.at(name, f"reading it took longer than {options.seconds:g} seconds", _PLAINER)


def _broke_off(name: str) -> ClauseAuditorError:
    return InputError.at(name, "its reader broke off: the file is damaged, or made to do harm", _PLAINER)
