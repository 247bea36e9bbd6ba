"""The command `packs`: what it prints, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clause_auditor.cli.main import cli
from packs.conftest import RULE, SOUND, Write

RULE_FILE = "acme/breach.notice.yaml"


@pytest.fixture
def root(write: Write) -> Path:
    return write(SOUND)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["packs", *map(str, arguments)])


def spoil(root: Path, old: str, new: str) -> None:
    assert old in RULE
    (root / RULE_FILE).write_text(RULE.replace(old, new, 1), encoding="utf-8")


def test_list(root: Path) -> None:
    result = run("list", "--root", root)
    assert result.exit_code == 0
    assert "acme 1.2.0  The house rules of Acme" in result.stdout
    assert "1 rule; everywhere; law consulted 2026-01-31" in result.stdout


def test_show_a_pack_and_a_rule(root: Path) -> None:
    assert "high      acme.breach.notice  Breaches are told" in run("show", "acme", "--root", root).stdout
    shown = run("show", "acme.breach.notice", "--root", root).stdout
    for words in ("threshold deadline: 72 hours", "our line: Our figure.", "weak: Told late.", "4 examples"):
        assert words in shown


def test_an_unknown_name_is_a_usage_error(root: Path) -> None:
    result = run("show", "acme.breach.notices", "--root", root)
    assert result.exit_code == 2
    assert 'Did you mean "acme.breach.notice"?' in result.stderr


@pytest.mark.parametrize("place", ["", "acme", RULE_FILE])
def test_check_takes_a_folder_a_pack_or_a_file(root: Path, place: str) -> None:
    result = run("check", root / place)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 pack, 1 rule: no faults" in result.stdout


def test_check_fails_with_every_fault(root: Path) -> None:
    spoil(root, "severity: high\nbasis: law", "severity: hihg\nbasis: lore")
    result = run("check", root)
    assert result.exit_code == 1
    assert "acme/breach.notice.yaml:4" in result.stdout
    assert "acme/breach.notice.yaml:5" in result.stdout
    assert "not loaded: 2 faults" in result.stdout


def test_check_tells_of_idle_concepts_without_failing(root: Path) -> None:
    (root / "lexicons/en/more.yaml").write_text("idle: [idle]\n", encoding="utf-8")
    assert run("check", root).exit_code == 0
    assert 'warning: lexicons/en/more.yaml:1: nothing uses the concept "idle"' in run("check", root).stdout
    assert "warning" not in run("check", "--no-warnings", root).stdout


def test_test_runs_the_examples(root: Path) -> None:
    result = run("test", "--root", root)
    assert (result.exit_code, result.stdout) == (0, "4 examples: 4 pass, 0 fail\n")
    assert run("test", "-v", "acme.breach.notice", "--root", root).stdout.count("ok  ") == 4


def test_test_fails_with_place_and_both_statuses(root: Path) -> None:
    spoil(root, "within 24 hours", "within 24 weeks")
    result = run("test", "--root", root)
    assert result.exit_code == 1
    assert "FAIL acme/breach.notice.yaml:26: acme.breach.notice, in time: came out weak, not met" in result.stdout


def test_test_of_an_ill_written_pack_is_an_input_error(root: Path) -> None:
    spoil(root, "severity: high", "severity: hihg")
    result = run("test", "--root", root)
    assert result.exit_code == 2
    assert "error: acme/breach.notice.yaml:4" in result.stderr
    assert run("test", "nothing", "--root", root).exit_code == 2


def test_a_page_is_written_once_and_checked(root: Path) -> None:
    assert run("page", "--check", "--root", root).exit_code == 1
    assert not (root / "acme/README.md").exists()
    assert run("page", "--root", root).stdout == "acme/README.md written\n"
    assert run("page", "--check", "--root", root).exit_code == 0
    assert run("page", "--root", root).stdout == ""
    spoil(root, "Told late.", "Told too late.")
    assert run("page", "--check", "acme", "--root", root).exit_code == 1
