"""Send files of one contract (Word, PDF, HTML, ZIP ...) to a running `clause-auditor serve`, and print the audit.

python examples/file_client.py draft.docx annex.pdf [--address HOST:PORT]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import grpc
from client import LARGEST, print_audit, print_error

from clause_auditor.v1 import audit_pb2, audit_service_pb2, audit_service_pb2_grpc, files_pb2

DEADLINE = 120.0
"""Seconds for upload, reading and audit together."""
CHUNK = 256 * 1024


def main(paths: Sequence[Path], address: str) -> int:
    """Print decision and violations; return 0, 1 if the contract fails, 2 if the call does."""
    with grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", LARGEST)]) as channel:
        stub = audit_service_pb2_grpc.AuditServiceStub(channel)
        try:
            audit = stub.AuditDocument(messages(paths), timeout=DEADLINE).audit
        except grpc.RpcError as error:
            print_error(error)
            return 2
    for sentence in audit.scope.views:
        print(sentence)
    print_audit(audit)
    return 1 if audit.decision == audit_pb2.DECISION_FAIL else 0


def messages(paths: Sequence[Path]) -> Iterator[audit_service_pb2.AuditDocumentRequest]:
    """Yield how to judge, then the header and the chunks of each file."""
    start = audit_service_pb2.AuditDocumentStart(view=audit_pb2.AUDIT_VIEW_FULL)
    yield audit_service_pb2.AuditDocumentRequest(start=start)
    for path in paths:
        yield audit_service_pb2.AuditDocumentRequest(file=files_pb2.FileHeader(name=path.name))
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield audit_service_pb2.AuditDocumentRequest(chunk=chunk)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Audit the files of one contract.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--address", default="127.0.0.1:50051")
    given = parser.parse_args()
    sys.exit(main(given.files, given.address))
