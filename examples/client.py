"""Send a contract to a running `clause-auditor serve` and print what it says.

python examples/client.py examples/weak-vendor-dpa.md [HOST:PORT]
"""

from __future__ import annotations

import sys
from pathlib import Path

import grpc
from google.rpc import error_details_pb2, status_pb2  # type: ignore[import-untyped]  # ships no stubs

from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, contract_pb2, finding_pb2

DEADLINE = 30.0
"""Seconds. The server stops working on a call whose deadline has passed."""
LARGEST = 20 * 1024 * 1024
"""Bytes of one answer; gRPC's own default of 4 MiB is too small for the full audit of a long contract."""
VIOLATIONS = {finding_pb2.STATUS_WEAK, finding_pb2.STATUS_MISSING, finding_pb2.STATUS_CONTRARY}


def main(path: Path, address: str = "127.0.0.1:50051") -> int:
    """Print decision and violations; return 0, 1 if the contract fails, 2 if the call does."""
    document = contract_pb2.Document(id=path.name, text=path.read_text("utf-8"))
    contract = contract_pb2.Contract(documents=[document], contract_key=path.stem)
    request = audit_service_pb2.AuditContractRequest(contract=contract, view=audit_pb2.AUDIT_VIEW_FULL)
    with grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", LARGEST)]) as channel:
        stub = audit_service_pb2_grpc.AuditServiceStub(channel)
        try:
            audit = stub.AuditContract(request, timeout=DEADLINE).audit
        except grpc.RpcError as error:
            print_error(error)
            return 2
    print_audit(audit)
    return 1 if audit.decision == audit_pb2.DECISION_FAIL else 0


def print_audit(audit: audit_pb2.Audit) -> None:
    """Print the decision, then each violation with its passages and the wording that mends it."""
    print(audit_pb2.Decision.Name(audit.decision).removeprefix("DECISION_"), *audit.decision_reasons)
    for finding in audit.findings:
        if finding.status in VIOLATIONS:
            status = finding_pb2.Status.Name(finding.status).removeprefix("STATUS_").lower()
            print(f"\n{finding.rule_id}: {status}. {finding.message}")
            for passage in finding.evidence:
                print(f'  {passage.document_id} {passage.clause}, {passage.start}-{passage.end}: "{passage.quote}"')
            print(f"  Remedy: {finding.remedy}")


def print_error(error: grpc.RpcError) -> None:
    """Print the code, and the details that the server sends with it: each faulty field, or when to try again."""
    print(f"{error.code().name}: {error.details()}", file=sys.stderr)
    metadata = {item.key: item.value for item in error.trailing_metadata() or ()}
    data = metadata.get("grpc-status-details-bin", b"")
    for detail in status_pb2.Status.FromString(data).details:
        bad, retry = error_details_pb2.BadRequest(), error_details_pb2.RetryInfo()
        if detail.Unpack(bad):
            for violation in bad.field_violations:
                print(f"  {violation.field}: {violation.description}", file=sys.stderr)
        elif detail.Unpack(retry):
            print(f"  Try again in {retry.retry_delay.seconds} s", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
