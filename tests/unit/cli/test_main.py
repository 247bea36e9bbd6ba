"""The command group: nothing is imported before it is needed, and no error shows a traceback."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from clause_auditor.cli import main
from clause_auditor.cli.main import cli
from clause_auditor.errors import Fault, InputError


def invoke_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> tuple[int, str]:
    @click.command()
    def audit() -> None:
        raise error

    monkeypatch.setattr(main.LazyGroup, "get_command", lambda *_: audit)
    result = CliRunner().invoke(cli, ["audit"])
    return result.exit_code, result.output


def test_every_fault_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = invoke_with(monkeypatch, InputError([Fault("a.md", "one", "Do it"), Fault("b.md", "two\x1b[2J")]))
    assert code == 2
    assert output == "error: a.md: one. Do it\nerror: b.md: two<U+001B>[2J\n"


def test_an_unexpected_error_shows_its_type_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = invoke_with(monkeypatch, ValueError("CANARY"))
    assert (code, output) == (2, "error: internal error (ValueError); please report it\n")


def test_an_interrupt_and_a_closed_pipe_have_their_own_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert invoke_with(monkeypatch, KeyboardInterrupt())[0] == 130
    assert invoke_with(monkeypatch, BrokenPipeError())[0] == 141


def test_a_full_disk_is_told_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = invoke_with(monkeypatch, OSError(28, "No space left on device"))
    assert (code, output) == (2, "error: reading or writing failed: No space left on device\n")


def test_help_and_version_need_no_engine() -> None:
    for argument in ("--help", "--version"):
        result = CliRunner().invoke(cli, [argument])
        assert result.exit_code == 0
        assert "audit" in result.output


def test_the_group_is_light() -> None:
    code = (
        "import sys, clause_auditor, clause_auditor.cli.main\n"
        "heavy = [m for m in ('yaml', 'grpc', 'clause_auditor.engine', 'clause_auditor.packs') if m in sys.modules]\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_command_of_the_help_exists() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert isinstance(cli.get_command(context, name), click.Command), name
    assert cli.get_command(context, "absent") is None
