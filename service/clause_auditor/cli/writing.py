"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click

from clause_auditor.errors import InputError


def check_folder(path: Path, *, may_be_one: bool = False) -> None:
    """Raise BadParameter if no file can stand at this path; with `may_be_one`, if no folder can."""
    if not path.parent.is_dir():
        raise click.BadParameter(f"there is no folder {path.parent}. Make it first")
    if may_be_one and path.exists() and not path.is_dir():
        raise click.BadParameter(f"{path} is a file. Name a folder")
    if path.is_dir() and not may_be_one:
        raise click.BadParameter(f"{path} is a folder. Name a file")


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
