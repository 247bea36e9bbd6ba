"""`baseline` and `audit --baseline`: accepted findings count no more, new ones do, whatever the layout."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from clause_auditor.cli.main import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-22"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "contracts").mkdir()
    shutil.copy(EXAMPLES / "weak-vendor-dpa.md", tmp_path / "contracts" / "weak.md")
    shutil.copy(EXAMPLES / "good-dpa.md", tmp_path / "contracts" / "good.md")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def accept(folder: Path, *more: str) -> Result:
    out = folder / "baseline.yaml"
    return run("baseline", folder / "contracts", "--reason", "Old paper", "--as-of", DAY, "--out", out, *more)


def judge(folder: Path, *more: str) -> Result:
    known = folder / "baseline.yaml"
    return run("audit", folder / "contracts", "--baseline", known, "--as-of", DAY, "--format", "json", *more)


def entries(folder: Path, contract: str = "contracts/weak.md") -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load((folder / "baseline.yaml").read_text())["contracts"].get(contract, [])
    return found


def test_what_was_accepted_fails_no_more(folder: Path) -> None:
    assert run("audit", folder / "contracts", "--as-of", DAY).exit_code == 1
    written = accept(folder, "--by", "Counsel")
    assert written.exit_code == 0, written.output
    assert re.search(r"baseline.yaml: \d+ findings accepted, \d+ new, 0 gone", written.output)
    result = judge(folder, "--fail-on-review", "--strict", "--fail-on", "low")
    assert result.exit_code == 0, result.output
    weak = next(a for a in json.loads(result.stdout)["audits"] if a["file"].endswith("weak.md"))
    waived = [f for f in weak["findings"] if f["waiver"]]
    assert {f["waiver"]["reason"] for f in waived} == {"Old paper"}
    assert {f["waiver"]["by"] for f in waived} == {"Counsel"}
    assert len(waived) == len(entries(folder))
    assert weak["decision_reasons"] == [f"Every rule that applies is met; {len(waived)} × accepted."]


def test_a_new_finding_still_fails(folder: Path) -> None:
    accept(folder)
    good = folder / "contracts" / "good.md"
    lines = good.read_text().splitlines()
    good.write_text("\n".join(line for line in lines if "breach" not in line.lower()))
    result = judge(folder)
    assert result.exit_code == 1
    audits = {Path(a["file"]).name: a["decision"] for a in json.loads(result.stdout)["audits"]}
    assert audits == {"good.md": "fail", "weak.md": "pass"}


def test_another_layout_of_the_same_words_is_accepted_still(folder: Path) -> None:
    accept(folder)
    weak = folder / "contracts" / "weak.md"
    lines = [re.sub(r"^(\d+)\.(\d+) ", r"\1.\2.  ", line) for line in weak.read_text().splitlines()]
    weak.write_text("\n\n\n".join(line.replace(" shall ", "  shall\u00a0") for line in lines))
    result = judge(folder)
    assert result.exit_code == 0, result.output


def test_an_acceptance_concerns_its_contract_alone(folder: Path) -> None:
    accept(folder)
    shutil.copy(folder / "contracts" / "weak.md", folder / "contracts" / "twin.md")
    decisions = {Path(a["file"]).name: a["decision"] for a in json.loads(judge(folder).stdout)["audits"]}
    assert decisions["weak.md"] == "pass"
    assert decisions["twin.md"] == "fail"


def test_its_time_ends(folder: Path) -> None:
    accept(folder, "--until", "2026-12-31")
    assert judge(folder).exit_code == 0
    known = folder / "baseline.yaml"
    later = run("audit", folder / "contracts", "--baseline", known, "--as-of", "2027-01-01")
    assert later.exit_code == 1
    assert "was accepted until 2026-12-31" in later.stderr


def test_a_second_run_keeps_reasons_and_drops_what_is_mended(folder: Path) -> None:
    accept(folder)
    path = folder / "baseline.yaml"
    path.write_text(path.read_text().replace("reason: Old paper", "reason: Edited by hand", 1))
    before = entries(folder)
    shutil.copy(folder / "contracts" / "weak.md", folder / "contracts" / "twin.md")
    assert accept(folder).exit_code == 0
    assert entries(folder) == before
    assert len(entries(folder, "contracts/twin.md")) == len(before)
    shutil.copy(EXAMPLES / "good-dpa.md", folder / "contracts" / "weak.md")
    assert f", {len(before)} gone" in accept(folder).output
    assert not entries(folder)


def test_entries_of_contracts_that_were_not_audited_stay(folder: Path) -> None:
    accept(folder)
    before = entries(folder)
    (folder / "contracts" / "weak.md").rename(folder / "elsewhere.md")
    assert accept(folder).exit_code == 0
    assert entries(folder) == before


def test_idle_entries_are_told(folder: Path) -> None:
    accept(folder)
    shutil.copy(EXAMPLES / "good-dpa.md", folder / "contracts" / "weak.md")
    result = judge(folder)
    assert result.exit_code == 0
    assert "is found no more: take the entry out" in result.stderr


def test_a_contract_that_cannot_be_read_is_told_and_the_others_are_accepted(folder: Path) -> None:
    (folder / "contracts" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    result = accept(folder)
    assert result.exit_code == 2
    assert "broken.pdf" in result.stderr
    assert entries(folder)


def test_a_reason_is_asked_for(folder: Path) -> None:
    out = folder / "b.yaml"
    assert run("baseline", folder / "contracts", "--out", out).exit_code == 2
    assert run("baseline", folder / "contracts", "--reason", " ", "--out", out).exit_code == 2
    assert not out.exists()
