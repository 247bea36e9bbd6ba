"""Helpers of these tests: a text in, the text after a change of its words out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.provision import SplitContract
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_stretch import Stretch, find_stretches
from clause_auditor.text import split_contract
from clause_auditor.text.revisions import Revision


def split(text: str) -> SplitContract:
    return split_contract(Contract(documents=(Document("d", text),)))


def stretches(text: str, passage: str = "") -> list[Stretch]:
    """The stretches of a passage, or of the whole text."""
    start = text.index(passage) if passage else 0
    span = (start, start + len(passage) if passage else len(text))
    return find_stretches(split(text).provisions, "d", text, [span])


def changed(text: str, change: Callable[[Stretch], Iterable[Edit]], passage: str = "") -> str:
    edits = [edit for stretch in stretches(text, passage) for edit in change(stretch)]
    return Revision(edits).apply(text)
