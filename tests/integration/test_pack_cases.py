"""Ill-written packs and overlays: each mistake is a folder of tests/cases/packs/ with the message that it must get.

A case is laid over the sound pack in `sound/`; its files `overlay*.yaml` are overlays, those beside them their rules.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from clause_auditor.cli.main import cli
from clause_auditor.engine import Auditor
from clause_auditor.errors import Fault, PackError
from clause_auditor.packs import check_library, load_library, run_examples

FOLDER = Path(__file__).parents[1] / "cases" / "packs"
SOUND = FOLDER / "sound"
CASES = sorted(path for path in FOLDER.iterdir() if path != SOUND)

cases = pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "root"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder of the overlays, apart from the packs."""
    return tmp_path / "beside"


def set_up(case: Path, root: Path, beside: Path) -> list[Path]:
    """Lay the case over the sound pack; return its overlays in their order."""
    shutil.copytree(SOUND, root)
    beside.mkdir()
    for path in case.rglob("*.yaml"):
        name = path.relative_to(case)
        if name.name != "expected.yaml":
            target = (root if len(name.parts) > 1 else beside) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return sorted(beside.glob("overlay*.yaml"), key=lambda path: (len(path.name), path.name))


def faults_of(root: Path, overlays: list[Path]) -> list[Fault]:
    try:
        return check_library(load_library(root, overlays=overlays))
    except PackError as error:
        return list(error.faults)


def expected(case: Path) -> list[dict[str, str]]:
    found: dict[str, Any] = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    return list(found["faults"])


def test_there_are_fifty_kinds_of_mistake_at_least() -> None:
    assert len(CASES) >= 50
    assert len({row["problem"] for case in CASES for row in expected(case)}) >= 50


def test_what_they_spoil_is_sound() -> None:
    library = load_library(SOUND)
    assert check_library(library) == []
    assert all(result.passed for result in run_examples(library, Auditor(library), "2026-11-22"))


@cases
def test_each_mistake_is_told_with_place_problem_and_cure(case: Path, root: Path, beside: Path) -> None:
    found = faults_of(root, set_up(case, root, beside))
    told = [
        {"place": fault.place.replace(f"{beside}/", ""), "problem": fault.problem, "cure": fault.cure}
        for fault in found
    ]
    assert told == expected(case)
    assert all(row["cure"] for row in told)


@cases
def test_each_place_but_that_of_a_whole_file_has_a_line(case: Path) -> None:
    lines = [row["place"].rpartition(":")[2] for row in expected(case)]
    assert lines
    assert all(line.isdigit() for line in lines) or "file-of-no-known-form" in case.name


@cases
def test_the_command_says_the_same_and_fails(case: Path, root: Path, beside: Path) -> None:
    overlays = set_up(case, root, beside)
    if len(overlays) > 1 or "as-a-list" in case.name:
        arguments = ["list", *(part for path in overlays for part in ("--overlay", str(path)))]
        result = CliRunner().invoke(cli, ["packs", *arguments, "--root", str(root)])
        assert result.exit_code == 2
    else:
        result = CliRunner().invoke(cli, ["packs", "check", *map(str, overlays or [root]), "--root", str(root)])
        assert result.exit_code == 1
    output = result.output.replace(f"{beside}/", "")
    for row in expected(case):
        assert f"error: {row['place']}: {row['problem']}. {row['cure']}" in output
