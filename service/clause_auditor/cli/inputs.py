"""The FILE arguments: files, folders, globs, and `-` for standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from clause_auditor.cli.folders import READ, Passed, files_below, sort_out
from clause_auditor.cli.reading import Reading
from clause_auditor.documents.bundle import GivenFile, find_given, find_path, join_found
from clause_auditor.documents.bystanders import is_dropping
from clause_auditor.documents.found import Found, add_remarks, gather
from clause_auditor.errors import Fault, InputError
from clause_auditor.reports.sources import JOINT

STDIN: Final = "-"
_TEXTS: Final = frozenset({".md", ".markdown", ".txt", ".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Input:
    """One contract to audit; several paths if they are the documents of one."""

    name: str
    paths: tuple[Path, ...] = ()
    """Empty for standard input, and where the argument leads to nothing."""
    fault: InputError | None = None
    found: bool = False
    """True where a folder or a glob led to it, not its own name."""
    passed: tuple[Passed, ...] = ()
    """What lies beside the files of one contract, and is not read."""

    @property
    def wants_reader(self) -> bool:
        """True where the name promises a file that is read in a process of its own: that may start already."""
        return any(path.suffix.lower() not in _TEXTS for path in self.paths)

    def read(self, reading: Reading) -> Found:
        """Return the contract with its name, or several where each paper is one, and those that cannot be read.

        InputError, which names every file that cannot be read, if they are one contract.
        """
        if self.fault:
            raise self.fault
        found = gather(self._files(reading))
        if reading.each:
            return found
        contract = join_found(found, reading.options, skip=reading.skip)
        return Found(add_remarks([(self.name, contract)], list(map(str, self.passed))))

    def _files(self, reading: Reading) -> Iterator[Found]:
        if not self.paths:
            most = max(reading.options.max_file_bytes, reading.options.max_text_bytes)
            file = GivenFile("standard input", sys.stdin.buffer.read(most + 1))
            yield reading.give_roles(file.name, find_given(file, reading.options))
        for path in self.paths:
            name = self.name if len(self.paths) == 1 else str(path)
            yield reading.give_roles(name, find_path(path, name, reading.options))


@dataclass(frozen=True, slots=True)
class Listing:
    """What the arguments name."""

    inputs: tuple[Input, ...]
    passed: tuple[Passed, ...] = ()


def list_inputs(arguments: Iterable[str]) -> Listing:
    """Return the contracts that the arguments name, each once, folders and globs sorted, and what is passed over."""
    listings = [_expand(argument) for argument in arguments]
    inputs = {each.name: each for listing in listings for each in listing.inputs}
    passed = dict.fromkeys(each for listing in listings for each in listing.passed)
    return Listing(tuple(inputs.values()), tuple(passed))


def find_inputs(arguments: Iterable[str]) -> list[Input]:
    """Return the contracts that the arguments name."""
    return list(list_inputs(arguments).inputs)


def join_inputs(arguments: Iterable[str]) -> Input:
    """Return all files of the arguments as one contract; InputError if one is standard input or leads to nothing."""
    return _join(list_inputs(arguments))


def find_contract(arguments: Sequence[str]) -> Input:
    """Return what the arguments name as one contract: a file, standard input, or all files that are found."""
    listing = list_inputs(arguments)
    return replace(listing.inputs[0], passed=listing.passed) if len(listing.inputs) == 1 else _join(listing)


def _join(listing: Listing) -> Input:
    for each in listing.inputs:
        if each.fault:
            raise each.fault
        if not each.paths:
            raise InputError.at(each.name, "standard input is no part of a contract of several files", "Name files")
    name = JOINT.join(each.name for each in listing.inputs)
    return Input(name, tuple(path for each in listing.inputs for path in each.paths), passed=listing.passed)


def names_many(arguments: Iterable[str]) -> bool:
    """Tell whether the arguments may name several contracts: more than one, a folder, or a glob."""
    given = list(arguments)
    return len(given) > 1 or any(Path(each).is_dir() or _is_glob(each) for each in given if each != STDIN)


def _expand(argument: str) -> Listing:
    path = Path(argument)
    if argument == STDIN:
        return Listing((Input(STDIN),))
    if not argument:
        cure = "Name a file, a folder, or . for the folder here"
        return Listing((Input(argument, fault=InputError([Fault("FILE", "the name is empty", cure)])),))
    if path.is_dir():
        return _among(argument, files_below(path), "the folder holds no contract that can be read")
    if _is_glob(argument):
        matches = (Path(match) for match in glob.glob(argument, recursive=True))  # noqa: PTH207 - may be absolute
        kept = (match for match in matches if not is_dropping(match.name))
        return _among(argument, kept, "no contract matches this pattern")
    return Listing((Input(argument, (path,)),))


def _is_glob(argument: str) -> bool:
    return glob.has_magic(argument) and not Path(argument).exists()


def _among(argument: str, paths: Iterable[Path], problem: str) -> Listing:
    taken, passed = sort_out(paths)
    inputs = [Input(path.as_posix(), (path,), found=True) for path in taken]
    return Listing(tuple(inputs or [Input(argument, fault=_nothing(argument, problem))]), tuple(passed))


def _nothing(argument: str, problem: str) -> InputError:
    return InputError(
        InputError.at(argument, problem, f"Check the name; these are read: {READ.replace(' ', ', ')}").faults
    )
