"""Inside the confined process: from a file's format to its reader or marker, and into files within files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from clause_auditor.documents.containers.archive import ReadMember, is_word, read_archive
from clause_auditor.documents.containers.mail import read_mail
from clause_auditor.documents.containers.zipped import Archive, Budget, SpentError
from clause_auditor.documents.decoding import decode_text
from clause_auditor.documents.extraction import Contents, Extraction, Extractor, Paper, Unread
from clause_auditor.documents.html import extract as extract_html
from clause_auditor.documents.isolation.messages import Marking
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.pdf import extract as extract_pdf
from clause_auditor.documents.sniffing import Format, UnreadFormatError, is_empty, sniff
from clause_auditor.documents.word import extract as extract_word
from clause_auditor.documents.word.marks import mark_up
from clause_auditor.domain.markup import MarkedFile
from clause_auditor.errors import Fault, InputError, LimitError

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

    def read(self, data: bytes, name: str) -> Contents:
        """Return what a file of that name holds; InputError if it cannot be read, or if there is no contract in it."""
        contents = self._read(data, name, "")
        if not contents.papers and not contents.unread:
            what = contents.remarks[0].rstrip(".") if contents.remarks else "it is empty"
            raise InputError.at("", f"there is no contract in it: {what}", "Name a file that holds a contract")
        return contents

    def _read(self, data: bytes, name: str, path: str) -> Contents:
        """Return what a file holds; `path` is where it lies within the file that was given."""
        form = sniff(data, name)
        if form is Format.ZIP:
            return self._read_zip(data, path)
        if form is Format.MAIL:
            return self._nested(lambda: read_mail(data, self._budget, self._member_of(path)))
        if form is Format.TEXT:
            text, remarks = decode_text(data)
            return _single(path, True, Extraction(text, remarks=remarks))
        return _single(path, False, EXTRACTORS[form](data, self._options))

    def _read_zip(self, data: bytes, path: str) -> Contents:
        archive = Archive(data, self._budget)
        if is_word(archive):
            self._word_files[path] = data
            return _single(path, False, extract_word(data, self._options))
        return self._nested(lambda: read_archive(archive, self._member_of(path)))

    def _member_of(self, path: str) -> ReadMember:
        return lambda name, load: self._read_member(name, load, f"{path}/{name}" if path else name)

    def _read_member(self, name: str, load: Callable[[], bytes], path: str) -> Contents:
        """Return what a file within another holds: an error is kept, so that one bad file hides no other."""
        try:
            data = load()
            found = Contents() if is_empty(data) else self._read(data, name, path)
        except SpentError:
            raise
        except UnreadFormatError as error:
            return Contents(remarks=tuple(f"{path} was not read: it is {fault.problem}." for fault in error.faults))
        except MemoryError:
            raise
        except Exception as error:
            return Contents(unread=(Unread(path, refusal(error)),))
        return found if found != Contents() else Contents(remarks=(f"{path} was not read: it is empty.",))

    def _nested(self, read: Callable[[], Contents]) -> Contents:
        if self._depth == self._options.max_nesting:
            problem = f"files lie more than {self._options.max_nesting} deep within each other"
            raise LimitError.at("", problem, "Unpack it yourself and audit the files that matter")
        self._depth += 1
        try:
            return read()
        finally:
            self._depth -= 1


def _single(path: str, is_text: bool, extraction: Extraction) -> Contents:
    return Contents((Paper(path, is_text, extraction),))


def refusal(error: Exception) -> InputError:
    """Return what is said of a file whose reader raised this."""
    match error:
        case InputError():
            return error
        case MemoryError():
            problem = "reading it takes more memory than a file may have"
            return LimitError([Fault("", problem, "Split the file, or save it as plain text")])
        case RecursionError():
            return LimitError([Fault("", "it is nested too deeply", "Save it as plain text and audit that file")])
    problem = f"its reader failed ({type(error).__name__})"
    return InputError([Fault("", problem, "Save the file again, or as plain text; please report it")])
