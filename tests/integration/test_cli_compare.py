"""`clause-auditor compare` as its users meet it: files of every kind, tracked changes, formats, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from grpc_server.uploads import packed, run, word, word_of

from clause_auditor import compare, extract
from clause_auditor.cli.main import cli
from clause_auditor.domain.comparison import Change

DAY = ["--pack", "gdpr", "--as-of", "2026-11-22"]
BREACH = "gdpr.breach.notify-controller"
GOOD = "The Processor shall notify the Controller of any personal data breach within 48 hours of becoming aware of it."
LATE = GOOD.replace("48 hours", "30 days")


def tracked(kind: str, text: str) -> str:
    inside = run(text) if kind == "ins" else run(text).replace("w:t", "w:delText")
    return f'<w:{kind} w:id="1" w:author="a">{inside}</w:{kind}>'


REDLINE = word_of(
    f"<w:p>{run('The Processor shall notify the Controller of any personal data breach within ')}"
    f"{tracked('del', '48 hours')}{tracked('ins', '30 days')}{run(' of becoming aware of it.')}</w:p>"
)


def call(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["compare", *map(str, arguments), *DAY], input=data, env={"COLUMNS": "100"})


def breach(report: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    return next(found for found in report["findings"] if found["rule_id"] == BREACH)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.md").write_text(f"# Data Processing Agreement\n\n6.1 {GOOD}\n")
    (tmp_path / "new.md").write_text(f"# Data Processing Agreement\n\n7.1 {LATE}\n")
    (tmp_path / "new.docx").write_bytes(word(LATE))
    (tmp_path / "redline.docx").write_bytes(REDLINE)
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "signed").mkdir()
    (tmp_path / "signed" / "dpa.docx").write_bytes(word(GOOD))
    (tmp_path / "signed" / "terms.md").write_text("# Terms\n\nFees are due.\n")
    (tmp_path / "next.zip").write_bytes(packed({"dpa.docx": word(LATE), "terms.md": "# Terms\n\nFees are due.\n"}))
    return tmp_path


def test_what_is_lost_is_told_with_both_passages() -> None:
    result = call("old.md", "new.md", "--fail-on", "medium")
    assert result.exit_code == 1
    assert "Decision: FAIL" in result.stdout
    assert "Old, Clause 6.1: “The Processor shall notify" in result.stdout
    assert "[-48 hours-]" in result.stdout
    assert "{+30 days+}" in result.stdout
    assert "Time limit: 48 hours → 30 calendar days" in result.stdout


def test_the_line_decides_the_exit_code() -> None:
    assert call("old.md", "new.md", "--fail-on", "critical").exit_code == 0
    assert call("old.md", "new.md", "--fail-on", "critical", "--fail-on-review").exit_code == 1
    assert call("new.md", "old.md", "--fail-on", "low", "--fail-on-review").exit_code == 0
    assert call("old.md", "old.md", "--strict", "--fail-on", "low").exit_code == 0


@pytest.mark.parametrize("new", ["new.docx", "new.md"])
def test_drafts_may_be_of_different_formats(new: str) -> None:
    assert breach(json.loads(call("old.md", new, "--format", "json").stdout))["change"] == "lost"


def test_a_folder_and_an_archive_are_one_contract_each() -> None:
    report = json.loads(call("signed", "next.zip", "--role", "dpa.docx=dpa", "--format", "json").stdout)
    assert breach(report)["change"] == "lost"
    assert [[paper["id"] for paper in report[side]["scope"]["documents"]] for side in ("old", "new")] == [
        ["dpa", "terms"],
        ["dpa", "terms"],
    ]


def test_tracked_changes_are_compared_with_what_was_there_before(folder: Path) -> None:
    report = json.loads(call("--tracked", "redline.docx", "--format", "json").stdout)
    found = breach(report)
    assert (found["change"], found["time_limits"]) == ("lost", {"old": ["48 hours"], "new": ["30 calendar days"]})
    assert report["old"]["file"] == "redline.docx (before the tracked changes)"
    path = folder / "redline.docx"
    comparison = compare(extract(path, revisions="original"), path, packs=["gdpr"], as_of="2026-11-22")
    assert comparison.counts[Change.LOST] == report["counts"]["lost"]


def test_a_draft_without_tracked_changes_is_no_comparison() -> None:
    result = call("--tracked", "new.docx")
    assert (result.exit_code, "no tracked changes" in result.stderr) == (2, True)


def test_standard_input_may_be_one_draft() -> None:
    result = call("old.md", "-", "--format", "json", data=LATE.encode())
    assert breach(json.loads(result.stdout))["change"] == "lost"


@pytest.mark.parametrize(("old", "new", "errors"), [("empty.md", "new.md", 1), ("empty.md", "absent.md", 2)])
def test_what_cannot_be_read_is_told_and_is_no_pass(old: str, new: str, errors: int) -> None:
    result = call(old, new, "--out", "a.json", "--out", "a.html", "--out", "a.txt")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == errors
    assert "empty.md: the file is empty" in result.stderr
    report = json.loads(Path("a.json").read_text())
    assert (report["decision"], report["findings"]) == (None, [])
    assert "the file is empty" in Path("a.html").read_text()
    assert "the file is empty" in Path("a.txt").read_text()


def test_reports_are_written_by_their_endings() -> None:
    result = call("old.md", "new.md", "--out", "a.html", "--out", "a.json", "--out", "a.txt")
    assert result.stdout.startswith(("FAIL", "REVIEW"))
    assert "old.md → new.md" in result.stdout
    assert Path("a.html").read_bytes() == call("old.md", "new.md", "--format", "html").stdout_bytes
    assert Path("a.json").read_bytes() == call("old.md", "new.md", "--format", "json").stdout_bytes
    assert "[-48 hours-]" in Path("a.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["old.md"], "the old and the new draft"),
        (["old.md", "new.md", "new.docx"], "the old and the new draft"),
        (["--tracked", "old.md", "new.md"], "one draft with --tracked"),
        (["-", "-"], "standard input"),
        (["--tracked", "redline.docx", "--revisions", "original"], "leave --revisions out"),
        (["old.md", "new.md", "--out", "a.pdf"], "names no format"),
        (["old.md", "new.md", "--out", "absent/a.html"], "there is no folder"),
        (["old.md", "new.md", "--out", "old.md"], "names no format"),
        (["old.md", "new.md", "--role", "other.md=dpa"], "no such file"),
        (["old.md", "new.md", "--pack", "gdrp"], 'Did you mean "gdpr"?'),
    ],
)
def test_wrong_usage_gets_a_message(arguments: list[str], words: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_a_draft_is_never_overwritten(folder: Path) -> None:
    (folder / "old.txt").write_text(GOOD)
    result = call("old.txt", "new.md", "--out", "old.txt")
    assert (result.exit_code, "a draft itself" in result.stderr) == (2, True)
    assert (folder / "old.txt").read_text() == GOOD
