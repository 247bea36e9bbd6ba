"""Where uploads come in: so many at a time, read by so many readers, beside the audits and never in their way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

from grpc import aio

from clause_auditor.documents import prepare_readers
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.server.calls import current_call
from clause_auditor.server.config import ServerConfig
from clause_auditor.server.uploads import M, Upload, read_files
from clause_auditor.server.workers import Seat, Workers
from clause_auditor.wire.uploads import reading_from_proto

Context = aio.ServicerContext[Any, Any]
T = TypeVar("T")


class Desk:
    """Takes uploads in and gives contracts out."""

    def __init__(self, config: ServerConfig) -> None:
        self.readers = Workers(config.readers, config.uploads + config.queue, "read")
        self._places = asyncio.Semaphore(config.uploads)
        self._config = config
        prepare_readers()

    async def read(
        self,
        messages: AsyncIterator[M],
        context: Context,
        check_start: Callable[[M], None],
        make: Callable[[M, Contract], T],
    ) -> T:
        """Return what `make` makes, beside the loop, of the first message and the contract of all files.

        `check_start` looks at the first message before the files come.

        A call that finds no place free waits for one, and its client is not asked for bytes meanwhile. Raises
        InputError or Refusal; a call that is withdrawn ends the process that reads its file.
        """
        async with self.readers.seat(context.time_remaining()) as seat, self._places:
            upload = Upload(messages, self._config.max_file_bytes, self._config.upload_seconds)
            first = await upload.begin()
            check_start(first)
            options = reading_from_proto(first.start.reading, self._options())
            return await self._read(upload, seat, options, lambda contract: make(first, contract))

    async def _read(self, upload: Upload[M], seat: Seat, options: ReadingOptions, make: Callable[[Contract], T]) -> T:
        files = await upload.finish()
        notes = current_call().notes
        notes["files"] = len(files)
        notes["file_bytes"] = sum(len(file.data) for file in files)
        return await seat.run(lambda token: make(read_files(files, options, token)))

    def _options(self) -> ReadingOptions:
        return ReadingOptions(max_file_bytes=self._config.max_file_bytes, max_text_bytes=self._config.max_text_bytes)
