"""`clause-auditor compare OLD NEW`, and `compare --tracked DRAFT`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from clause_auditor.api import make_options
from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.faults import ERROR, FAIL, PASS, tell
from clause_auditor.cli.folders import note_passed
from clause_auditor.cli.inputs import STDIN, Input, find_contract
from clause_auditor.cli.order import check_packs, judging_options
from clause_auditor.cli.outcomes import failed_outcome
from clause_auditor.cli.printing import make_style
from clause_auditor.cli.reading import Reading, check_roles, make_reading, reading_options
from clause_auditor.cli.targets import spare_passed
from clause_auditor.cli.writing import check_folder, write_whole
from clause_auditor.documents import prepare_readers
from clause_auditor.domain.audit import AuditOptions, Decision
from clause_auditor.domain.contract import Contract, DocumentRole, View
from clause_auditor.engine import Auditor
from clause_auditor.engine.comparison import Draft
from clause_auditor.engine.drafts import compare_judged
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.comparison_formats import (
    COMPARISON_FORMATS,
    ComparedDrafts,
    find_comparison_format,
    load_format,
)
from clause_auditor.reports.comparison_words import tell_counts
from clause_auditor.reports.quoting import harmless
from clause_auditor.settings import FAIL_ON, load_settings

_WIDTH = 100
Side = tuple[Input, Reading]
"""A draft, and how it is read."""


def _check_targets(_ctx: click.Context, _param: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    for path in paths:
        if find_comparison_format(str(path)) is None:
            raise click.BadParameter(f"the ending of {path} names no format. There are: .txt, .json, .html")
        check_folder(path)
    return paths


@click.command()
@click.argument("files", metavar="OLD NEW", nargs=-1, required=True)
@click.option("--tracked", is_flag=True, help="Give one draft with tracked changes in place of OLD and NEW: as it read "
              "before them is compared with how it reads with all of them accepted.")  # fmt: skip
@judging_options
@click.option("--format", "form", type=click.Choice(COMPARISON_FORMATS), help="What is printed: text (default), json "
              "or html; with --out a line, unless this is given.")  # fmt: skip
@click.option("--out", "targets", multiple=True, type=click.Path(path_type=Path), metavar="PATH",
              callback=_check_targets, help="Write a report to this file; its ending (.txt, .json, .html) tells the "
              "format. May be given again.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Fail where what is lost is as severe as this, or more; "
              "default high.")  # fmt: skip
@click.option("--strict/--no-strict", default=None, help="Let losses of good practice fail too.")
@click.option("--fail-on-review", is_flag=True, help="Exit with 1 where a person should look.")
@reading_options
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML).")
@click.pass_context
def compare(  # noqa: PLR0917 - click passes one argument an option
    ctx: click.Context,
    files: tuple[str, ...],
    tracked: bool,
    packs: tuple[str, ...],
    overlays: tuple[Path, ...],
    as_of: str | None,
    perspective: str | None,
    form: str | None,
    targets: tuple[Path, ...],
    fail_on: str | None,
    strict: bool | None,
    fail_on_review: bool,
    roles: dict[str, DocumentRole],
    revisions: str,
    max_file_bytes: int | None,
    settings_file: Path | None,
) -> None:
    """Tell what a new draft of a contract gains, loses or leaves, finding by finding, whatever the renumbering.

    OLD and NEW are each a file, an archive, a folder or a glob (its files are the documents of one contract), or - for
    standard input. What the old draft is judged by, the new one has to answer.

    \b
    Exit codes: 0 nothing is lost that counts (decision pass or review),
                1 something is lost, or newly violated, from --fail-on on (fail),
                2 usage or input error.
    """
    settings = load_settings(settings_file)
    settings = replace(settings, overlays=(*settings.overlays, *overlays))
    options = make_options(
        packs,
        as_of,
        perspective or settings.perspective,
        fail_on or settings.fail_on,
        settings.strict if strict is None else strict,
    )
    _check_usage(ctx, files, tracked)
    sources = [find_contract([file]) for file in files]
    check_roles(roles, (path.as_posix() for source in sources for path in source.paths))
    _spare(sources, targets)
    note_passed(spare_passed(targets, (each for source in sources for each in source.passed)))
    views = list(View)[::-1] if tracked else [View(revisions)] * 2
    readings = [make_reading(settings, view, max_file_bytes, roles=roles) for view in views]
    auditor = build_auditor(settings)
    check_packs(auditor, options)
    if any(source.wants_reader for source in sources):
        prepare_readers()
    sides = list(zip(sources * 2 if tracked else sources, readings, strict=True))
    drafts = _compare(sides, auditor, options, tracked)
    _show(drafts, form, targets)
    ctx.exit(_exit_code(drafts, fail_on_review))


def _check_usage(ctx: click.Context, files: Sequence[str], tracked: bool) -> None:
    if len(files) != (1 if tracked else 2):
        wanted = "one draft with --tracked" if tracked else "the old and the new draft, or one with --tracked"
        raise click.UsageError(f"name {wanted}", ctx)
    if files.count(STDIN) > (0 if tracked else 1):
        raise click.UsageError("standard input is one draft only: name a file", ctx)
    if tracked and ctx.get_parameter_source("revisions") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--tracked reads both views of the changes: leave --revisions out", ctx)


def _spare(sources: Sequence[Input], targets: Sequence[Path]) -> None:
    drafts = {path.resolve() for source in sources for path in source.paths}
    for target in targets:
        if target.resolve() in drafts:
            raise InputError.at(f"--out {target}", "this is a draft itself", "Name another file")


def _compare(sides: Sequence[Side], auditor: Auditor, options: AuditOptions, tracked: bool) -> ComparedDrafts:
    old, new = (_judge(source, reading, auditor, options, tracked) for source, reading in sides)
    if not (old.audit and old.contract and new.audit and new.contract):
        return ComparedDrafts(old, new)
    first, second = Draft(old.contract, old.audit), Draft(new.contract, new.audit)
    comparison = compare_judged(auditor, first, second, options)
    return ComparedDrafts(old, replace(new, audit=comparison.new), comparison)


def _judge(source: Input, reading: Reading, auditor: Auditor, options: AuditOptions, tracked: bool) -> Outcome:
    name = f"{source.name} ({_VIEWS[reading.options.revisions]})" if tracked else source.name
    try:
        [(_, contract)] = source.read(reading).parts
        if tracked:
            _require_changes(contract)
        return Outcome(name, audit=auditor.audit(contract, options), contract=contract)
    except Exception as fault:
        return replace(failed_outcome(source.name, fault), name=name)


_VIEWS = {View.ORIGINAL: "before the tracked changes", View.ACCEPTED: "with the tracked changes"}


def _require_changes(contract: Contract) -> None:
    if not any(document.view for document in contract.documents):
        raise InputError.at("", "it holds no tracked changes", "Name the old and the new draft, without --tracked")


def _show(drafts: ComparedDrafts, form: str | None, targets: Sequence[Path]) -> None:
    for outcome in (drafts.old, drafts.new):
        if outcome.error:
            tell(outcome.error)
    if form or not targets:
        chosen = form or "text"
        data = load_format(chosen)(drafts, make_style(drafts.old.name, explain=False))
        click.echo(data if chosen != "text" else data.decode(), nl=False, color=sys.stdout.isatty())
    elif drafts.comparison:
        counts = tell_counts(drafts.comparison)
        names = harmless(f"{drafts.old.name} → {drafts.new.name}")
        click.echo(f"{drafts.comparison.decision.value.upper():<8} {names}  ({counts})")
    for target in targets:
        write_whole(target, load_format(find_comparison_format(str(target)) or "")(drafts, ReportStyle(width=_WIDTH)))


def _exit_code(drafts: ComparedDrafts, fail_on_review: bool) -> int:
    if drafts.comparison is None:
        return ERROR
    failing = {Decision.FAIL, Decision.REVIEW} if fail_on_review else {Decision.FAIL}
    return FAIL if drafts.comparison.decision in failing else PASS
