"""The Word files that a contract's documents were read from."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from clause_auditor.cli.inputs import Input
from clause_auditor.cli.reading import Reading
from clause_auditor.documents.bundle import GivenFile, find_given, load_file
from clause_auditor.documents.marked_copies import can_be_marked, is_word_name
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome


@dataclass(frozen=True, slots=True)
class WordSource:
    """A Word file, or an archive with one in it, from which one document was read."""

    document_id: str
    file: str
    """The file's name."""
    data: bytes
    """The file's bytes."""
    paper: str
    """Path within the archive; empty for a file by itself."""

    @property
    def stem(self) -> str:
        """What a copy is called, without an ending."""
        return PurePath(self.paper or self.file).stem


def find_word_sources(source: Input, outcome: Outcome, reading: Reading) -> list[WordSource]:
    """Return the Word files of a contract that was audited, in the order of its documents."""
    files = list(_files(source, reading))
    if outcome.contract is None:
        return []
    papers = [(file, name) for file in files for name in _names(file, reading)]
    if reading.each:  # the outcome is one of the papers
        papers = [(file, name) for file, name in papers if outcome.name in (name, f"{source.name}")]
    ids = [document.id for document in outcome.contract.documents]
    found = [_source(file, name, i) for (file, name), i in zip(papers, ids, strict=False)]
    return [each for each in found if each is not None]


def _files(source: Input, reading: Reading) -> Iterator[GivenFile]:
    """Yield the files of a contract; one that cannot be opened was left out of it."""
    for path in source.paths:
        with contextlib.suppress(InputError):
            yield load_file(path, str(path), reading.options)


def _names(file: GivenFile, reading: Reading) -> Iterator[str]:
    """Yield a name for each document that a file holds."""
    for name, contract in find_given(file, reading.options).parts:
        yield from [name] * len(contract.documents)


def _source(file: GivenFile, name: str, document_id: str) -> WordSource | None:
    if name == file.name:
        return WordSource(document_id, file.name, file.data, "") if can_be_marked(file.data, file.name) else None
    paper = name.removeprefix(f"{file.name}/")
    return WordSource(document_id, file.name, file.data, paper) if is_word_name(paper) else None
