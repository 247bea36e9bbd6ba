"""Corpora: what is read, and what is refused with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.domain.finding import Status
from clause_auditor.domain.rule import Library
from clause_auditor.errors import Fault, InputError
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.evaluation.sheet import Kind
from evaluation.conftest import LATE, PROMPT, RULE, SILENT, Corpora, sheet

SHEET = sheet("a.md", "weak", "shall tell [...] mishap")


def faults_of(root: Path, library: Library) -> list[Fault]:
    with pytest.raises(InputError) as caught:
        open_corpus(root, library)
    return list(caught.value.faults)


def test_a_sheet_is_read_with_its_places(corpus: Corpora, library: Library) -> None:
    root = corpus({"a.md": LATE}, {"a-dpa.v2.acme.yaml": SHEET})
    (contract,) = open_corpus(root, library).contracts()
    (read,) = contract.sheets
    assert (contract.document, contract.path, contract.packs) == ("a.md", root / "documents" / "a.md", ("acme",))
    assert (read.contract, read.pack, read.kind) == ("a-dpa.v2", "acme", Kind.DATA_PROTECTION)
    label = read.labels[RULE]
    assert (label.status, label.parts) == (Status.WEAK, ("shall tell", "mishap"))
    assert label.place == "labels/a-dpa.v2.acme.yaml:5"


def test_kind_and_evidence_may_be_left_out(corpus: Corpora, library: Library) -> None:
    text = f"document: a.md\npack: acme\nlabels:\n  {RULE}: {{status: missing}}\n"
    (contract,) = open_corpus(corpus({"a.md": SILENT}, {"a.acme.yaml": text}), library).contracts()
    assert contract.sheets[0].kind is Kind.DATA_PROTECTION
    assert contract.sheets[0].labels[RULE].parts == ()


def test_documents_come_once_and_in_order_with_all_their_sheets(corpus: Corpora, library: Library) -> None:
    documents = {"z.md": PROMPT, "b.md": PROMPT, "unlabelled.md": PROMPT}
    sheets = {
        "1.acme.yaml": sheet("z.md", "met"),
        "2.acme.yaml": sheet("b.md", "met"),
        "0.acme.yaml": sheet("z.md", "met"),
    }
    found = open_corpus(corpus(documents, sheets), library)
    names = [(each.document, [sheet.contract for sheet in each.sheets]) for each in found.contracts()]
    assert names == [("b.md", ["2"]), ("z.md", ["0", "1"])]
    assert found.sheets == 3


def test_only_the_sheets_of_the_packs_named_are_read(corpus: Corpora, library: Library) -> None:
    root = corpus({"a.md": PROMPT}, {"a.acme.yaml": sheet("a.md", "met"), "a.other.yaml": "no: {sheet"})
    assert open_corpus(root, library, ["acme"]).sheets == 1
    assert [fault.place for fault in faults_of(root, library)] == ["labels/a.other.yaml:2"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("status: weak", "status: week", 6, 'unknown word "week". Did you mean "weak"?'),
        ("status: weak", "status: unknown", 6, 'unknown word "unknown". Known: contrary, met, missing'),
        ("    note: ''", "    notes: ''", 8, 'unknown field "notes". Did you mean "note"?'),
        ("    status: weak\n", "", 5, 'the field "status" is missing. Add "status:"'),
        (RULE, "acme.breach.notices", 5, f'no rule "acme.breach.notices". Did you mean "{RULE}"?'),
        ("document: a.md", "document: b.md", 1, "the document is not in documents/. Put the file into documents/"),
        ("document: a.md", "document: ../a.md", 1, "the document stands outside of documents/"),
        ("document: a.md", "document: /etc/hostname", 1, "the document stands outside of documents/"),
        ("pack: acme", "pack: gdpr", 2, 'another one than the file\'s name says. Write "pack: acme"'),
        ("pack: acme\n", "", 1, 'the field "pack" is missing'),
        ("kind: data_protection", "kind: msa", 3, 'unknown word "msa". Known: data_protection, other'),
        ("'shall tell [...] mishap'", "72", 7, 'a text is expected here, not a number. Put it in quotes: "72"'),
        ("    note: ''", "    status: met", 8, 'the field "status" is given twice'),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_line_and_cure(  # noqa: PLR0917 - fixtures and parameters
    corpus: Corpora, library: Library, old: str, new: str, line: int, words: str
) -> None:
    assert old in SHEET
    root = corpus({"a.md": LATE}, {"a.acme.yaml": SHEET.replace(old, new, 1)})
    (fault,) = faults_of(root, library)
    assert fault.place == f"labels/a.acme.yaml:{line}"
    assert words in str(fault)


def test_all_faults_of_all_sheets_are_told_together(corpus: Corpora, library: Library) -> None:
    sheets = {"a.acme.yaml": SHEET.replace("weak", "week"), "b.acme.yaml": "[", "c.acme.yaml": sheet("none.md", "met")}
    places = [fault.place.rpartition(":")[0] for fault in faults_of(corpus({"a.md": LATE}, sheets), library)]
    assert places == [f"labels/{name}" for name in sheets]


def test_a_pack_that_is_not_there_is_told_with_the_nearest_name(corpus: Corpora, library: Library) -> None:
    root = corpus({"a.md": LATE}, {"a.acne.yaml": SHEET.replace("pack: acme", "pack: acne")})
    (fault,) = faults_of(root, library)
    assert (fault.place, fault.cure) == ("labels/a.acne.yaml:2", 'Did you mean "acme"?')


def test_labels_that_are_none_are_a_fault(corpus: Corpora, library: Library) -> None:
    root = corpus({"a.md": LATE}, {"a.acme.yaml": "document: a.md\npack: acme\nlabels: {}\n"})
    (fault,) = faults_of(root, library)
    assert "the sheet has no labels" in str(fault)


@pytest.mark.parametrize("name", ["a.yaml", "a.acme.yml", ".acme.yaml"])
def test_a_sheet_needs_a_name_of_its_form(corpus: Corpora, library: Library, name: str) -> None:
    (fault,) = faults_of(corpus({"a.md": LATE}, {name: SHEET}), library)
    assert (fault.place, fault.cure) == (f"labels/{name}", "Name it <contract>.<pack>.yaml")


def test_other_files_beside_the_sheets_are_left_alone(corpus: Corpora, library: Library) -> None:
    root = corpus({"a.md": LATE}, {"a.acme.yaml": SHEET, "README.md": "# How we label\n"})
    assert open_corpus(root, library).sheets == 1


def test_an_empty_corpus_says_what_one_is(corpus: Corpora, library: Library, tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, library)
    assert "there is no folder labels/ here" in fault.problem
    (fault,) = faults_of(corpus({"a.md": LATE}, {}), library)
    assert "there is no label sheet here" in fault.problem
    assert "documents/ and labels/<contract>.<pack>.yaml" in fault.cure
    with pytest.raises(InputError, match="there is no label sheet for gdpr here"):
        open_corpus(corpus({}, {"a.acme.yaml": SHEET}), library, ["gdpr"])


def test_no_text_of_a_contract_stands_in_a_fault(corpus: Corpora, library: Library) -> None:
    secret = "Quillfeather owes nobody anything"
    changed = SHEET.replace("status: weak", f"status: {secret}").replace(RULE, f"'{secret}, at all'")
    told = " ".join(map(str, faults_of(corpus({"a.md": LATE}, {"a.acme.yaml": changed}), library)))
    assert "Quillfeather" not in told
