"""Files that come in pieces: put together within a size and a time, and read in confined processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Generic, TypeVar

from clause_auditor.documents.bundle import GivenFile, find_given, join_found
from clause_auditor.documents.extraction import Unread
from clause_auditor.documents.found import Found, gather
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import Fault, InputError, LimitError
from clause_auditor.server.refusal import Refusal
from clause_auditor.v1 import audit_service_pb2, files_pb2
from clause_auditor.wire.requests import check
from clause_auditor.wire.statuses import slow_upload_status
from clause_auditor.wire.uploads import file_name, file_role

M = TypeVar("M", audit_service_pb2.AuditDocumentRequest, audit_service_pb2.ExtractContractRequest)
MOST_FILES: Final = 200
_ALL: Final = "files"


@dataclass(slots=True)
class _Incoming:
    header: files_pb2.FileHeader
    chunks: list[bytes] = field(default_factory=list)


class Upload(Generic[M]):
    """One upload as its messages come; nothing is asked of the client faster than it is taken in."""

    def __init__(self, messages: AsyncIterator[M], most_bytes: int, seconds: float) -> None:
        self._messages: AsyncIterator[M] = messages
        self._most = most_bytes
        self._seconds = seconds
        self._files: list[_Incoming] = []
        self._size = 0

    async def begin(self) -> M:
        """Return the first message; InputError if it does not say how to go on, Refusal if none comes in time."""
        try:
            async with asyncio.timeout(self._seconds):
                first: M | None = await anext(self._messages, None)
        except TimeoutError:
            raise Refusal(slow_upload_status(self._seconds)) from None
        if first is None or not first.HasField("start"):
            raise InputError.at("start", "the first message does not hold it", "Send it first, then the files")
        self._take(first)
        return first

    async def finish(self) -> list[GivenFile]:
        """Return the files when all have come.

        InputError if none came, LimitError if they are too large, Refusal if they take too long.
        """
        try:
            async with asyncio.timeout(self._seconds):
                async for message in self._messages:
                    if message.HasField("start"):
                        raise InputError.at("start", "it stands in a later message too", "Send it once, and first")
                    self._take(message)
        except TimeoutError:
            raise Refusal(slow_upload_status(self._seconds)) from None
        if not self._files:
            raise InputError.at(_ALL, "no file came", "Send the bytes of a contract in chunks")
        given = [_given(incoming) for incoming in self._files]
        self._files.clear()
        return given

    def _take(self, message: M) -> None:
        if message.HasField("file"):
            check(message.file)
            self._open(message.file)
        if message.chunk:
            if not self._files:
                self._open(files_pb2.FileHeader())
            self._size += len(message.chunk)
            self._check_size()
            self._files[-1].chunks.append(message.chunk)

    def _open(self, header: files_pb2.FileHeader) -> None:
        if len(self._files) == MOST_FILES:
            raise LimitError.at(_ALL, f"more than {MOST_FILES} files", "Send those that belong to one contract")
        self._files.append(_Incoming(header))

    def _check_size(self) -> None:
        if self._size > self._most:
            cure = "Send fewer or smaller files, or raise max_file_bytes in the server's settings"
            place = f"{_ALL}[{len(self._files) - 1}]"
            raise LimitError.at(place, f"the files are larger than the limit of {self._most} bytes", cure)


def read_files(files: Sequence[GivenFile], options: ReadingOptions, token: CancelToken) -> Contract:
    """Return the contract of the files; faults name the position of the file, as callers know it, not its name."""
    found = gather(_find(file, f"{_ALL}[{index}]", options, token) for index, file in enumerate(files))
    found.require_all()
    try:
        return join_found(found, options)
    except InputError as error:
        raise type(error)(replace(fault, place=_ALL) for fault in error.faults) from None


def _find(file: GivenFile, position: str, options: ReadingOptions, token: CancelToken) -> Found:
    try:
        found = find_given(file, options, token)
    except InputError as error:
        raise _at(position, file.name, error) from None
    return replace(found, unread=tuple(Unread(u.name, _at(position, file.name, u.error)) for u in found.unread))


def _at(position: str, name: str, error: InputError) -> InputError:
    return type(error)(_placed(fault, name, position) for fault in error.faults)


def _given(incoming: _Incoming) -> GivenFile:
    data = b"".join(incoming.chunks)
    incoming.chunks.clear()
    return GivenFile(file_name(incoming.header), data, file_role(incoming.header))


def _placed(fault: Fault, name: str, position: str) -> Fault:
    if fault.place.startswith(name):
        return replace(fault, place=position + fault.place.removeprefix(name))
    return replace(fault, place=f"{position}, {fault.place}" if fault.place else position)
