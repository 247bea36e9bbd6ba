"""`clause-auditor audit FILE…`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from clause_auditor.api import make_options
from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.inputs import Input, find_inputs, join_inputs, names_many
from clause_auditor.cli.outcomes import audit_input, exit_code
from clause_auditor.cli.printing import Printer, make_printer
from clause_auditor.cli.reading import Reading, check_roles, make_reading, reading_options
from clause_auditor.documents import is_day, prepare_readers
from clause_auditor.domain.audit import AuditOptions, Perspective
from clause_auditor.domain.contract import DocumentRole
from clause_auditor.engine import Auditor
from clause_auditor.notation import Faults, show_word, suggest
from clause_auditor.reports import Outcome
from clause_auditor.settings import FAIL_ON, Settings, load_settings


def _check_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_day(value):
        raise click.BadParameter("this is no date. Write year, month and day: 2026-11-22")
    return value


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--pack", "packs", multiple=True, metavar="NAME", help="Judge by this pack; may be given again. "
              "Without it packs apply by themselves.")  # fmt: skip
@click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Lay this overlay over the packs; may be given again, the later holds.")  # fmt: skip
@click.option("--as-of", callback=_check_day, metavar="YYYY-MM-DD", help="Judge by the law of this day; default today.")
@click.option(
    "--perspective", type=click.Choice([side.value for side in Perspective]), help="For whom the report is worded."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Fail from this severity on; default high.")
@click.option("--strict/--no-strict", default=None, help="Let violations of good practice fail too.")
@click.option("--fail-on-review", is_flag=True, help="Exit with 1 where a person should look.")
@click.option("--explain", is_flag=True, help="Show step by step how each finding came about.")
@click.option("--announced", is_flag=True, help="Name the law that is announced; information only.")
@click.option("--one-contract", is_flag=True, help="Read all files as the documents of one contract.")
@click.option("--each-file", is_flag=True, help="Read every paper of an archive or a message as a contract of its own.")
@reading_options
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML).")
@click.pass_context
def audit(  # noqa: PLR0917 - click passes one argument an option
    ctx: click.Context,
    files: tuple[str, ...],
    packs: tuple[str, ...],
    overlays: tuple[Path, ...],
    as_of: str | None,
    perspective: str | None,
    form: str,
    fail_on: str | None,
    strict: bool | None,
    fail_on_review: bool,
    explain: bool,
    announced: bool,
    one_contract: bool,
    each_file: bool,
    roles: dict[str, DocumentRole],
    revisions: str,
    max_file_bytes: int | None,
    settings_file: Path | None,
) -> None:
    """Audit contracts: Word, PDF, HTML, Markdown, plain text, ZIP, e-mail, or structured as JSON or YAML.

    FILE is a file, a folder, a glob, or - for standard input; each file is one contract, the papers of an archive or
    the attachments of a message being its documents.
    """
    settings = load_settings(settings_file)
    settings = replace(settings, overlays=(*settings.overlays, *overlays))
    options = make_options(
        packs,
        as_of,
        perspective or settings.perspective,
        fail_on or settings.fail_on,
        settings.strict if strict is None else strict,
        announced=announced,
    )
    if one_contract and each_file:
        raise click.UsageError("--one-contract and --each-file are opposites: give one of them", ctx)
    reading = make_reading(settings, revisions, max_file_bytes, roles=roles, each=each_file)
    inputs = [join_inputs(files)] if one_contract else find_inputs(files)
    check_roles(roles, (path.as_posix() for each in inputs for path in each.paths))
    printer = make_printer(form, explain, many=each_file or (names_many(files) and not one_contract))
    ctx.exit(exit_code(_run(inputs, options, reading, settings, printer), fail_on_review))


def _run(
    inputs: list[Input], options: AuditOptions, reading: Reading, settings: Settings, printer: Printer
) -> list[Outcome]:
    if any(source.wants_reader for source in inputs):
        prepare_readers()
    auditor = build_auditor(settings)
    _check_packs(auditor, options)
    outcomes: list[Outcome] = []
    with _progress(inputs) as steps:
        for source in steps:
            for outcome in audit_input(source, auditor, options, reading):
                outcomes.append(outcome)
                printer.show(outcome)
    printer.close()
    return outcomes


def _check_packs(auditor: Auditor, options: AuditOptions) -> None:
    known = sorted(pack.name for pack in auditor.library.packs)
    faults = Faults()
    for name in options.packs:
        if name not in known:
            faults.add("--pack", f"unknown pack {show_word(name)}", suggest(name, known))
    faults.refuse()


@contextmanager
def _progress(inputs: Sequence[Input]) -> Iterator[Sequence[Input]]:
    """A bar on stderr for many files, if somebody looks at it and the reports go elsewhere."""
    if len(inputs) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield inputs
        return
    with click.progressbar(inputs, label="Auditing", file=sys.stderr) as bar:
        yield bar  # type: ignore[misc]  # iterable as inputs are
