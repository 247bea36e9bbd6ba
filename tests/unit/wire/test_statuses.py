from __future__ import annotations

import pytest
from google.rpc import code_pb2, error_details_pb2

from clause_auditor.errors import Cancelled, Fault, InputError, LimitError, PackError
from clause_auditor.wire.statuses import busy_status, input_status, internal_status


def detail(status, kind):
    message = kind()
    assert any(one.Unpack(message) for one in status.details)
    return message


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (InputError.at("contract.signed_on", "no day"), "INVALID_CONTRACT"),
        (InputError([Fault("options.packs[0]", "unknown"), Fault("contract", "empty")]), "INVALID_CONTRACT"),
        (InputError.at("options.packs[0]", "unknown"), "UNKNOWN_PACK"),
        (InputError.at("options.as_of", "no day"), "INVALID_REQUEST"),
        (LimitError.at("contract.documents", "too much"), "CONTRACT_TOO_LARGE"),
        (PackError.at("pack.yaml:3", "unknown concept"), "INVALID_PACK"),
    ],
)
def test_the_reason_tells_what_to_mend(error, reason):
    status = input_status(error)
    info = detail(status, error_details_pb2.ErrorInfo)
    assert (status.code, info.reason, info.domain) == (code_pb2.INVALID_ARGUMENT, reason, "clause-auditor")


def test_each_fault_is_a_violation_with_its_cure():
    status = input_status(InputError([Fault("a", "one", "mend it"), Fault("b", "two")]))
    found = detail(status, error_details_pb2.BadRequest).field_violations
    assert [(one.field, one.description) for one in found] == [("a", "one. mend it"), ("b", "two")]
    assert status.message.startswith("2 faults")


def test_a_long_list_of_faults_fits_into_the_metadata_of_an_error():
    status = input_status(InputError([Fault(f"place[{number}]", "problem" * 10) for number in range(500)]))
    told = detail(status, error_details_pb2.BadRequest).field_violations
    assert [one.field for one in told] == [f"place[{number}]" for number in range(len(told))]
    assert 20 < len(told) < 100
    assert f"500 faults in the request, of which the first {len(told)} are told" in status.message
    assert status.ByteSize() * 4 / 3 < 8 * 1024


def test_one_fault_is_told_however_long_it_is():
    status = input_status(InputError.at("place", "problem" * 1000))
    assert len(detail(status, error_details_pb2.BadRequest).field_violations) == 1
    assert len(status.message) <= 500


def test_other_ends():
    assert input_status(Cancelled.at("", "withdrawn")).code == code_pb2.CANCELLED
    assert detail(busy_status(3), error_details_pb2.RetryInfo).retry_delay.seconds == 3
    assert detail(internal_status("r-1"), error_details_pb2.ErrorInfo).metadata["request_id"] == "r-1"
