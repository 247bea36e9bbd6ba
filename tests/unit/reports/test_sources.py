"""The files of a contract: addresses that hold for any name, and texts that are a file's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clause_auditor.domain.contract import Contract, Document, HiddenKind, HiddenPassage
from clause_auditor.reports import Outcome
from clause_auditor.reports.sources import file_of, file_uri, files_of, is_verbatim


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("in/a b.md", "in/a%20b.md"),
        ("./a.md", "a.md"),
        ("../a#1?.md", "../a%231%3F.md"),
        ("c:a.md", "c%3Aa.md"),
        ("/srv/ä.md", "file:///srv/%C3%A4.md"),
        ("C:\\in\\a b.md", "file:///C:/in/a%20b.md"),
        ("a\udcff.md", "a%FF.md"),
        ("a\ud800.md", "a%ED%A0%80.md"),
        ("\u202e\n.md", "%E2%80%AE%0A.md"),
        ("-", "-"),
        ("", "."),
    ],
)
def test_an_address_is_encoded_and_as_relative_as_the_name(name: str, uri: str) -> None:
    assert file_uri(name) == uri


def test_several_files_of_one_contract_are_told_apart() -> None:
    joint = Outcome("in/dpa.md + in/annex.txt")
    assert files_of(joint) == ("in/dpa.md", "in/annex.txt")
    assert (file_of(joint, "annex"), file_of(joint, "other")) == ("in/annex.txt", "in/dpa.md")
    assert files_of(Outcome("MSA + DPA.md")) == ("MSA + DPA.md",)


def test_a_text_is_its_files_own_only_where_nothing_was_changed() -> None:
    document = Document("main", "One.\n")
    contract = Contract((document,))
    assert all(is_verbatim(file, document, contract) for file in ("a.md", "a.MARKDOWN", "a.txt"))
    assert not any(is_verbatim(file, document, contract) for file in ("a.docx", "a.pdf", "a.html", "a.json", "-"))
    unseen = replace(document, hidden=(HiddenPassage(HiddenKind.ZERO_WIDTH, "x", 0),))
    assert not is_verbatim("a.md", unseen, contract)
    assert not is_verbatim("a.md", document, replace(contract, contract_key="k"))
    table = replace(document, text="Fees\n| a | b |\n")
    assert is_verbatim("a.md", table, contract)
    assert not is_verbatim("a.txt", table, contract)
