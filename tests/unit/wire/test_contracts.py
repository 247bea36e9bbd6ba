from __future__ import annotations

import pytest

from clause_auditor.domain.contract import DocumentRole, IncorporatedText
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.party import Party, Role
from clause_auditor.notation import Faults
from clause_auditor.v1 import contract_pb2 as pb
from clause_auditor.wire.contracts import contract_from_proto
from clause_auditor.wire.documents import text_bytes

TEXT = "1. Scope\n\nThe Supplier hosts the data.\n"


def convert(message: pb.Contract):
    faults = Faults()
    return contract_from_proto(message, "contract", faults), [fault.place for fault in faults.found]


def convert_facts(**facts: pb.FactValue):
    contract, places = convert(pb.Contract(facts=facts))
    return contract.facts, places


def test_every_field_finds_its_place():
    message = pb.Contract(
        documents=[pb.Document(id="a", text=TEXT, title="Order Form", rank=2, language="en")],
        parties=[pb.Party(name="Tern", role=pb.PARTY_ROLE_PROCESSOR, jurisdiction="FR", aliases=["Vendor"])],
        incorporated=[pb.IncorporatedText(name="Terms", supplied=True)],
        contract_key="c-1",
        vendor_key="v-1",
        signed_on="2026-03-31",
        governing_law="France",
    )
    contract, places = convert(message)
    document = contract.document("a")
    assert not places
    assert (document.text, document.role, document.rank) == (TEXT, DocumentRole.ORDER_FORM, 2)
    assert (document.title, document.language) == ("Order Form", "en")
    assert contract.parties == (Party("Tern", Role.PROCESSOR, "FR", ("Vendor",)),)
    assert contract.incorporated == (IncorporatedText("Terms", supplied=True),)
    assert (contract.contract_key, contract.vendor_key) == ("c-1", "v-1")
    assert (contract.signed_on, contract.governing_law) == ("2026-03-31", "France")


def test_a_role_that_is_told_prevails_over_the_title():
    document = pb.Document(text=TEXT, title="Order Form", role=pb.DOCUMENT_ROLE_DPA)
    contract, _ = convert(pb.Contract(documents=[document]))
    assert contract.documents[0].role is DocumentRole.DPA


def test_one_document_may_go_without_an_id_and_its_line_ends_become_plain():
    contract, places = convert(pb.Contract(documents=[pb.Document(text="\ufeffOne.\r\nTwo.\rThree.")]))
    assert (contract.documents[0].id, contract.documents[0].text, places) == ("main", "One.\nTwo.\nThree.", [])


def test_clauses_become_one_text_with_a_mark_for_each():
    clauses = [pb.Clause(number="1", heading="Scope", text="It hosts."), pb.Clause(number="2", text="It deletes.")]
    contract, _ = convert(pb.Contract(documents=[pb.Document(clauses=clauses)]))
    document = contract.documents[0]
    assert [document.text[mark.body : mark.end] for mark in document.clauses] == ["It hosts.", "It deletes."]
    assert [(mark.number, mark.heading) for mark in document.clauses] == [("1", "Scope"), ("2", "")]


@pytest.mark.parametrize(
    ("ids", "place"), [(["a", ""], "contract.documents[1].id"), (["a", "b", "a"], "contract.documents[2].id")]
)
def test_several_documents_have_an_id_each(ids, place):
    _, places = convert(pb.Contract(documents=[pb.Document(id=name, text=TEXT) for name in ids]))
    assert places == [place]


def test_a_fault_of_a_text_is_told_by_the_position_of_the_document():
    faults = Faults()
    documents = [pb.Document(id="a", text=TEXT), pb.Document(id="secret.docx", text="a\0b")]
    contract_from_proto(pb.Contract(documents=documents), "contract", faults)
    assert faults.found[0].place == "contract.documents[1]"
    assert "secret" not in str(faults.found[0])


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_a_fault(day):
    _, places = convert(pb.Contract(documents=[pb.Document(text=TEXT)], signed_on=day))
    assert places == ["contract.signed_on"]


def test_an_empty_contract_is_a_fault():
    assert convert(pb.Contract(contract_key="c"))[1] == ["contract"]


def test_facts_of_every_kind():
    facts, places = convert_facts(
        encryption_at_rest=pb.FactValue(bool_value=False),
        controller=pb.FactValue(text_value="Brook Clinics"),
        disposal=pb.FactValue(text_value="delete"),
        breach_notice=pb.FactValue(duration_value=pb.Duration(amount=3, unit=pb.DURATION_UNIT_BUSINESS_DAYS)),
        disposal_within=pb.FactValue(promptness_value=pb.PROMPTNESS_IMMEDIATE),
        term=pb.FactValue(text_value="none"),
        processing_purposes=pb.FactValue(set_value=pb.TextSet()),
        processing_locations=pb.FactValue(set_value=pb.TextSet(values=["DE", "EEA", "DE"])),
    )
    assert not places
    assert facts == {
        "encryption_at_rest": False,
        "controller": "Brook Clinics",
        "disposal": "delete",
        "breach_notice": Duration(3, Unit.BUSINESS_DAYS),
        "disposal_within": Promptness.IMMEDIATE,
        "term": "none",
        "processing_purposes": frozenset(),
        "processing_locations": frozenset({"DE", "EEA"}),
    }
    assert list(facts) == sorted(facts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("encryption_at_rest", pb.FactValue(text_value="yes")),
        ("controller", pb.FactValue(bool_value=True)),
        ("disposal", pb.FactValue(text_value="burn")),
        ("disposal", pb.FactValue(duration_value=pb.Duration(amount=1, unit=pb.DURATION_UNIT_HOURS))),
        ("breach_notice", pb.FactValue(bool_value=True)),
        ("breach_notice", pb.FactValue(text_value="soon")),
        ("processing_purposes", pb.FactValue(text_value="hosting")),
        ("encryption_at_rest", pb.FactValue(promptness_value=pb.PROMPTNESS_PROMPT)),
    ],
)
def test_a_fact_of_another_type_is_a_fault(name, value):
    facts, places = convert_facts(**{name: value})
    assert (facts, places) == ({}, [f"contract.facts[{name}]"])


def test_an_unknown_fact_is_not_repeated_but_the_nearest_is_named():
    faults = Faults()
    contract_from_proto(pb.Contract(facts={"breach_notise": pb.FactValue(bool_value=True)}), "contract", faults)
    assert "breach_notise" not in str(faults.found[0])
    assert "breach_notice" in faults.found[0].cure


def test_size_is_told_in_bytes_of_all_words():
    clauses = [pb.Clause(number="1", heading="Ü", text="né")]
    assert text_bytes([pb.Document(text="abc"), pb.Document(clauses=clauses)]) == 3 + 1 + 2 + 3
