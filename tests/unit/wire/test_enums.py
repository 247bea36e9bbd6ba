from __future__ import annotations

import pytest

from clause_auditor.domain import audit, comparison, contract, duration, finding, party
from clause_auditor.v1 import audit_pb2, comparison_pb2, contract_pb2, finding_pb2
from clause_auditor.wire import enums

PAIRS = [
    (enums.STATUS, finding.Status, finding_pb2.Status),
    (enums.SEVERITY, finding.Severity, finding_pb2.Severity),
    (enums.BASIS, finding.Basis, finding_pb2.Basis),
    (enums.DECISION, audit.Decision, audit_pb2.Decision),
    (enums.PERSPECTIVE, audit.Perspective, audit_pb2.Perspective),
    (enums.CHANGE, comparison.Change, comparison_pb2.Change),
    (enums.DOCUMENT_ROLE, contract.DocumentRole, contract_pb2.DocumentRole),
    (enums.PARTY_ROLE, party.Role, contract_pb2.PartyRole),
    (enums.UNIT, duration.Unit, contract_pb2.DurationUnit),
    (enums.PROMPTNESS, duration.Promptness, contract_pb2.Promptness),
]


@pytest.mark.parametrize(("pair", "members", "wrapper"), PAIRS, ids=lambda value: getattr(value, "__name__", ""))
def test_each_value_has_its_counterpart_and_none_is_left_over(pair, members, wrapper):
    numbers = {pair.number(member) for member in members}
    assert numbers == set(wrapper.values()) - {0}
    other = list(members)[-1]
    assert [pair.member(pair.number(member), other) for member in members] == list(members)


def test_a_value_not_given_or_not_known_is_the_default():
    assert enums.SEVERITY.member(0, finding.Severity.LOW) is finding.Severity.LOW
    assert enums.SEVERITY.member(99, finding.Severity.HIGH) is finding.Severity.HIGH
