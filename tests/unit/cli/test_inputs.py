"""FILE arguments: files, folders, globs and standard input, each contract once."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.cli.inputs import find_inputs, join_inputs, names_many
from clause_auditor.cli.reading import Reading
from clause_auditor.errors import InputError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    for name in ("c.md", "a.txt", "b/d.YAML", "b/e.docx", "x[1].md"):
        (tmp_path / name).write_text("facts: {term: 1 year}" if name.endswith("YAML") else "Text.")
    return tmp_path


def names(*arguments: str) -> list[str]:
    return [each.name for each in find_inputs(arguments)]


def test_a_folder_gives_what_can_be_read_sorted(folder: Path) -> None:
    assert names(".") == ["a.txt", "b/d.YAML", "b/e.docx", "c.md", "x[1].md"]


def test_the_settings_file_is_no_contract(folder: Path) -> None:
    (folder / "clause-auditor.yaml").write_text("fail_on: low\n")
    assert "clause-auditor.yaml" not in names(".")
    assert names("clause-auditor.yaml") == ["clause-auditor.yaml"]


def test_a_glob_gives_what_it_matches_sorted(folder: Path) -> None:
    assert names("*.md") == ["c.md", "x[1].md"]
    assert names("**/*.YAML") == ["b/d.YAML"]


def test_a_name_that_looks_like_a_glob_and_exists_is_a_file(folder: Path) -> None:
    assert names("x[1].md") == ["x[1].md"]
    assert not names_many(["x[1].md"])


def test_each_contract_comes_once(folder: Path) -> None:
    assert names("c.md", "*.md", "-", "-") == ["c.md", "x[1].md", "-"]


def test_what_leads_to_nothing_is_an_error_of_its_own(folder: Path) -> None:
    (folder / "empty").mkdir()
    found = find_inputs(["empty", "*.pdf", "c.md"])
    assert [each.fault is None for each in found] == [False, False, True]
    for each in found[:2]:
        with pytest.raises(InputError, match="Check the name"):
            each.read(Reading())


def test_an_empty_name_is_not_the_working_folder(folder: Path) -> None:
    (only,) = find_inputs([""])
    with pytest.raises(InputError, match="the name is empty"):
        only.read(Reading())


@pytest.mark.parametrize(
    ("arguments", "many"),
    [(["a.txt"], False), (["-"], False), (["a.txt", "c.md"], True), (["b"], True), (["*.md"], True)],
)
def test_several_contracts_are_told_by_the_arguments(folder: Path, arguments: list[str], many: bool) -> None:
    assert names_many(arguments) is many


def test_files_join_to_one_contract(folder: Path) -> None:
    joined = join_inputs(["c.md", "a.txt"])
    assert joined.name == "c.md + a.txt"
    assert [document.id for document in joined.read(Reading()).parts[0][1].documents] == ["c", "a"]
    with pytest.raises(InputError):
        join_inputs(["c.md", "-"])
