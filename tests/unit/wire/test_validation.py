from __future__ import annotations

import pytest

from clause_auditor.v1 import audit_pb2, audit_service_pb2, rule_pack_service_pb2
from clause_auditor.v1 import contract_pb2 as pb
from clause_auditor.wire.validation import violations

TEXT = "The Supplier hosts the data."


def places(message) -> list[str]:
    return [fault.place for fault in violations(message)]


def test_a_plain_request_breaks_no_rule():
    contract = pb.Contract(documents=[pb.Document(text=TEXT)])
    assert places(audit_service_pb2.AuditContractRequest(contract=contract)) == []


@pytest.mark.parametrize(
    ("contract", "place"),
    [
        (pb.Contract(documents=[pb.Document()]), "documents[0]"),
        (pb.Contract(documents=[pb.Document(text=TEXT, clauses=[pb.Clause(text=TEXT)])]), "documents[0]"),
        (pb.Contract(documents=[pb.Document(text=TEXT, rank=-1)]), "documents[0].rank"),
        (pb.Contract(documents=[pb.Document(text=TEXT, role=77)]), "documents[0].role"),
        (pb.Contract(documents=[pb.Document(text=TEXT, language="EN")]), "documents[0].language"),
        (pb.Contract(documents=[pb.Document(text=TEXT)] * 201), "documents"),
        (pb.Contract(parties=[pb.Party(role=pb.PARTY_ROLE_PROCESSOR)]), "parties[0].name"),
        (pb.Contract(parties=[pb.Party(name="Tern")]), "parties[0].role"),
        (pb.Contract(parties=[pb.Party(name="Tern", role=2, jurisdiction="fr")]), "parties[0].jurisdiction"),
        (pb.Contract(parties=[pb.Party(name="Tern", role=2, aliases=[""])]), "parties[0].aliases[0]"),
        (pb.Contract(signed_on="31.03.2026"), "signed_on"),
        (pb.Contract(contract_key="k" * 257), "contract_key"),
        (pb.Contract(incorporated=[pb.IncorporatedText()]), "incorporated[0].name"),
        (pb.Contract(facts={"term": pb.FactValue()}), "facts[term].value"),
        (
            pb.Contract(facts={"term": pb.FactValue(duration_value=pb.Duration(amount=1))}),
            "facts[term].duration_value.unit",
        ),
        (pb.Contract(facts={"term": pb.FactValue(promptness_value=0)}), "facts[term].promptness_value"),
    ],
)
def test_each_rule_is_told_by_the_path_of_its_field(contract, place):
    assert places(contract) == [place]


@pytest.mark.parametrize(
    ("options", "place"),
    [
        (audit_pb2.AuditOptions(packs=["gdpr", "gdpr"]), "packs"),
        (audit_pb2.AuditOptions(packs=[""]), "packs[0]"),
        (audit_pb2.AuditOptions(as_of="today"), "as_of"),
        (audit_pb2.AuditOptions(fail_on=1), "fail_on"),
        (audit_pb2.AuditOptions(perspective=9), "perspective"),
    ],
)
def test_options_have_rules_too(options, place):
    assert places(options) == [place]


def test_items_of_a_batch_are_left_to_themselves():
    batch = audit_service_pb2.BatchAuditContractsRequest(requests=[audit_service_pb2.AuditContractRequest(view=9)])
    assert places(batch) == []


def test_a_key_or_a_value_of_the_callers_is_never_repeated():
    files = {"merger-with-tern.yaml": b"a" * (1024 * 1024 + 1)}
    contract = pb.Contract(facts={"merger with tern": pb.FactValue()}, signed_on="merger", governing_law="merger" * 50)
    told = violations(rule_pack_service_pb2.CheckPackRequest(files=files)) + violations(contract)
    assert [fault.place for fault in told] == ["files[*]", "facts[*].value", "signed_on", "governing_law"]
    assert "merger" not in " ".join(map(str, told))
