"""What a command line hands in: which files, how they are read, and whether they are one contract or many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import click

from clause_auditor.cli.folders import Passed
from clause_auditor.cli.inputs import Input, Listing, join_inputs, list_inputs, names_many
from clause_auditor.cli.reading import Reading, check_roles, make_reading
from clause_auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Given:
    """What is read, and how."""

    inputs: list[Input]
    reading: Reading
    passed: tuple[Passed, ...]
    """What of folders is not read."""
    many: bool
    """True: several contracts may be meant, even where there is one."""


def take_files(
    files: tuple[str, ...],
    settings: Settings,
    *,
    one_contract: bool,
    each_file: bool,
    skip_unreadable: bool,
    **how: Any,  # noqa: ANN401 - `reading_options`
) -> Given:
    """Return what the arguments hand in; UsageError if options contradict each other, InputError for a stray role."""
    if one_contract and each_file:
        raise click.UsageError("--one-contract and --each-file are opposites: give one of them")
    if skip_unreadable and each_file:
        raise click.UsageError("--skip-unreadable leaves papers out of a contract; with --each-file each is one")
    reading = make_reading(settings, each=each_file, skip=skip_unreadable, **how)
    listing = _one(join_inputs(files)) if one_contract else list_inputs(files)
    check_roles(reading.roles, (path.as_posix() for each in listing.inputs for path in each.paths))
    many = each_file or (names_many(files) and not one_contract)
    return Given(list(listing.inputs), reading, listing.passed, many)


def _one(joined: Input) -> Listing:
    return Listing((joined,), joined.passed)
