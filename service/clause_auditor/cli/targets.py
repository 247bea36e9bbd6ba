"""Where reports go: `--out PATH`, checked before the work begins, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from clause_auditor.cli.inputs import Input
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.formats import FORMATS, Format, find_format

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Target:
    """One report file."""

    path: Path
    form: Format

    def write(self, outcomes: Sequence[Outcome], explain: bool) -> None:
        """Write the report; InputError if the file cannot be written."""
        write_whole(self.path, self.form.load()(outcomes, ReportStyle(width=_WIDTH, explain=explain)))


def parse_targets(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[Target, ...]:
    """Return the targets of `--out`: a path whose ending tells the format, or FORMAT=PATH."""
    targets = tuple(_parse(value) for value in values)
    paths = [target.path for target in targets]
    for path in paths:
        if paths.count(path) > 1:
            raise click.BadParameter(f"{path} is named twice")
        check_folder(path)
    return targets


def check_folder(path: Path) -> None:
    """Raise BadParameter if no file can stand at this path."""
    if not path.parent.is_dir():
        raise click.BadParameter(f"there is no folder {path.parent}. Make it first")
    if path.is_dir():
        raise click.BadParameter(f"{path} is a folder. Name a file")


def spare_sources(paths: Iterable[Path], inputs: Iterable[Input]) -> list[Input]:
    """Return the inputs without reports of an earlier run; InputError if a contract itself would be overwritten.

    A report that stands in an audited folder is no contract; one that was named by itself is taken for what it is.
    """
    written = {path.resolve() for path in paths}
    left: list[Input] = []
    for source in inputs:
        hit = [path for path in source.paths if path.resolve() in written]
        if hit and not source.found:
            raise InputError.at(f"--out {hit[0]}", "this is the contract itself", "Name another file")
        if not hit:
            left.append(source)
    return left


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at once, so that nobody ever reads half of it; InputError if that fails."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(_mode(path))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise InputError.at(str(path), f"it cannot be written: {fault.strerror}", "Check folder and disk") from None


def _mode(path: Path) -> int:
    """The mode that the file has, or that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _parse(value: str) -> Target:
    name, equals, rest = value.partition("=")
    named = next((form for form in FORMATS if form.name == name), None)
    if equals and named and rest:
        return Target(Path(rest), named)
    form = find_format(value)
    if form is None:
        endings = ", ".join(form.suffixes[0] for form in FORMATS)
        raise click.BadParameter(f"the ending of {value} names no format. There are: {endings}; or write FORMAT=PATH")
    return Target(Path(value), form)
