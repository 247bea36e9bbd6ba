"""Structured contracts: read whole, refused with every fault, written back as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clause_auditor.documents import contract_json, read_data, read_file
from clause_auditor.documents.record import KEYS
from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.fact import FACT_TYPES
from clause_auditor.domain.party import Role
from clause_auditor.errors import InputError

from .word.word_files import p, r, write

WHOLE = """\
contract_key: k-1
vendor_key: v-1
signed_on: 2026-03-12
governing_law: Norway
parties:
  - {name: Acme GmbH, role: processor, jurisdiction: NO, aliases: [Vendor, Acme]}
documents:
  - id: dpa
    title: Processing Terms
    role: dpa
    rank: 1
    language: en
    clauses:
      - {number: 4.10, heading: Security, text: Keys rotate.}
      - {number: "5", text: "Logs stay."}
  - {id: msa, text: "Master Agreement\\n\\nText."}
incorporated:
  - {name: Decision 2021/915}
facts:
  breach_notice: 48 hours
"""


def read(text: str, name: str = "r.yaml") -> Contract:
    return read_data(text.encode(), name)


def refused(text: str, name: str = "r.yaml") -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text, name)
    return [str(fault) for fault in caught.value.faults]


def test_every_field_arrives() -> None:
    contract = read(WHOLE)
    assert (contract.contract_key, contract.vendor_key, contract.signed_on) == ("k-1", "v-1", "2026-03-12")
    assert contract.parties[0].jurisdiction == "NO"
    assert contract.parties[0].role is Role.PROCESSOR
    assert contract.parties[0].aliases == ("Vendor", "Acme")
    assert [d.id for d in contract.documents] == ["dpa", "msa"]
    assert contract.documents[0].text == "4.10 Security\n\nKeys rotate.\n\n5 Logs stay."
    assert contract.documents[0].role is DocumentRole.DPA
    assert contract.documents[1].title == "Master Agreement"
    assert contract.incorporated[0].supplied is False
    assert contract.facts["breach_notice"] == Duration(48, Unit.HOURS)


def test_a_contract_is_written_as_it_is_read() -> None:
    contract = read(WHOLE)
    again = read_data(json.dumps(contract_json(contract)).encode(), "again.json")
    assert again == contract


def test_all_faults_come_at_once_with_their_lines() -> None:
    faults = refused(
        "contract_kee: x\nsigned_on: 12.3.2026\nparties:\n  - {name: A, role: boss}\n  - {role: processor}\n"
        "documents:\n  - {id: a, text: T, rank: high}\n  - {id: a, text: T, language: english}\n  - {id: b}\n"
        "  - {text: T}\nincorporated: none\nfacts: [1]\n"
    )
    places = [fault.split(":")[1] for fault in faults]
    assert places == ["1", "7", "8", "8", "9", "10", "4", "5", "11", "12", "2"]
    assert any('Did you mean "contract_key"' in fault for fault in faults)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("facts: {}\n", "neither documents nor facts"),
        ("- a\n- b\n", "a mapping"),
        ("signed_on: 2026-02-30\nfacts: {encryption_at_rest: true}\n", "no date"),
        ("facts:\n  encryption_at_rest: true\n  encryption_at_rest: false\n", "given twice"),
        ("facts: {encryption_at_rest: true\n", "r.yaml:"),
        ("documents:\n  - {id: a, text: T, file: a.md}\n", "exactly one of the three"),
        ("documents:\n  - {id: a, clauses: [{number: ''}]}\n", "the clause is empty"),
        ("parties:\n  - {name: A, role: processor, jurisdiction: Germany}\nfacts: {term: 1 month}\n", "country code"),
    ],
)
def test_an_ill_formed_record_is_refused(text: str, words: str) -> None:
    assert any(words in fault for fault in refused(text))


def test_json_is_refused_as_strictly() -> None:
    assert any("given twice" in fault for fault in refused('{"facts": {}, "facts": {}}', "r.json"))
    assert any("r.json:2" in fault for fault in refused('{"facts": {},\n "fact": {}}', "r.json"))


def test_no_text_of_the_record_stands_in_a_fault() -> None:
    faults = refused(
        "CANARY one: 1\nsigned_on: CANARY\nparties: [{name: CANARY, role: CANARY X}]\n"
        "documents: [{id: CANARY, text: CANARY, role: CANARY Y}]\ncontract_key: 12\n"
    )
    assert len(faults) >= 5
    assert "CANARY" not in "\n".join(faults)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "outside.md").write_text("# Outside\n")
    home = tmp_path / "home"
    home.mkdir()
    (home / "dpa.md").write_bytes("\ufeff# Data Processing Agreement\r\n\r\nText.".encode())
    return home


def record(folder: Path, file: str) -> Path:
    path = folder / "contract.yaml"
    path.write_text(f"documents:\n  - id: dpa\n    file: {file}\n")
    return path


def test_a_file_beside_the_record_is_read(folder: Path) -> None:
    contract = read_file(record(folder, "dpa.md"))
    assert contract.documents[0].text == "# Data Processing Agreement\n\nText."
    assert contract.documents[0].role is DocumentRole.DPA


@pytest.mark.parametrize("file", ["../outside.md", "link.md", "/etc/hostname", "nothing.md", ".", "a/../../outside.md"])
def test_no_file_leads_out_of_the_folder(folder: Path, file: str) -> None:
    (folder / "link.md").symlink_to(folder.parent / "outside.md")
    with pytest.raises(InputError) as caught:
        read_file(record(folder, file))
    assert caught.value.faults[0].place.startswith(str(folder / "contract.yaml") + ":3")


def test_a_record_that_is_no_file_names_no_files() -> None:
    with pytest.raises(InputError, match="cannot name files"):
        read("documents:\n  - {id: a, file: a.md}\n")


def test_the_limit_holds_for_all_texts_together(folder: Path) -> None:
    path = folder / "contract.yaml"
    path.write_text("documents:\n" + "".join(f"  - {{id: d{i}, file: dpa.md}}\n" for i in range(9)))
    assert len(read_file(path, limit=400).documents) == 9
    with pytest.raises(InputError, match="together"):
        read_file(path, limit=300)


def test_the_page_and_the_schema_name_every_fact_and_field() -> None:
    docs = Path(__file__).parents[3] / "docs"
    schema = json.loads((docs / "schema" / "contract.schema.json").read_text())
    assert set(schema["properties"]) == set(KEYS)
    assert set(schema["$defs"]["facts"]["properties"]) == set(FACT_TYPES)
    page = (docs / "json.md").read_text()
    assert [name for name in FACT_TYPES if f"| `{name}` |" not in page] == []


def test_a_record_may_name_a_word_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "dpa.docx", p(r("Data Processing Agreement")) + p(r("Acme shall notify.")))
    (tmp_path / "c.yaml").write_text("documents:\n- {id: dpa, file: dpa.docx, rank: 1}\n")
    (document,) = read_file(tmp_path / "c.yaml").documents
    assert (document.id, document.rank, document.title) == ("dpa", 1, "Data Processing Agreement")
    assert document.text.endswith("Acme shall notify.")
    assert document.anchors
