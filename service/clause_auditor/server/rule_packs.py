"""The servicer of RulePackService."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from grpc import aio

from clause_auditor.domain.rule import Library
from clause_auditor.engine.cancellation import CancelToken
from clause_auditor.errors import Fault, InputError, PackError
from clause_auditor.packs import check_library, load_files
from clause_auditor.server.refusal import Refusal
from clause_auditor.server.workers import Workers
from clause_auditor.v1 import rule_pack_service_pb2, rule_pack_service_pb2_grpc
from clause_auditor.wire.options import there_are
from clause_auditor.wire.packs import pack_to_proto
from clause_auditor.wire.requests import check
from clause_auditor.wire.statuses import unknown_pack_status

Context = aio.ServicerContext[Any, Any]
DEFAULT_PAGE = 50
LARGEST_PAGE = 100
_AFTER = b"after:"


class RulePackServicer(rule_pack_service_pb2_grpc.RulePackServiceServicer):
    """Shows and checks packs; docs in rule_pack_service.proto."""

    def __init__(self, library: Library, workers: Workers) -> None:
        self._packs = {pack.name: pack for pack in sorted(library.packs, key=lambda pack: pack.name)}
        self._workers = workers

    async def ListPacks(  # noqa: N802 - named by the proto
        self, request: rule_pack_service_pb2.ListPacksRequest, context: Context
    ) -> rule_pack_service_pb2.ListPacksResponse:
        """List the packs by name, a page at a time."""
        check(request)
        after = _read_token(request.page_token)
        rest = [pack for name, pack in self._packs.items() if name > after]
        page = rest[: min(request.page_size or DEFAULT_PAGE, LARGEST_PAGE)]
        return rule_pack_service_pb2.ListPacksResponse(
            packs=[pack_to_proto(pack, rules=False) for pack in page],
            next_page_token=_write_token(page[-1].name) if len(page) < len(rest) else "",
        )

    async def GetPack(  # noqa: N802 - named by the proto
        self, request: rule_pack_service_pb2.GetPackRequest, context: Context
    ) -> rule_pack_service_pb2.GetPackResponse:
        """Give one pack with its rules."""
        check(request)
        pack = self._packs.get(request.name)
        if pack is None:
            raise Refusal(unknown_pack_status(there_are(list(self._packs))))
        return rule_pack_service_pb2.GetPackResponse(pack=pack_to_proto(pack, rules=True))

    async def CheckPack(  # noqa: N802 - named by the proto
        self, request: rule_pack_service_pb2.CheckPackRequest, context: Context
    ) -> rule_pack_service_pb2.CheckPackResponse:
        """Check the files of a pack."""
        check(request)
        files = dict(request.files)
        async with self._workers.seat(context.time_remaining()) as seat:
            return await seat.run(lambda token: _check_files(files, token))


def _check_files(files: Mapping[str, bytes], token: CancelToken) -> rule_pack_service_pb2.CheckPackResponse:
    try:
        library = load_files(files)
    except PackError as error:
        return rule_pack_service_pb2.CheckPackResponse(faults=[_fault(fault) for fault in error.faults])
    token.check()
    faults = check_library(library)
    return rule_pack_service_pb2.CheckPackResponse(
        valid=not faults,
        faults=[_fault(fault) for fault in faults],
        rule_count=sum(len(pack.rules) for pack in library.packs),
        digest=library.digest,
    )


def _fault(fault: Fault) -> rule_pack_service_pb2.PackFault:
    return rule_pack_service_pb2.PackFault(place=fault.place, problem=fault.problem, cure=fault.cure)


def _write_token(name: str) -> str:
    return b64encode(_AFTER + name.encode()).decode()


def _read_token(token: str) -> str:
    """Return the name after which the page begins; an empty one for the first page."""
    with suppress(ValueError):
        data = b64decode(token, validate=True)
        if not token or data.startswith(_AFTER):
            return data.removeprefix(_AFTER).decode()
    cure = "Give the next_page_token of an answer as it is"
    raise InputError.at("page_token", "this is no token of ours", cure)
