"""Inside the confined process: from a file's format to its reader or marker, and into files within files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from clause_auditor.documents.containers.archive import ReadMember, is_word, read_archive
from clause_auditor.documents.containers.mail import read_mail
from clause_auditor.documents.containers.zipped import Archive, Budget
from clause_auditor.documents.decoding import decode_text
from clause_auditor.documents.extraction import Extraction, Extractor, Paper
from clause_auditor.documents.html import extract as extract_html
from clause_auditor.documents.isolation.messages import Marking
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.pdf import extract as extract_pdf
from clause_auditor.documents.sniffing import Format, sniff
from clause_auditor.documents.word import extract as extract_word
from clause_auditor.documents.word.marks import mark_up
from clause_auditor.domain.markup import MarkedFile
from clause_auditor.errors import InputError, LimitError

EXTRACTORS: Final[dict[Format, Extractor]] = {Format.PDF: extract_pdf, Format.HTML: extract_html}
"""Formats of one paper each. A Word file is told from other archives by its members."""


class Dispatcher:
    """Reads one file and all that is within it, against one budget."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._budget = Budget(options)
        self._depth = 0
        self._word_files: dict[str, bytes] = {}
        """By path, those found."""

    def mark(self, data: bytes, name: str, marking: Marking) -> MarkedFile:
        """Return a marked copy of one paper of a file; InputError if it is no Word file."""
        if marking.paper:
            self.read(data, name)
        elif sniff(data, name) is Format.ZIP and is_word(Archive(data, self._budget)):
            self._word_files[""] = data
        if marking.paper not in self._word_files:
            cure = "Mark a .docx, or save the paper as .docx and audit that file"
            raise InputError.at(marking.paper, "it is no Word file, so that no copy of it can be marked", cure)
        return mark_up(self._word_files[marking.paper], marking.markup, marking.digest, self._options)

    def read(self, data: bytes, name: str, path: str = "") -> list[Paper]:
        """Return the papers of a file of that name; `path` is where it lies within the file that was given."""
        form = sniff(data, name)
        if form is Format.ZIP:
            return self._read_zip(data, path)
        if form is Format.MAIL:
            return self._nested(lambda: read_mail(data, self._budget, self._member_of(path)))
        if form is Format.TEXT:
            text, remarks = decode_text(data)
            return [Paper(path, True, Extraction(text, remarks=remarks))]
        return [Paper(path, False, EXTRACTORS[form](data, self._options))]

    def _read_zip(self, data: bytes, path: str) -> list[Paper]:
        archive = Archive(data, self._budget)
        if is_word(archive):
            self._word_files[path] = data
            return [Paper(path, False, extract_word(data, self._options))]
        return self._nested(lambda: read_archive(archive, self._member_of(path)))

    def _member_of(self, path: str) -> ReadMember:
        return lambda data, member: self.read(data, member, f"{path}/{member}" if path else member)

    def _nested(self, read: Callable[[], list[Paper]]) -> list[Paper]:
        self._depth += 1
        if self._depth > self._options.max_nesting:
            problem = f"files lie more than {self._options.max_nesting} deep within each other"
            raise LimitError.at("", problem, "Unpack it yourself and audit the files that matter")
        papers = read()
        self._depth -= 1
        return papers
