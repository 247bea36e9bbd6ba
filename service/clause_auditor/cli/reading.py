"""How the files of a command line are read: the options, the roles, and which papers are one contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import click

from clause_auditor.documents import ReadingOptions
from clause_auditor.documents.bundle import with_role
from clause_auditor.documents.found import Found, Part
from clause_auditor.domain.contract import DocumentRole, View
from clause_auditor.errors import InputError
from clause_auditor.settings import Settings

_MOST: Final = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read."""

    options: ReadingOptions = ReadingOptions()  # noqa: RUF009 - frozen
    roles: Mapping[str, DocumentRole] = field(default_factory=dict)
    """By the name of a file, or of a paper within one ("signed.zip/dpa.docx", or its last parts)."""
    each: bool = False
    """True: every paper of an archive or a message is a contract of its own."""

    skip: bool = False
    """True: papers of a contract that cannot be read are left out, and it says so."""

    def give_roles(self, file: str, found: Found) -> Found:
        """Return the papers of a file in the roles given for them; InputError if one of these fits none of them."""
        parts = found.parts
        given = list(parts)
        for name, role in self._roles_in(file, found):
            fitting = [at for at, part in enumerate(parts) if _ends(part[0], name) or _is_alone(file, name, parts)]
            if len(fitting) != 1:
                problem = f"{'several papers' if fitting else 'no paper'} of this name in {file}"
                raise InputError.at(
                    f"--role {name}", problem, f"There are: {', '.join(part[0] for part in parts[:20])}"
                )
            given[fitting[0]] = with_role(given[fitting[0]], role)
        return replace(found, parts=tuple(given))

    def _roles_in(self, file: str, found: Found) -> Iterator[tuple[str, DocumentRole]]:
        """Yield the roles given for a file, without those of papers in it that cannot be read."""
        for name, role in self.roles.items():
            if concerns(name, file) and not any(_ends(each.name, name) for each in found.unread):
                yield name, role


def make_reading(settings: Settings, revisions: str, max_file_bytes: int | None, **more: Any) -> Reading:  # noqa: ANN401
    """Return how to read by the settings and what the command line says."""
    options = ReadingOptions(
        revisions=View(revisions),
        max_file_bytes=max_file_bytes or settings.max_file_bytes,
        max_text_bytes=settings.max_text_bytes,
    )
    return Reading(options, **more)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how files are read."""
    for option in reversed((
        click.option("--role", "roles", multiple=True, metavar="FILE=ROLE", callback=_parse_roles, help="What a paper "
                     f"is within the contract: {', '.join(DocumentRole)}. Without it, titles tell."),
        click.option("--revisions", type=click.Choice([view.value for view in View]), default=View.ACCEPTED.value,
                     show_default=True, help="Which view of tracked changes is read."),
        click.option("--max-file-bytes", type=click.IntRange(1, _MOST), metavar="N", help="Refuse larger files."),
    )):  # fmt: skip
        command = option(command)
    return command


def gathering_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say which papers are one contract."""
    for option in reversed((
        click.option("--one-contract", is_flag=True, help="Read all files as the documents of one contract."),
        click.option("--each-file", is_flag=True, help="Read every paper of an archive or a message as a contract of "
                     "its own."),
        click.option("--skip-unreadable", is_flag=True, help="Leave out papers of a contract that cannot be read; what "
                     "is missing then counts as unknown, and the decision is never pass."),
    )):  # fmt: skip
        command = option(command)
    return command


def concerns(name: str, file: str) -> bool:
    """Tell whether a role is given for this file or a paper within it."""
    return _ends(file, name) or name.startswith(f"{file}/") or f"/{name}".find(f"/{Path(file).name}/") >= 0


def check_roles(roles: Iterable[str], files: Iterable[str]) -> None:
    """Raise InputError if a role is given for a file that is not among those to be read."""
    known = list(files)
    for name in roles:
        if not any(concerns(name, file) for file in known):
            raise InputError.at(f"--role {name}", "no such file among those given", "Name it as it is found")


def _ends(whole: str, name: str) -> bool:
    return whole == name or whole.endswith(f"/{name}")


def _is_alone(file: str, name: str, parts: Sequence[Part]) -> bool:
    return len(parts) == 1 and _ends(file, name)


def _parse_roles(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, DocumentRole]:
    roles: dict[str, DocumentRole] = {}
    for value in values:
        name, equals, role = value.rpartition("=")
        if not equals or not name or role.replace("-", "_") not in set(DocumentRole):
            raise click.BadParameter(f"write FILE=ROLE; roles are: {', '.join(DocumentRole)}")
        roles[Path(name).as_posix()] = DocumentRole(role.replace("-", "_"))
    return roles
