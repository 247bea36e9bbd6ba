"""The process that readers are born from: it holds all code loaded, and forks once for every file.

Run as `python -m clause_auditor.documents.isolation.warden FD`, where FD is a UNIX socket on which each message brings
the connection of one job. It ends when the other side closes.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys

from clause_auditor.documents.isolation.confinement import confine, load_codecs
from clause_auditor.documents.isolation.dispatch import Dispatcher, refusal
from clause_auditor.documents.isolation.messages import (
    HELLO,
    Request,
    read_request,
    write_contents,
    write_error,
    write_marked,
)
from clause_auditor.documents.isolation.rehearsal import rehearse
from clause_auditor.documents.isolation.withdrawal import end_with, outlive

_PIECE = 1 << 20


def serve(control: socket.socket) -> None:
    """Fork a reader for every connection that comes; return when the other side is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    load_codecs()
    rehearse()
    gc.collect()
    gc.freeze()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        if descriptors and os.fork() == 0:
            control.close()
            _work(socket.socket(fileno=descriptors[0]))
        for descriptor in descriptors:
            os.close(descriptor)


def _work(connection: socket.socket) -> None:
    """Answer one request and end this process, whatever happens."""
    try:
        connection.sendall(HELLO)
        line, rest = _read_line(connection)
        request = read_request(line)
        confine(request.options)
        gc.set_threshold(100_000)  # the process ends before there is much to collect
        data = _read_rest(connection, rest, request.size)
        end_with(connection)
        answer = _answer(data, request)
        outlive(connection)
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)
    finally:
        os._exit(0)


def _answer(data: bytes, request: Request) -> bytes:
    dispatcher = Dispatcher(request.options)
    try:
        if request.marking is not None:
            return write_marked(dispatcher.mark(data, request.name, request.marking))
        return write_contents(dispatcher.read(data, request.name))
    except Exception as error:
        return write_error(refusal(error))


def _read_line(connection: socket.socket) -> tuple[bytes, bytes]:
    data = b""
    while b"\n" not in data:
        piece = connection.recv(_PIECE)
        if not piece:
            raise EOFError
        data += piece
    line, _, rest = data.partition(b"\n")
    return line, rest


def _read_rest(connection: socket.socket, rest: bytes, size: int) -> bytes:
    data = bytearray(rest)
    while len(data) < size:
        piece = connection.recv(_PIECE)
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
