"""The FILE arguments: files, folders, globs, and `-` for standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clause_auditor.documents import read_contract, read_data, read_file
from clause_auditor.domain.contract import Contract
from clause_auditor.errors import Fault, InputError
from clause_auditor.settings import SETTINGS_FILE

STDIN: Final = "-"
JOINT: Final = " + "
"""Stands between the names of the files of one contract."""
SUFFIXES: Final = frozenset({".md", ".markdown", ".txt", ".json", ".yaml", ".yml"})
"""What is taken from a folder."""


@dataclass(frozen=True, slots=True)
class Input:
    """One contract to audit; several paths if they are the documents of one."""

    name: str
    paths: tuple[Path, ...] = ()
    """Empty for standard input, and where the argument leads to nothing."""
    fault: InputError | None = None

    def read(self, limit: int) -> Contract:
        """Return the contract; InputError if it cannot be read."""
        if self.fault:
            raise self.fault
        if len(self.paths) > 1:
            return read_contract(self.paths, limit=limit)
        if self.paths:
            return read_file(self.paths[0], name=self.name, limit=limit)
        data = sys.stdin.buffer.read(limit + 1)
        return read_data(data, "standard input", limit=limit)


def find_inputs(arguments: Iterable[str]) -> list[Input]:
    """Return the contracts that the arguments name, each once, folders and globs sorted."""
    found = [each for argument in arguments for each in _expand(argument)]
    return list({each.name: each for each in found}.values())


def join_inputs(arguments: Iterable[str]) -> Input:
    """Return all files of the arguments as one contract; InputError if one is standard input or leads to nothing."""
    found = find_inputs(arguments)
    for each in found:
        if each.fault:
            raise each.fault
        if not each.paths:
            raise InputError.at(each.name, "standard input is no part of a contract of several files", "Name files")
    return Input(JOINT.join(each.name for each in found), tuple(path for each in found for path in each.paths))


def names_many(arguments: Iterable[str]) -> bool:
    """Tell whether the arguments may name several contracts: more than one, a folder, or a glob."""
    given = list(arguments)
    return len(given) > 1 or any(Path(each).is_dir() or _is_glob(each) for each in given if each != STDIN)


def _expand(argument: str) -> Iterator[Input]:
    path = Path(argument)
    if argument == STDIN:
        yield Input(STDIN)
    elif not argument:
        cure = "Name a file, a folder, or . for the folder here"
        yield Input(argument, fault=InputError([Fault("FILE", "the name is empty", cure)]))
    elif path.is_dir():
        yield from _among(argument, path.rglob("*"), "the folder holds no .md, .txt, .json or .yaml file")
    elif _is_glob(argument):
        matches = (Path(match) for match in glob.glob(argument, recursive=True))  # noqa: PTH207 - may be absolute
        yield from _among(argument, matches, "no contract matches this pattern")
    else:
        yield Input(argument, (path,))


def _is_glob(argument: str) -> bool:
    return glob.has_magic(argument) and not Path(argument).exists()


def _among(argument: str, paths: Iterable[Path], problem: str) -> Iterator[Input]:
    wanted = sorted(path for path in paths if _is_contract(path))
    for path in wanted:
        yield Input(path.as_posix(), (path,))
    if not wanted:
        yield Input(argument, fault=_nothing(argument, problem))


def _is_contract(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.name != SETTINGS_FILE and path.is_file()


def _nothing(argument: str, problem: str) -> InputError:
    return InputError(InputError.at(argument, problem, "Check the name; Word and PDF files are not read yet").faults)
