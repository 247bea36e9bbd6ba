"""The FILE arguments: files, folders, globs, and `-` for standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clause_auditor.cli.reading import Reading
from clause_auditor.documents.bundle import GivenFile, join_given, load_file, read_given
from clause_auditor.documents.reading import Part
from clause_auditor.documents.sniffing import Format, sniff
from clause_auditor.errors import Fault, InputError
from clause_auditor.reports.sources import JOINT
from clause_auditor.settings import SETTINGS_FILE

STDIN: Final = "-"
_READ: Final = ".docx .docm .dotx .pdf .html .htm .xhtml .mht .mhtml .md .markdown .txt .zip .eml .json .yaml .yml"
_REFUSED: Final = ".doc .rtf .odt .msg .pages"
SUFFIXES: Final = frozenset(f"{_READ} {_REFUSED}".split())
"""What is taken from a folder. Contracts in forms that are not read are taken too, and refused: none goes unnoticed."""
_TEXTS: Final = frozenset({".md", ".markdown", ".txt", ".json", ".yaml", ".yml"})
_HEAD: Final = 4096
_BINARY: Final = frozenset({Format.PDF, Format.ZIP, Format.HTML, Format.MAIL})
"""What a file without a suffix is taken for by its content."""


@dataclass(frozen=True, slots=True)
class Input:
    """One contract to audit; several paths if they are the documents of one."""

    name: str
    paths: tuple[Path, ...] = ()
    """Empty for standard input, and where the argument leads to nothing."""
    fault: InputError | None = None
    found: bool = False
    """True where a folder or a glob led to it, not its own name."""

    @property
    def wants_reader(self) -> bool:
        """True where the name promises a file that is read in a process of its own: that may start already."""
        return any(path.suffix.lower() not in _TEXTS for path in self.paths)

    def read(self, reading: Reading) -> list[Part]:
        """Return the contract with its name, or several where each paper is one; InputError if it cannot be read."""
        if self.fault:
            raise self.fault
        parts = [part for file in self._files(reading) for part in _read(file, reading)]
        return parts if reading.each else [(self.name, join_given(parts, reading.options))]

    def _files(self, reading: Reading) -> Iterator[GivenFile]:
        if not self.paths:
            most = max(reading.options.max_file_bytes, reading.options.max_text_bytes)
            yield GivenFile("standard input", sys.stdin.buffer.read(most + 1))
        for path in self.paths:
            yield load_file(path, self.name if len(self.paths) == 1 else str(path), reading.options)


def _read(file: GivenFile, reading: Reading) -> list[Part]:
    return reading.give_roles(file.name, read_given(file, reading.options))


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


def find_contract(arguments: Sequence[str]) -> Input:
    """Return what the arguments name as one contract: a file, standard input, or all files that are found."""
    found = find_inputs(arguments)
    return found[0] if len(found) == 1 else join_inputs(arguments)


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
        yield from _among(argument, path.rglob("*"), "the folder holds no contract that can be read")
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
        yield Input(path.as_posix(), (path,), found=True)
    if not wanted:
        yield Input(argument, fault=_nothing(argument, problem))


def _is_contract(path: Path) -> bool:
    if path.name == SETTINGS_FILE or path.name.startswith(("~$", "._")) or not path.is_file():
        return False
    return path.suffix.lower() in SUFFIXES or (not path.suffix and _looks_like_one(path))


def _looks_like_one(path: Path) -> bool:
    """Tell by its first bytes whether a file without a suffix is one of those that no name is needed for."""
    try:
        with path.open("rb") as file:
            return sniff(file.read(_HEAD)) in _BINARY
    except (OSError, InputError):
        return False


def _nothing(argument: str, problem: str) -> InputError:
    return InputError(
        InputError.at(argument, problem, f"Check the name; these are read: {_READ.replace(' ', ', ')}").faults
    )
