"""Copies of audited Word files: annotated, or with the remedies as tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clause_auditor.documents.marked_copies import can_be_marked, mark_up
from clause_auditor.domain.contract import Document
from clause_auditor.domain.markup import MarkedFile, NotPlaced
from clause_auditor.domain.remedy import Edit
from clause_auditor.reports.interface import Outcome
from clause_auditor.reports.word_comments import write_comments, write_edits

__all__ = ["annotate", "can_be_marked", "redline"]


def annotate(
    data: bytes, name: str, outcome: Outcome, document_id: str = "", *, paper: str = "", among: Sequence[str] = ()
) -> MarkedFile:
    """Return a copy of a Word file with a comment at each passage concerned and a closing list of what is missing.

    `document_id` is that of the paper in the contract audited (default: its first one), `among` are those of all papers
    of the contract that are marked (default: this one alone), `paper` as in `documents.marked_copies.mark_up`, whose
    errors this raises.
    """
    document = _document(outcome, document_id)
    markup = write_comments(outcome, among or [document.id])[document.id]
    return mark_up(data, name, document, markup, paper=paper)


def redline(
    data: bytes, name: str, outcome: Outcome, document_id: str = "", *, paper: str = "", among: Sequence[str] = ()
) -> MarkedFile:
    """Return a copy of a Word file with the remedies as tracked changes and a closing list of what they do not settle.

    A remedy of which an edit finds no place is left out as a whole and stands in the list; its edit is told in
    `not_placed`. Arguments and errors as in `annotate`.
    """
    document = _document(outcome, document_id)
    missed: dict[Edit, NotPlaced] = {}
    while True:
        markup = write_edits(outcome, among or [document.id], missed)[document.id]
        marked = mark_up(data, name, document, markup, paper=paper)
        found = {each.mark: each for each in marked.not_placed if isinstance(each.mark, Edit)}
        if not found:
            return replace(marked, not_placed=tuple(missed.values()))
        missed |= found


def _document(outcome: Outcome, document_id: str) -> Document:
    if outcome.contract is None:
        raise ValueError("only a contract that was audited can be marked")
    return outcome.contract.document(document_id) if document_id else outcome.contract.documents[0]
