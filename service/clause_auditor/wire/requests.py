"""Whole requests to what the engine takes; every fault of a request is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from google.protobuf.message import Message

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.errors import Fault, InputError, LimitError
from clause_auditor.notation import Faults
from clause_auditor.v1 import audit_service_pb2, contract_pb2
from clause_auditor.wire.audits import View, view_from_proto
from clause_auditor.wire.bounds import contract_excess, excess
from clause_auditor.wire.contracts import contract_from_proto
from clause_auditor.wire.documents import text_bytes
from clause_auditor.wire.options import options_from_proto
from clause_auditor.wire.validation import violations


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a request is checked against besides the rules in the protos."""

    packs: Sequence[str]
    defaults: AuditOptions
    """Options where the request gives none, today's date among them."""
    max_text_bytes: int


@dataclass(frozen=True, slots=True)
class AuditTask:
    """A request as the engine takes it."""

    contract: Contract
    options: AuditOptions
    view: View
    validate_only: bool


@dataclass(frozen=True, slots=True)
class CompareTask:
    """Two drafts as the engine takes them."""

    old: Contract
    new: Contract
    options: AuditOptions
    view: View
    validate_only: bool


def check(message: Message) -> None:
    """Raise InputError with every rule of the protos that the message breaks."""
    if faults := excess(message) or violations(message):
        raise InputError(faults)


def read_task(message: audit_service_pb2.AuditContractRequest, bounds: Bounds, view: View) -> AuditTask:
    """Return the task; InputError lists all faults. Too many items, then too much text (LimitError), are told first.

    `view` is the default of the call.
    """
    given = [("contract", message.contract)] if message.HasField("contract") else []
    [contract], options = _read_contracts(message, given, bounds)
    return AuditTask(contract, options, view_from_proto(message.view, view), message.validate_only)


def read_compare_task(message: audit_service_pb2.CompareContractsRequest, bounds: Bounds) -> CompareTask:
    """Return the task of a comparison; raises as `read_task` does. The view defaults to FULL."""
    old_given = [("old_contract", message.old_contract)] if message.HasField("old_contract") else []
    new_given = [("new_contract", message.new_contract)] if message.HasField("new_contract") else []
    [old, new], options = _read_contracts(message, old_given + new_given, bounds)
    return CompareTask(old, new, options, view_from_proto(message.view, View.FULL), message.validate_only)


def _read_contracts(
    message: audit_service_pb2.AuditContractRequest | audit_service_pb2.CompareContractsRequest,
    named: Sequence[tuple[str, contract_pb2.Contract]],
    bounds: Bounds,
) -> tuple[list[Contract], AuditOptions]:
    """Return the contracts that are given in the fields of these names, and the options; one not given is a fault."""
    crowded = [fault for name, contract in named for fault in contract_excess(contract, name)]
    if crowded := [*excess(message.options, "options"), *crowded]:
        raise InputError(crowded)
    for name, contract in named:
        _check_size(contract, name, bounds.max_text_bytes)
    faults = Faults()
    faults.extend(violations(message))
    options = options_from_proto(message.options, bounds.packs, bounds.defaults, faults)
    contracts = [contract_from_proto(contract, name, faults) for name, contract in named]
    if faults.found:
        raise InputError(_distinct(faults.found))
    return contracts, options


def check_start(message: audit_service_pb2.AuditDocumentRequest, bounds: Bounds) -> None:
    """Raise InputError with every fault of the first message of an upload."""
    if crowded := excess(message.start.options, "start.options"):
        raise InputError(crowded)
    faults = Faults()
    faults.extend(violations(message))
    options_from_proto(message.start.options, bounds.packs, bounds.defaults, faults, "start.options")
    if faults.found:
        raise InputError(_distinct(faults.found))


def read_document_task(
    message: audit_service_pb2.AuditDocumentRequest, contract: Contract, bounds: Bounds
) -> AuditTask:
    """Return the task of an upload whose first message is sound and whose files are read."""
    start = message.start
    named = replace(
        contract,
        contract_key=start.contract_key or contract.contract_key,
        vendor_key=start.vendor_key or contract.vendor_key,
    )
    options = options_from_proto(start.options, bounds.packs, bounds.defaults, Faults())
    return AuditTask(named, options, view_from_proto(start.view, View.FULL), validate_only=False)


def _check_size(contract: contract_pb2.Contract, name: str, limit: int) -> None:
    size = text_bytes(contract.documents)
    if size > limit:
        cure = "Split the contract, or raise max_text_bytes in the server's settings"
        raise LimitError.at(f"{name}.documents", f"{size} bytes of text are more than the limit of {limit}", cure)


def _distinct(faults: Sequence[Fault]) -> list[Fault]:
    """Return the first fault of each place: the rules of the protos come before ours."""
    first: dict[str, Fault] = {}
    for fault in faults:
        first.setdefault(fault.place, fault)
    return list(first.values())
