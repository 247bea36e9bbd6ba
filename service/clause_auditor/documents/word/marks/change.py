"""A change of a file: what is taken out, what is put in and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from clause_auditor.documents.origins import Origin
from clause_auditor.documents.word.marks.field_results import Field
from clause_auditor.documents.word.names import Element
from clause_auditor.domain.remedy import Edit


class RefusalError(Exception):
    """An edit that cannot be placed; its text says why."""


@dataclass(slots=True)
class Change:
    """An edit in terms of the file."""

    edit: Edit
    gone: list[Origin]
    text: str = ""
    """What is put in within a paragraph."""
    beside: Origin | None = None
    """Where it is put in, if nothing is taken out."""
    behind: bool = True
    fields: list[Field] = field(default_factory=list)
    """Fields that go with the text."""
    marks: list[Element] = field(default_factory=list)
    """Paragraphs whose ends are taken out."""
    paragraphs: list[str] = field(default_factory=list)
    """New paragraphs."""
    host: Element | None = None
    """The paragraph or table behind which they come."""
    model: Element | None = None
    """The paragraph whose shape they take; None: a plain one."""
