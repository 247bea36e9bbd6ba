"""Files: the format is chosen by form, the name is a hint; several files can be one contract."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clause_auditor.documents import read_contract, read_data, read_file
from clause_auditor.documents.markdown import read_markdown
from clause_auditor.documents.plain import read_plain
from clause_auditor.documents.reading import choose_reader
from clause_auditor.documents.record import read_record
from clause_auditor.errors import InputError, LimitError


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.md", "# Title", read_markdown),
        ("a.txt", "# Title", read_plain),
        ("-", "Agreement", read_markdown),
        ("a.yaml", "anything", read_record),
        ("a.JSON", "anything", read_record),
        ("-", '{"facts": {}}', read_record),
        ("-", "# a comment\nfacts:\n  term: 1 year\n", read_record),
        ("a.txt", "documents:\n- id: a\nfacts:\n", read_record),
        ("a.md", "{{customer}} agrees.", read_markdown),
        ("a.md", "parties:\nAcme and Bolt agree:\n", read_markdown),
        ("a.md", "note: this is prose\n", read_markdown),
    ],
)
def test_the_form_tells_the_format(name: str, text: str, reader: object) -> None:
    assert choose_reader(name, text) is reader


def test_prose_is_kept_as_it_stands() -> None:
    text = "# Terms\n\n* one &amp; **two**\n\n| a | b |\n"
    contract = read_data(text.encode(), "t.md")
    assert contract.documents[0].text == text
    assert contract.documents[0].id == "main"


def test_several_files_are_the_documents_of_one_contract(tmp_path: Path) -> None:
    (tmp_path / "msa.md").write_text("# Master Agreement\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "msa.md").write_text("# Annex A\n")
    (tmp_path / "facts.yaml").write_text("contract_key: k\nfacts: {term: 1 year}\n")
    contract = read_contract([tmp_path / "msa.md", tmp_path / "facts.yaml", tmp_path / "sub" / "msa.md"])
    assert [document.id for document in contract.documents] == ["msa", "msa-2"]
    assert contract.contract_key == "k"
    assert "term" in contract.facts


def test_two_records_are_not_one_contract(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("facts: {term: 1 year}\n")
    with pytest.raises(InputError, match="second structured contract"):
        read_contract([tmp_path / "a.yaml", tmp_path / "b.yaml"])


def test_the_limit_holds_for_all_files_of_a_contract(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("x" * 60)
    assert len(read_contract([tmp_path / "a.md", tmp_path / "b.md"], limit=120).documents) == 2
    with pytest.raises(LimitError, match="together"):
        read_contract([tmp_path / "a.md", tmp_path / "b.md"], limit=119)


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "absent.md", tmp_path, tmp_path / "pipe", tmp_path / "nul\0name"):
        with pytest.raises(InputError) as caught:
            read_file(path)
        assert caught.value.faults[0].cure
