"""Every format through the command line on the same audits, contracts full of what breaks formats among them.

The files are held to goldens in tests/cases/reports/goldens: set UPDATE_SNAPSHOTS=1 to write them anew and read the
difference. Of formats that are archives the goldens hold the parts.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from clause_auditor.cli.main import cli
from clause_auditor.reports.formats import FORMATS, Format

CASES = Path(__file__).parents[1] / "cases" / "reports"
GOLDENS = CASES / "goldens"
CONTRACTS = ("contracts/good.md", "contracts/hostile.md", "contracts/broken.docx")
each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    monkeypatch.setenv("CLAUSE_AUDITOR_RULEPACKS", "rulepacks")


def write(form: Format, target: Path, *contracts: str, code: int) -> bytes:
    given = ["audit", *contracts, "--pack", "demo", "--as-of", "2026-11-22", "--baseline", "baseline.yaml"]
    result = CliRunner().invoke(cli, [*given, "--out", f"{form.name}={target}"])
    assert result.exit_code == code, result.output
    return target.read_bytes()


def readable(data: bytes) -> str:
    if data.startswith(b"{") and data.count(b"\n") == 1:  # one line for machines
        return json.dumps(json.loads(data), indent=1, ensure_ascii=False) + "\n"
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(part(name, archive.read(name)) for name in sorted(archive.namelist()))


def part(name: str, content: bytes) -> str:
    tree = etree.fromstring(content)
    return f"== {name}\n{etree.tostring(tree, pretty_print=True, encoding='unicode')}\n"


@each_format
def test_a_report_is_as_agreed(form: Format, tmp_path: Path) -> None:
    report = readable(write(form, tmp_path / "report", *CONTRACTS, code=2))
    golden = GOLDENS / f"{form.name}.golden"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        GOLDENS.mkdir(exist_ok=True)
        golden.write_bytes(report.encode())
    assert report == golden.read_bytes().decode()


@each_format
def test_a_report_names_every_contract_and_what_was_wrong_with_it(form: Format, tmp_path: Path) -> None:
    report = readable(write(form, tmp_path / "report", *CONTRACTS, code=2))
    for name in CONTRACTS:
        assert Path(name).name in report
    assert "damaged or cut off" in report
    assert "agreed" in report, "the reason for which a finding was accepted"


@each_format
def test_a_report_of_one_contract_holds_no_character_that_does_harm(form: Format, tmp_path: Path) -> None:
    report = readable(write(form, tmp_path / "report", "contracts/hostile.md", code=1))
    assert not set(report) & set(harmful())


def harmful() -> Iterator[str]:
    yield from "\x00\x01\x07\x1b\x7f\ufffe\u202e\u202c"


@each_format
def test_a_report_of_no_contract_that_could_be_read_is_none_of_a_pass(form: Format, tmp_path: Path) -> None:
    report = readable(write(form, tmp_path / "report", "contracts/broken.docx", code=2))
    assert "broken.docx" in report
    assert "damaged or cut off" in report


@each_format
def test_the_same_audits_give_the_same_bytes(form: Format, tmp_path: Path) -> None:
    first, second = (write(form, tmp_path / name, *CONTRACTS, code=2) for name in ("a", "b"))
    assert first == second
