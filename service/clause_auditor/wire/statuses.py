"""Errors to google.rpc.Status with its details."""

from __future__ import annotations

from collections.abc import Sequence

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.rpc import code_pb2, error_details_pb2, status_pb2  # type: ignore[import-untyped]  # ships no stubs

from clause_auditor.errors import Cancelled, ClauseAuditorError, Fault, LimitError, PackError, ProtectedError

DOMAIN = "clause-auditor"
_FILES = "files"
_CONTRACTS = ("contract", "old_contract", "new_contract")
_CODES = {"PASSWORD_PROTECTED": code_pb2.FAILED_PRECONDITION, "FILE_TOO_LARGE": code_pb2.RESOURCE_EXHAUSTED}
"""Of reasons that are no INVALID_ARGUMENT."""


def input_status(error: ClauseAuditorError) -> status_pb2.Status:
    """Return the status of a fault of the caller's, with one field violation for each fault: INVALID_ARGUMENT.

    A file with a password is FAILED_PRECONDITION, one that costs too much RESOURCE_EXHAUSTED, a withdrawn call
    CANCELLED.
    """
    if isinstance(error, Cancelled):
        return make_status(code_pb2.CANCELLED, "the call was withdrawn")
    violations = _fitting(error.faults)
    bad = error_details_pb2.BadRequest(field_violations=violations)
    reason = _reason(error)
    code = _CODES.get(reason, code_pb2.INVALID_ARGUMENT)
    return make_status(code, _summary(error, len(violations)), reason, bad)


def slow_upload_status(seconds: float) -> status_pb2.Status:
    """Return DEADLINE_EXCEEDED for files that did not come in the seconds that an upload may take."""
    message = f"the files did not come within {seconds:g} seconds; send them faster, or smaller ones"
    return make_status(code_pb2.DEADLINE_EXCEEDED, message, "UPLOAD_TOO_SLOW")


def busy_status(seconds: int) -> status_pb2.Status:
    """Return RESOURCE_EXHAUSTED for a full queue, with the seconds after which to try again."""
    message = "the server is busy; try again later"
    return make_status(code_pb2.RESOURCE_EXHAUSTED, message, "QUEUE_FULL", _retry(seconds))


def crowded_status(seconds: int) -> status_pb2.Status:
    """Return RESOURCE_EXHAUSTED for calls that hold too many bytes together, with the seconds after which to retry."""
    message = "the server holds as many bytes of other calls as it may; try again later"
    return make_status(code_pb2.RESOURCE_EXHAUSTED, message, "MEMORY_FULL", _retry(seconds))


def _retry(seconds: int) -> error_details_pb2.RetryInfo:
    return error_details_pb2.RetryInfo(retry_delay=Duration(seconds=seconds))


def answer_too_large_status(size: int, limit: int) -> status_pb2.Status:
    """Return RESOURCE_EXHAUSTED for an answer above the limit, in bytes."""
    message = f"the answer has {size} bytes, more than the limit of {limit}; ask for a smaller view or batch"
    return make_status(code_pb2.RESOURCE_EXHAUSTED, message, "ANSWER_TOO_LARGE")


def stopping_status() -> status_pb2.Status:
    """Return UNAVAILABLE for a server that takes no more calls."""
    return make_status(code_pb2.UNAVAILABLE, "the server is stopping; try another", "STOPPING")


def unknown_pack_status(cure: str) -> status_pb2.Status:
    """Return NOT_FOUND for a pack that is not there."""
    return make_status(code_pb2.NOT_FOUND, f"there is no pack of this name. {cure}", "UNKNOWN_PACK")


def internal_status(request_id: str) -> status_pb2.Status:
    """Return INTERNAL with nothing but the id under which the log tells more."""
    message = f"a fault of the server; request id {request_id}"
    info = error_details_pb2.ErrorInfo(reason="INTERNAL", domain=DOMAIN, metadata={"request_id": request_id})
    return _pack(status_pb2.Status(code=code_pb2.INTERNAL, message=message), info)


def make_status(code: code_pb2.Code.ValueType, message: str, reason: str = "", *details: Message) -> status_pb2.Status:
    """Return a status with an ErrorInfo of the reason, if there is one, and the details."""
    info = [error_details_pb2.ErrorInfo(reason=reason, domain=DOMAIN)] if reason else []
    return _pack(status_pb2.Status(code=code, message=message), *info, *details)


_LONGEST_SUMMARY = 500
_LARGEST_DETAIL = 4000
"""Bytes. Details travel in the trailing metadata, of which gRPC by default takes 8 KiB; its coding adds a third."""


def _pack(status: status_pb2.Status, *details: Message) -> status_pb2.Status:
    for detail in details:
        status.details.add().Pack(detail)
    return status


def _fitting(faults: Sequence[Fault]) -> list[error_details_pb2.BadRequest.FieldViolation]:
    """Return the violations as far as they fit into an error, the first one always."""
    violations: list[error_details_pb2.BadRequest.FieldViolation] = []
    room = _LARGEST_DETAIL
    for fault in faults:
        violation = _violation(fault)
        room -= violation.ByteSize() + 4
        if room < 0 and violations:
            break
        violations.append(violation)
    return violations


def _summary(error: ClauseAuditorError, told: int) -> str:
    count = len(error.faults)
    head = f"{count} fault{'s' if count != 1 else ''} in the request"
    if told < count:
        head += f", of which the first {told} are told"
    text = f"{head}: {'; '.join(map(str, error.faults[:told]))}"
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 2]} …"


def _violation(fault: Fault) -> error_details_pb2.BadRequest.FieldViolation:
    description = str(Fault("", fault.problem, fault.cure))
    return error_details_pb2.BadRequest.FieldViolation(field=fault.place, description=description)


def _reason(error: ClauseAuditorError) -> str:
    places = [fault.place for fault in error.faults]
    of_files = any(place.startswith(_FILES) for place in places)
    if isinstance(error, ProtectedError):
        return "PASSWORD_PROTECTED"
    if isinstance(error, LimitError):
        return "FILE_TOO_LARGE" if of_files else "CONTRACT_TOO_LARGE"
    if isinstance(error, PackError):
        return "INVALID_PACK"
    if any(place.startswith(_CONTRACTS) for place in places):
        return "INVALID_CONTRACT"
    if of_files:
        return "UNREADABLE_FILE"
    return "UNKNOWN_PACK" if any("options.packs[" in place for place in places) else "INVALID_REQUEST"
