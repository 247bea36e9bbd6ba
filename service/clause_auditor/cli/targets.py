"""Where reports go: `--out [FORMAT=]PATH`, checked before the work begins."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from clause_auditor.cli.folders import Passed
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.papers import PAPERS, PaperForm, PaperTarget, Work
from clause_auditor.cli.writing import check_folder, write_whole
from clause_auditor.errors import InputError
from clause_auditor.reports import ReportStyle
from clause_auditor.reports.formats import FORMATS, Format, find_by_ending

_WIDTH: Final = 100
_FORMS: Final[tuple[Format | PaperForm, ...]] = (*FORMATS, *PAPERS)


@dataclass(frozen=True, slots=True)
class ReportTarget:
    """One report file over all contracts."""

    path: Path
    form: Format

    def write(self, works: Sequence[Work], explain: bool) -> None:
        """Write the report; InputError if the file cannot be written."""
        style = ReportStyle(width=_WIDTH, explain=explain)
        write_whole(self.path, self.form.load()([work.outcome for work in works], style))


Target = ReportTarget | PaperTarget


def parse_targets(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of `--out`: a path whose ending tells the format, or FORMAT=PATH."""
    targets = tuple(_parse(value) for value in values)
    paths = [target.path for target in targets]
    for target in targets:
        if paths.count(target.path) > 1:
            raise click.BadParameter(f"{target.path} is named twice")
        check_folder(target.path, may_be_one=isinstance(target, PaperTarget) and target.in_folder)
    return targets


def turn_to_redlines(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Return the targets, each annotated Word file a redline instead; UsageError if there is none."""
    redline = next(form for form in PAPERS if form.name == "redline")
    turned = tuple(
        replace(each, form=redline) if isinstance(each, PaperTarget) and each.form.name == "word" else each
        for each in targets
    )
    if not any(each.form is redline for each in turned):
        raise click.UsageError("--redline says what becomes of a Word file: name one, as in --out redlined.docx")
    return turned


def check_single(targets: Iterable[Target]) -> None:
    """Raise UsageError if a single file is to take what several contracts give a file each of."""
    for target in targets:
        if isinstance(target, PaperTarget) and not target.in_folder:
            raise click.UsageError(f"--out {target.path}: each contract gives a file. Name a folder: {target.hint()}")


def spare_sources(paths: Iterable[Path], inputs: Iterable[Input]) -> list[Input]:
    """Return the inputs without reports of an earlier run; InputError if a contract itself would be overwritten.

    A report that stands in an audited folder is no contract; one that was named by itself is taken for what it is.
    """
    written = {path.resolve() for path in paths}
    left: list[Input] = []
    for source in inputs:
        hit = [path for path in source.paths if not written.isdisjoint((path.resolve(), *path.resolve().parents))]
        if hit and not source.found:
            raise InputError.at(f"--out {hit[0]}", "this is the contract itself", "Name another file")
        if not hit:
            left.append(replace(source, passed=spare_passed(written, source.passed)))
    return left


def spare_passed(paths: Iterable[Path], passed: Iterable[Passed]) -> tuple[Passed, ...]:
    """Return what is passed over without reports that are written anew."""
    written = {path.resolve() for path in paths}
    return tuple(each for each in passed if each.path.resolve() not in written)


def _parse(value: str) -> Target:
    name, equals, rest = value.partition("=")
    named = next((form for form in _FORMS if form.name == name), None)
    path = rest if equals and named and rest else value
    form = named if path == rest else find_by_ending(value, _FORMS)
    if form is None:
        endings = ", ".join(form.suffixes[0] for form in _FORMS)
        raise click.BadParameter(f"the ending of {value} names no format. There are: {endings}; or write FORMAT=PATH")
    if isinstance(form, PaperForm):
        return PaperTarget(Path(path), form, in_folder=path.endswith(("/", os.sep)) or Path(path).is_dir())
    return ReportTarget(Path(path), form)
