"""A reader whose caller has gone is ended by the kernel: nobody waits for its answer."""

from __future__ import annotations

import fcntl
import os
import signal
import socket


def end_with(connection: socket.socket) -> None:
    """From here on this process ends when the other side closes the connection; it may neither send nor be sent."""
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGIO})
    fcntl.fcntl(connection, fcntl.F_SETOWN, os.getpid())
    _set_signals(connection, wanted=True)
    if _is_closed(connection):  # before the signal was asked for
        os._exit(0)


def outlive(connection: socket.socket) -> None:
    """Take `end_with` back: sending gives the same signal as a close."""
    _set_signals(connection, wanted=False)


def _set_signals(connection: socket.socket, *, wanted: bool) -> None:
    flags = fcntl.fcntl(connection, fcntl.F_GETFL)
    fcntl.fcntl(connection, fcntl.F_SETFL, flags | os.O_ASYNC if wanted else flags & ~os.O_ASYNC)


def _is_closed(connection: socket.socket) -> bool:
    try:
        return not connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return False
    except OSError:
        return True
