"""What a Word file is made of once it is read: paragraphs and tables, as they will be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from clause_auditor.documents.assembly import Piece


class Kind(StrEnum):
    """How a paragraph is written."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


@dataclass(slots=True)
class Block:
    """A paragraph with its number as shown."""

    kind: Kind
    pieces: list[Piece]
    label: str = ""
    level: int = 0
    """Level of a heading from 1, or how deep an item stands from 0."""
    bold: bool = False
    notes: list[Block] = field(default_factory=list)
    """Footnotes that it refers to."""


@dataclass(slots=True)
class Cell:
    """What stands in one cell."""

    content: list[Block | Table]
    bold: bool = False
    column: int = 0
    """Where it begins in the grid of its table."""
    width: int = 1
    goes_on: bool = False
    """It is the lower part of the cell above."""


@dataclass(slots=True)
class Table:
    """Rows of cells; those merged over columns are one."""

    rows: list[list[Cell]]
    head: bool = False
