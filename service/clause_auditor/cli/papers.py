"""Reports that are one file for each contract: annotated Word, redline, letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from clause_auditor.cli.faults import note
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.reading import Reading
from clause_auditor.cli.word_sources import WordSource, find_word_sources
from clause_auditor.cli.writing import write_whole
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome, ReportStyle

Made = tuple[str, bytes]
"""The name of a file, without a folder, and its bytes."""
_NO_WORD: Final = "it is no Word file, so that no copy of it can be marked"
_INSTEAD: Final = "Write --out report.html, which shows the passages of any contract"


@dataclass(frozen=True, slots=True)
class Work:
    """A contract that was audited, with the files that it came from."""

    source: Input
    outcome: Outcome
    reading: Reading


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One kind of paper."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of file names that mean it, lower case; the first is that of the files in a folder."""
    make: Callable[[Work, str], Iterator[Made]]
    """Yields the files of a contract; the text is the ending wanted."""
    wants_text: bool = True
    wants_remedies: bool = True


@dataclass(frozen=True, slots=True)
class PaperTarget:
    """Where the papers of a kind go: a file for a single contract, or a folder."""

    path: Path
    form: PaperForm
    in_folder: bool

    def write(self, works: Sequence[Work], _explain: bool) -> None:
        """Write the paper of every contract that was audited; InputError if one cannot be made or written."""
        audited = [work for work in works if work.outcome.audit]
        if self.in_folder:
            self._fill(audited)
            return
        made = [each for work in audited for each in self.form.make(work, self._suffix())]
        if len(made) > 1:
            raise InputError.at(f"--out {self.path}", f"{len(made)} files come of it", f"Name a folder: {self.hint()}")
        for _, data in made:
            write_whole(self.path, data)

    def _fill(self, works: Sequence[Work]) -> None:
        self.path.mkdir(exist_ok=True)
        taken: set[str] = set()
        for work in works:
            try:
                made = list(self.form.make(work, self.form.suffixes[0]))
            except InputError as error:  # the others are written all the same
                note(str(error))
                continue
            for name, data in made:
                write_whole(self.path / _distinct(f"{name}{self.form.suffixes[0]}", taken), data)

    def _suffix(self) -> str:
        fitting = [each for each in self.form.suffixes if self.path.name.lower().endswith(each)]
        return max(fitting, key=len, default=self.form.suffixes[0])

    def hint(self) -> str:
        """Return how to name a folder instead."""
        return f"--out {self.form.name}={self.path.with_suffix('')}/"


def _annotated(work: Work, _suffix: str) -> Iterator[Made]:
    from clause_auditor.cli.word_copies import annotate

    for source, among in _word_sources(work):
        marked = annotate(source.data, source.file, work.outcome, source.document_id, paper=source.paper, among=among)
        yield source.stem, marked.data


def _redline(work: Work, _suffix: str) -> Iterator[Made]:
    from clause_auditor.cli.word_copies import redline

    for source, among in _word_sources(work):
        marked = redline(source.data, source.file, work.outcome, source.document_id, paper=source.paper, among=among)
        for missed in marked.not_placed:
            note(f"{source.file}: a change stands in the closing list only: {missed.reason}")
        yield source.stem, marked.data


def _letter(work: Work, suffix: str) -> Iterator[Made]:
    if suffix.endswith(".md"):
        from clause_auditor.reports.letter.markdown_letter import write_letter_markdown as write
    else:
        from clause_auditor.reports.letter.word_letter import write_letter_word as write
    yield _flat(work.outcome.name), write(work.outcome, ReportStyle())


PAPERS: Final = (
    PaperForm("word", (".docx",), _annotated),
    PaperForm("redline", (".redline.docx",), _redline),
    PaperForm("letter", (".letter.docx", ".letter.md"), _letter),
)


def _word_sources(work: Work) -> Iterator[tuple[WordSource, list[str]]]:
    sources = find_word_sources(work.source, work.outcome, work.reading)
    if not sources:
        raise InputError.at(work.outcome.name, _NO_WORD, _INSTEAD)
    among = [source.document_id for source in sources]
    yield from ((source, among) for source in sources)


def _flat(name: str) -> str:
    """The name of a contract as the name of a file in one folder."""
    parts = [part for part in Path(name).with_suffix("").parts if part not in ("/", "..", ".")]
    return "_".join(parts) or "contract"


def _distinct(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.partition(".")
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}{dot}{ending}"
    taken.add(name.lower())
    return name
