from __future__ import annotations

import pytest

from clause_auditor.v1 import audit_pb2, audit_service_pb2, rule_pack_service_pb2
from clause_auditor.v1 import contract_pb2 as pb
from clause_auditor.wire.bounds import contract_excess, excess

TEXTS = pb.TextSet(values=["a"] * 1001)


@pytest.mark.parametrize(
    ("contract", "place"),
    [
        (pb.Contract(documents=[pb.Document()] * 201), "contract.documents"),
        (pb.Contract(parties=[pb.Party()] * 101), "contract.parties"),
        (pb.Contract(facts={str(number): pb.FactValue() for number in range(101)}), "contract.facts"),
        (pb.Contract(documents=[pb.Document(clauses=[pb.Clause()] * 20_001)]), "contract.documents[0].clauses"),
        (pb.Contract(documents=[pb.Document(clauses=[pb.Clause()] * 20_000)] * 3), "contract.documents"),
        (pb.Contract(parties=[pb.Party(), pb.Party(aliases=["a"] * 51)]), "contract.parties[1].aliases"),
        (pb.Contract(facts={"secret": pb.FactValue(set_value=TEXTS)}), "contract.facts[*].set_value.values"),
    ],
)
def test_too_many_items_are_one_fault(contract, place):
    assert [fault.place for fault in contract_excess(contract, "contract")] == [place]


def test_as_many_as_are_allowed_are_none():
    documents = [pb.Document(clauses=[pb.Clause()] * 200)] * 200
    facts = {str(number): pb.FactValue(set_value=pb.TextSet(values=["a"] * 1000)) for number in range(100)}
    assert contract_excess(pb.Contract(documents=documents, facts=facts), "contract") == []


@pytest.mark.parametrize(
    "request_",
    [
        audit_pb2.AuditOptions(packs=["a"] * 51),
        audit_service_pb2.BatchAuditContractsRequest(requests=[audit_service_pb2.AuditContractRequest()] * 101),
        rule_pack_service_pb2.CheckPackRequest(files={str(number): b"" for number in range(1001)}),
    ],
)
def test_requests_are_bounded_too(request_):
    assert len(excess(request_)) == 1
