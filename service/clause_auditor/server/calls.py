"""A call while it runs: its id, and what the log will say of it."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field

REQUEST_ID = "x-request-id"
_SOUND = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")


@dataclass(slots=True)
class Call:
    """One call: the fields are sizes, names of ours and codes, never words of the caller's."""

    method: str
    request_id: str
    started: float = field(default_factory=time.perf_counter)
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def milliseconds(self) -> float:
        """How long it has run."""
        return round((time.perf_counter() - self.started) * 1000, 2)


_current: ContextVar[Call] = ContextVar("call")


def begin_call(method: str, metadata: Sequence[tuple[str, str | bytes]]) -> Call:
    """Make the call current, with the request id of its metadata if that is sound, else a new one."""
    call = Call(method.rsplit("/", 1)[-1], _request_id(metadata))
    _current.set(call)
    return call


def current_call() -> Call:
    """Return the call that runs; LookupError outside of one."""
    return _current.get()


def _request_id(metadata: Sequence[tuple[str, str | bytes]]) -> str:
    for key, value in metadata:
        if key == REQUEST_ID and isinstance(value, str) and _SOUND.match(value):
            return value
    return uuid.uuid4().hex
