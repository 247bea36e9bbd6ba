"""The options that say what is audited, by which packs and how it is read: shared by the commands that audit."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from clause_auditor.api import make_options
from clause_auditor.cli.given import take_files
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.outcomes import Order
from clause_auditor.cli.reading import gathering_options, reading_options
from clause_auditor.domain.audit import AuditOptions, Perspective
from clause_auditor.engine import Auditor
from clause_auditor.notation import Faults, is_day, show_word, suggest
from clause_auditor.settings import load_settings


def check_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """Return the date of an option; BadParameter if it is none."""
    if value is not None and not is_day(value):
        raise click.BadParameter("this is no date. Write year, month and day: 2026-11-22")
    return value


_JUDGING: Final = (
    click.option("--pack", "packs", multiple=True, metavar="NAME", help="Judge by this pack; may be given again. "
                 "Without it packs apply by themselves."),
    click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
                 help="Lay this overlay over the packs; may be given again, the later holds."),
    click.option("--as-of", callback=check_day, metavar="YYYY-MM-DD", help="Judge by the law of this day; default "
                 "today."),
    click.option("--perspective", type=click.Choice([side.value for side in Perspective]),
                 help="For whom the report is worded."),
)  # fmt: skip


def judging_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say by which packs, of which day and for whom contracts are judged."""
    for option in reversed(_JUDGING):
        command = option(command)
    return command


_OPTIONS: Final = (
    click.argument("files", metavar="FILE...", nargs=-1, required=True),
    judging_options,
    gathering_options,
    reading_options,
    click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Audit in N processes; default one a core "
                 "where there are many contracts."),
    click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="Settings file (YAML)."),
)  # fmt: skip
_GIVEN: Final = (
    *("files", "packs", "overlays", "as_of", "perspective", "one_contract", "each_file", "skip_unreadable"),
    *("roles", "revisions", "max_file_bytes", "settings_file"),
)


def with_order(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options; the command gets `inputs` and `order` in their place."""

    @functools.wraps(command)
    def ordered(**given: Any) -> None:  # noqa: ANN401 - what click read
        inputs, order = _make_order(**{name: given.pop(name) for name in _GIVEN})
        return command(inputs=inputs, order=order, **given)

    taken: Callable[..., None] = ordered
    for option in reversed(_OPTIONS):
        taken = option(taken)
    return taken


def check_packs(auditor: Auditor, options: AuditOptions) -> None:
    """Raise InputError if a pack was named that there is not."""
    known = sorted(pack.name for pack in auditor.library.packs)
    faults = Faults()
    for name in options.packs:
        if name not in known:
            faults.add("--pack", f"unknown pack {show_word(name)}", suggest(name, known))
    faults.refuse()


def _make_order(  # noqa: PLR0917 - one argument an option
    files: tuple[str, ...],
    packs: tuple[str, ...],
    overlays: tuple[Path, ...],
    as_of: str | None,
    perspective: str | None,
    settings_file: Path | None,
    **reading: Any,  # noqa: ANN401 - what click read
) -> tuple[list[Input], Order]:
    settings = load_settings(settings_file)
    settings = replace(settings, overlays=(*settings.overlays, *overlays))
    options = make_options(packs, as_of, perspective or settings.perspective, settings.fail_on, settings.strict)
    given = take_files(files, settings, **reading)
    return given.inputs, Order(settings, options, given.reading, many=given.many, passed=given.passed)
