"""Marked copies of Word files: comments, tracked changes and a closing list written into what was given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Final

from clause_auditor.documents.containers.archive import is_word
from clause_auditor.documents.containers.zipped import Archive, Budget
from clause_auditor.documents.isolation import mark_paper
from clause_auditor.documents.isolation.messages import Marking
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.sniffing import Format, kind_of
from clause_auditor.documents.text_digest import text_digest
from clause_auditor.domain.contract import Document
from clause_auditor.domain.markup import MarkedFile, Markup
from clause_auditor.errors import InputError

_SUFFIXES: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})


def mark_up(
    data: bytes, name: str, document: Document, markup: Markup, *, paper: str = "", options: ReadingOptions = DEFAULTS
) -> MarkedFile:
    """Return a marked copy of the Word file from which a document was read; the bytes given stay as they are.

    `data` is the file as it was audited; where the paper is a member of an archive or of a message, `paper` is its path
    within it ("dpa.docx"), and the copy is that of the member. What finds no place is in `not_placed`.
    InputError if the file is no Word file, cannot be read, is in the strict form of Open XML, or is not the one that
    the document was read from; LimitError if it takes too much time or memory.
    """
    marking = Marking(paper, text_digest(document.text), markup)
    return mark_paper(data, name, marking, replace(options, revisions=document.view or options.revisions))


def can_be_marked(data: bytes, name: str) -> bool:
    """Tell whether a file is a Word file, so that copies of it can be marked."""
    if kind_of(data, name) is not Format.ZIP:
        return False
    try:
        return is_word(Archive(data, Budget(DEFAULTS)))
    except InputError:
        return False


def is_word_name(name: str) -> bool:
    """Tell by its name whether a member of an archive is a Word file."""
    return PurePath(name).suffix.lower() in _SUFFIXES
