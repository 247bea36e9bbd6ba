"""`clause-auditor extract FILE…`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from clause_auditor.cli.faults import ERROR, PASS, tell
from clause_auditor.cli.folders import note_passed
from clause_auditor.cli.given import Given, take_files
from clause_auditor.cli.outcomes import failed_outcome
from clause_auditor.cli.reading import gathering_options, reading_options
from clause_auditor.documents import extract_json, extract_markdown
from clause_auditor.reports import Outcome
from clause_auditor.reports.json_report import error_json, pretty_json, readable
from clause_auditor.reports.quoting import harmless
from clause_auditor.settings import load_settings


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json", show_default=True)
@gathering_options
@reading_options
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML).")
@click.pass_context
def extract(
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    form: str,
    settings_file: Path | None,
    **reading: Any,  # noqa: ANN401 - what click read
) -> None:
    """Show what is read from files, as structured contracts, without an audit: from one file, one contract.

    The JSON of a contract can be edited and audited: its documents carry pages, paragraphs and hidden passages with
    them. Several files or a folder give a list of contracts, or with --one-contract one of all files.
    """
    given = take_files(files, load_settings(settings_file), **reading)
    note_passed(given.passed)
    outcomes = _read(given)
    for outcome in outcomes:
        if outcome.error:
            tell(outcome.error)
    text = _json(outcomes, given.many) if form == "json" else _markdown(outcomes, given.many)
    click.echo(text.encode(), nl=False)
    ctx.exit(ERROR if any(outcome.error for outcome in outcomes) else PASS)


def _read(given: Given) -> list[Outcome]:
    """Return what became of each file: its contracts or an error; one that cannot be read stops nothing else."""
    outcomes: list[Outcome] = []
    for source in given.inputs:
        try:
            found = source.read(given.reading)
        except Exception as fault:
            outcomes.append(failed_outcome(source.name, fault))
            continue
        outcomes += [Outcome(name, contract=contract) for name, contract in found.parts]
        outcomes += [Outcome(each.name, error=each.error) for each in found.unread]
    return outcomes


def _json(outcomes: Sequence[Outcome], many: bool) -> str:
    if many:
        return pretty_json({"contracts": [_entry(outcome) for outcome in outcomes]})
    return "".join(pretty_json(extract_json(each.contract)) for each in outcomes if each.contract)


def _entry(outcome: Outcome) -> dict[str, Any]:
    told = error_json(outcome.error) if outcome.error else None
    contract = extract_json(outcome.contract) if outcome.contract else None
    return {"file": readable(outcome.name), "error": told, "contract": contract}


def _markdown(outcomes: Sequence[Outcome], many: bool) -> str:
    texts = []
    for outcome in outcomes:
        if outcome.contract:
            name = f"<!-- file {outcome.name.replace('--', '- -')} -->\n\n" if many else ""
            texts.append(harmless(name + extract_markdown(outcome.contract)))
    return "\n".join(texts)
