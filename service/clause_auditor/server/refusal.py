"""A call that ends with an error of our choice, and every other exception as such an error."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from google.protobuf.message import DecodeError

from clause_auditor.errors import ClauseAuditorError
from clause_auditor.server.logs import get_logger
from clause_auditor.wire.statuses import input_status, internal_status

if TYPE_CHECKING:
    from google.rpc.status_pb2 import Status  # type: ignore[import-untyped]  # ships no stubs


class Refusal(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Ends the call with a status."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.code)
        self.status = status


def status_of(error: Exception, request_id: str) -> Status:
    """Return the status that a call ends with; a fault of the program is logged by its place, without its message."""
    if isinstance(error, Refusal):
        return error.status
    if isinstance(error, ClauseAuditorError):
        return input_status(error)
    if isinstance(error, DecodeError):
        return input_status(ClauseAuditorError.at("", "the bytes are no message of this method"))
    get_logger().error("fault", request_id=request_id, fault=type(error).__name__, frames=_frames(error))
    return internal_status(request_id)


def _frames(error: BaseException) -> list[str]:
    return [f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
