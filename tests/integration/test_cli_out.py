"""`audit --out`: several reports of many contracts in one run, whole or not at all, and never over a contract."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clause_auditor.cli.main import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-22"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    contracts = tmp_path / "contracts"
    contracts.mkdir()
    shutil.copy(EXAMPLES / "good-dpa.md", contracts / "good.md")
    shutil.copy(EXAMPLES / "weak-vendor-dpa.md", contracts / "weak.md")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["audit", "--as-of", DAY, *(str(each) for each in arguments)])


def test_several_reports_come_of_one_run_and_a_line_a_contract_is_printed(folder: Path) -> None:
    result = run(folder / "contracts", "--out", folder / "r.json", "--out", folder / "r.txt")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("PASS")
    assert lines[1].startswith("FAIL")
    assert lines[2] == "2 contracts: 1 fail, 1 pass"
    assert [a["decision"] for a in json.loads((folder / "r.json").read_text())["audits"]] == ["pass", "fail"]
    assert (folder / "r.txt").read_text().count("Decision: ") == 2


def test_a_file_that_cannot_be_read_stands_in_every_report_and_stops_nothing(folder: Path) -> None:
    (folder / "contracts" / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    result = run(folder / "contracts", "--out", folder / "r.json", "--out", folder / "r.txt")
    assert result.exit_code == 2
    assert "IN ERROR" in result.stdout
    first, *others = json.loads((folder / "r.json").read_text())["audits"]
    assert first["error"]["faults"]
    assert len(others) == 2
    assert "could not be audited" in (folder / "r.txt").read_text()


def test_the_format_may_be_named(folder: Path) -> None:
    run(folder / "contracts", "--out", f"json={folder / 'report'}")
    assert json.loads((folder / "report").read_text())["audits"]


@pytest.mark.parametrize("name", ["report.xyz", "nowhere/report.json", "contracts"])
def test_a_path_that_makes_no_sense_is_refused_before_the_work(folder: Path, name: str) -> None:
    result = run(folder / "contracts", "--out", folder / name)
    assert result.exit_code == 2
    assert "Decision" not in result.stdout
    assert "--out" in result.stderr


def test_the_same_path_twice_is_refused(folder: Path) -> None:
    assert run(folder / "contracts", "--out", folder / "r.json", "--out", folder / "r.json").exit_code == 2


def test_no_contract_is_overwritten(folder: Path) -> None:
    source = folder / "contracts" / "good.md"
    before = source.read_bytes()
    result = run(source, "--out", f"text={source}")
    assert result.exit_code == 2
    assert "this is the contract itself" in result.stderr
    assert source.read_bytes() == before


def test_a_report_in_the_audited_folder_is_no_contract_next_time(folder: Path) -> None:
    out = folder / "contracts" / "report.json"
    run(folder / "contracts", "--out", out)
    run(folder / "contracts", "--out", out)
    assert len(json.loads(out.read_text())["audits"]) == 2


@pytest.mark.skipif(os.name == "nt", reason="permissions of folders differ")
def test_a_report_that_cannot_be_written_is_told_and_the_others_are_written(folder: Path) -> None:
    if os.geteuid() == 0:
        blocked = Path("/proc/clause-auditor.json")
    else:
        (folder / "closed").mkdir(mode=0o500)
        blocked = folder / "closed" / "r.json"
    result = run(folder / "contracts", "--out", blocked, "--out", folder / "r.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert (folder / "r.json").exists()
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_side_by_side_gives_the_same_bytes(folder: Path) -> None:
    for number in range(4):
        shutil.copy(EXAMPLES / "weak-vendor-dpa.md", folder / "contracts" / f"w{number}.md")
    (folder / "contracts" / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    command = [sys.executable, "-m", "clause_auditor.cli", "audit", "contracts", "--as-of", DAY]
    for jobs in ("1", "2"):
        given = [*command, "--jobs", jobs, "--out", f"json=r{jobs}"]
        assert subprocess.run(given, cwd=folder, capture_output=True, check=False, timeout=240).returncode == 2
    assert (folder / "r1").read_bytes() == (folder / "r2").read_bytes()
