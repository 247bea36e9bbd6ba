"""`clause-auditor extract FILE…`."""

from __future__ import annotations

from pathlib import Path

import click

from clause_auditor.cli.inputs import find_contract
from clause_auditor.cli.reading import check_roles, make_reading, reading_options
from clause_auditor.documents import extract_json, extract_markdown
from clause_auditor.domain.contract import Contract, DocumentRole
from clause_auditor.reports.json_report import pretty_json
from clause_auditor.reports.quoting import harmless
from clause_auditor.settings import load_settings


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json", "markdown"]), default="json", show_default=True)
@reading_options
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML).")
def extract(  # noqa: PLR0917 - click passes one argument an option
    files: tuple[str, ...],
    form: str,
    roles: dict[str, DocumentRole],
    revisions: str,
    max_file_bytes: int | None,
    settings_file: Path | None,
) -> None:
    """Show what is read from files, as one structured contract, without an audit.

    The JSON can be edited and audited: its documents carry pages, paragraphs and hidden passages with them.
    """
    reading = make_reading(load_settings(settings_file), revisions, max_file_bytes, roles=roles)
    source = find_contract(files)
    check_roles(roles, (path.as_posix() for path in source.paths))
    [(_, contract)] = source.read(reading)
    click.echo(_rendered(contract, form).encode(), nl=False)


def _rendered(contract: Contract, form: str) -> str:
    return pretty_json(extract_json(contract)) if form == "json" else harmless(extract_markdown(contract))
