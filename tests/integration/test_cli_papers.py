"""`audit --out` for what is one file a contract: annotated Word, redline, letter."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from clause_auditor.cli.main import cli

DAY = "2026-11-22"
WEAK = (
    "Data Processing Agreement",
    "1. Acme Ltd is the processor and Bolt plc is the controller of the personal data of Bolt's staff.",
    "2. The Processor shall notify the Controller of every personal data breach within thirty (30) days after becoming "
    "aware of it.",
    "3. The Processor shall delete all personal data at the end of the services.",
)
DEADLINE = "gdpr.breach.notify-controller"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["audit", "--as-of", DAY, "--pack", "gdpr", *map(str, arguments)])


def statuses(path: Path, *more: str) -> dict[str, str]:
    found = json.loads(run(path, "--format", "json", *more).stdout)
    return {each["rule_id"]: each["status"] for each in found["findings"]}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write(tmp_path / "draft.docx")


def write(path: Path) -> Path:
    paper = docx.Document()
    for paragraph in WEAK:
        paper.add_paragraph(paragraph)
    paper.save(str(path))
    return path


def test_one_run_gives_copies_and_a_letter_and_leaves_the_draft_alone(draft: Path) -> None:
    before = draft.read_bytes()
    targets = [draft.with_name(name) for name in ("a.docx", "r.redline.docx", "l.letter.docx", "l.letter.md")]
    result = run(draft, *(part for target in targets for part in ("--out", target)))
    assert result.exit_code == 1, result.output
    assert draft.read_bytes() == before
    comments = [comment.text for comment in docx.Document(str(targets[0])).comments]
    assert any("breach" in text for text in comments)
    assert "thirty (30) days" in targets[3].read_text()
    assert targets[2].read_bytes()[:2] == b"PK"


def test_a_redline_is_met_when_accepted_and_as_it_was_when_rejected(draft: Path) -> None:
    redlined = draft.with_name("redlined.docx")
    assert run(draft, "--redline", "--out", redlined).exit_code == 1
    assert statuses(draft)[DEADLINE] == "weak"
    assert statuses(redlined)[DEADLINE] == "met"
    assert statuses(redlined, "--revisions", "original") == statuses(draft)


def test_many_contracts_give_a_file_each_in_a_folder(draft: Path) -> None:
    folder = draft.parent / "contracts"
    (folder / "eu").mkdir(parents=True)
    write(folder / "draft.docx")
    write(folder / "eu" / "draft.docx")
    (folder / "paper.md").write_text("\n\n".join(WEAK))
    reviewed, letters = draft.parent / "reviewed", draft.parent / "letters"
    result = run(folder, "--out", f"word={reviewed}/", "--out", f"letter={letters}/")
    assert result.exit_code == 1, result.output
    assert sorted(path.name for path in reviewed.iterdir()) == ["draft-2.docx", "draft.docx"]
    assert len(list(letters.iterdir())) == 3
    assert "paper.md" in result.stderr
    assert "no Word file" in result.stderr


def test_copies_in_the_audited_folder_are_no_contracts_next_time(draft: Path) -> None:
    folder = draft.parent / "contracts"
    folder.mkdir()
    write(folder / "draft.docx")
    for _ in range(2):
        result = run(folder, "--out", f"word={folder / 'reviewed'}/")
        assert "1 contract: " in result.stdout


def test_each_paper_of_an_archive_has_its_copy(draft: Path) -> None:
    archive = draft.with_name("signed.zip")
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(draft, "msa.docx")
        packed.write(draft, "annex/dpa.docx")
    folder = draft.parent / "copies"
    assert run(archive, "--out", f"word={folder}/").exit_code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["dpa.docx", "msa.docx"]
    single = run(archive, "--out", draft.with_name("one.docx"))
    assert single.exit_code == 2
    assert "Name a folder" in single.stderr


def test_what_is_no_word_file_has_no_copy(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("\n\n".join(WEAK))
    result = run(paper, "--out", tmp_path / "copy.docx")
    assert result.exit_code == 2
    assert "no Word file" in result.stderr
    assert "report.html" in result.stderr
    assert not (tmp_path / "copy.docx").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--redline"], "name one"),
        (["--redline", "--out", "r.html"], "name one"),
        (["--out", "draft.docx"], "this is the contract itself"),
    ],
)
def test_what_makes_no_sense_is_refused(
    draft: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], said: str
) -> None:
    monkeypatch.chdir(draft.parent)
    result = run("draft.docx", *given)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_single_file_for_many_contracts_is_refused_before_the_work(draft: Path) -> None:
    result = run(draft.parent, "--out", draft.parent / "all.docx")
    assert result.exit_code == 2
    assert "Name a folder: --out word=" in result.stderr
