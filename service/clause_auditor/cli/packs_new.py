"""`packs new RULE`: a rule file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from clause_auditor.cli.packs_options import ROOT
from clause_auditor.domain.finding import Severity
from clause_auditor.domain.rule import Family
from clause_auditor.errors import PackError
from clause_auditor.packs import load_library, rulepacks_root

_SEVERITIES = [severity.value for severity in Severity if severity is not Severity.NONE]


@click.command()
@click.argument("rule_id", metavar="RULE")
@click.option("--family", type=click.Choice([family.value for family in Family]), default="security", show_default=True)
@click.option("--severity", type=click.Choice(_SEVERITIES), default="medium", show_default=True)
@click.option("--citation", default="", help="Where the law says so (default: as the first rule of the pack).")
@ROOT
def new(rule_id: str, family: str, severity: str, citation: str, root: Path | None) -> None:
    """Write a rule with examples to begin with: RULE is pack.topic.obligation, its pack is there.

    The new rule passes every check as it stands, so that each later fault is of your own change.
    """
    from clause_auditor.packs.scaffold import scaffold_rule

    folder = root or rulepacks_root()
    text = scaffold_rule(rule_id, load_library(folder).packs, Family(family), Severity(severity), citation)
    pack, _, rest = rule_id.partition(".")
    name = f"{pack}/{rest}.yaml"
    _write(folder / name, name, text)
    click.echo(f"{name} written. Next:")
    click.echo(f"  clause-auditor packs check {folder / pack}")
    click.echo(f"  clause-auditor packs test {rule_id}{f' --root {root}' if root else ''}")


def _write(path: Path, name: str, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PackError.at(name, "the file is there already", "Give the new rule an id of its own") from None
    except OSError:
        raise PackError.at(name, "the file cannot be written", "Check the permissions of the folder") from None
