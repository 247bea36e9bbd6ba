"""The committed code is what the protos generate; the protos pass lint."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

import clause_auditor.v1

ROOT = Path(__file__).parents[3]
TARGET = ROOT / "service" / "clause_auditor" / "v1"


def installed(tool: str) -> bool:
    try:
        return bool(version(tool))
    except PackageNotFoundError:
        return False


def test_the_committed_code_is_what_the_protos_generate(tmp_path):
    for tool in ("grpcio-tools", "mypy-protobuf"):
        if not installed(tool):
            pytest.skip(f"{tool} is not installed")
        if f"{tool} {version(tool)}" not in (clause_auditor.v1.__doc__ or ""):
            pytest.skip(f"the committed code was generated with another version of {tool}")
    subprocess.run([sys.executable, str(ROOT / "protos" / "generate.py"), str(tmp_path)], check=True)
    fresh = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert fresh == {path.name: path.read_text("utf-8") for path in TARGET.glob("*.py*")}


@pytest.mark.parametrize("command", [["lint"], ["format", "--diff", "--exit-code", "--path", "protos/clause_auditor"]])
def test_the_protos_pass(command):
    buf = shutil.which("buf", path=str(Path(sys.executable).parent)) or shutil.which("buf")
    if not buf:
        pytest.skip("buf is not installed")
    done = subprocess.run([buf, *command], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
