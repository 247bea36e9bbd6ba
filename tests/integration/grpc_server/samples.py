"""Contracts and requests in our own words, and what tests ask of errors."""

from __future__ import annotations

import grpc
from google.rpc import error_details_pb2, status_pb2

from clause_auditor.v1 import audit_pb2, audit_service_pb2, contract_pb2

GOOD = """# Data Processing Agreement

This agreement is made between Brook Clinics GmbH ("Controller") and Tern Hosting SAS ("Processor").

## 1. Breaches

The Processor shall notify the Controller of any personal data breach without undue delay and in any case within
48 hours after having become aware of it.
"""
BAD = GOOD.replace("shall notify", "is not obliged to notify")


def make_contract(text: str = GOOD, **fields: object) -> contract_pb2.Contract:
    parties = [
        contract_pb2.Party(name="Brook Clinics GmbH", role=contract_pb2.PARTY_ROLE_CONTROLLER, jurisdiction="DE"),
        contract_pb2.Party(name="Tern Hosting SAS", role=contract_pb2.PARTY_ROLE_PROCESSOR, jurisdiction="FR"),
    ]
    return contract_pb2.Contract(documents=[contract_pb2.Document(text=text)], parties=parties, **fields)


def make_request(text: str = GOOD, key: str = "", **fields: object) -> audit_service_pb2.AuditContractRequest:
    options = audit_pb2.AuditOptions(packs=["gdpr"], as_of="2026-03-31")
    contract = make_contract(text, contract_key=key)
    return audit_service_pb2.AuditContractRequest(**{"contract": contract, "options": options} | fields)


def long_text(clauses: int) -> str:
    return "# Agreement\n\n" + "\n\n".join(
        f"{number}. The Processor shall keep a record of item {number}, and shall show it to the Controller on demand; "
        "it shall not hand the record to anybody else."
        for number in range(1, clauses + 1)
    )


def status_from(error: grpc.RpcError) -> status_pb2.Status:
    details = dict(error.trailing_metadata())["grpc-status-details-bin"]
    return status_pb2.Status.FromString(details)


def reason_in(status: status_pb2.Status) -> str:
    return next(_unpacked(status, error_details_pb2.ErrorInfo)).reason


def fields_in(status: status_pb2.Status) -> list[str]:
    return [one.field for bad in _unpacked(status, error_details_pb2.BadRequest) for one in bad.field_violations]


def _unpacked(status, kind):
    for detail in status.details:
        message = kind()
        if detail.Unpack(message):
            yield message
