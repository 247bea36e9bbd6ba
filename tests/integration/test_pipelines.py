"""The ready pipelines parse, call only what the command line has, and are the ones that the documentation shows."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from clause_auditor.cli.main import cli

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "examples" / "pipelines").iterdir())
GUIDE = (ROOT / "docs" / "pipelines.md").read_text(encoding="utf-8")
HOOKS = ROOT / ".pre-commit-hooks.yaml"
BLOCK = re.compile(r"```\w+\n(.*?)```", re.DOTALL)
CALL = re.compile(r"(?:^|\s)clause-auditor (?=[a-z])(.+)")


def calls(text: str) -> list[str]:
    """Return what stands behind every `clause-auditor` in a text, lines that go on being joined."""
    joined = re.sub(r"\\\n\s*|\n\s*(?=--)", " ", text)
    return [match[1] for line in joined.splitlines() for match in CALL.finditer(line) if not line.startswith("#")]


def hook_calls(path: Path) -> Iterator[str]:
    """Return the calls of pre-commit hooks, their arguments included."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    hooks: list[Any] = content if isinstance(content, list) else [h for repo in content["repos"] for h in repo["hooks"]]
    for hook in hooks:
        yield " ".join([hook["entry"].removeprefix("clause-auditor "), *hook["args"], "contract.md"])


def parse(call: str) -> None:
    """Read a call as the command line does; `click.UsageError` where it knows a command or an option not."""
    command: click.Command = cli
    words = shlex.split(re.split(r"\s[|>;]|\s2>", call)[0])
    while isinstance(command, click.Group):
        name = words.pop(0)
        found = command.get_command(click.Context(command), name)
        if found is None:
            raise click.UsageError(f"no command {name}")
        command = found
    context = click.Context(command)
    values, _, _ = command.make_parser(context).parse_args(words)
    for parameter in command.params:
        if isinstance(parameter.type, click.Choice) and parameter.name in values:
            parameter.type_cast_value(context, values[parameter.name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_documentation_shows_each_pipeline_as_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8") in BLOCK.findall(GUIDE)


@pytest.mark.parametrize("path", [*(p for p in FILES if p.suffix in (".yml", ".yaml")), HOOKS], ids=lambda p: p.name)
def test_every_yaml_file_parses(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_pipeline_calls_what_is_there(path: Path) -> None:
    found = list(hook_calls(path)) if "pre-commit" in path.name else calls(path.read_text(encoding="utf-8"))
    assert found
    for call in found:
        parse(call)


def test_the_guide_and_the_hook_of_the_project_call_what_is_there() -> None:
    found = [call for block in BLOCK.findall(GUIDE) for call in calls(block)]
    assert len(found) >= 6
    for call in (*found, *hook_calls(HOOKS)):
        parse(call)


@pytest.mark.parametrize(
    "call", ["audti x.md", "audit x.md --outt y", "audit --fail-on severe x.md", "baseline --because y x.md"]
)
def test_a_call_that_is_not_there_would_be_found(call: str) -> None:
    with pytest.raises(click.UsageError):
        parse(call)


def test_the_script_is_one_that_a_shell_reads() -> None:
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("there is no sh")
    for path in FILES:
        if path.suffix == ".sh":
            subprocess.run([shell, "-n", str(path)], check=True)
