"""Blocks: headings, paragraphs, list items and table rows, as lines make them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clause_auditor.text.headings import is_open, is_stem_like
from clause_auditor.text.numbering import Label


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together: code points of its words, without marks and surrounding space."""

    kind: BlockKind
    start: int
    end: int
    indent: int = 0
    label: Label | None = None
    level: int = 0
    """Level of a heading, 1 highest."""
    annex: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    header: bool = False
    """True for the head row of a table."""
    page: int = 0
    language: str = ""
    number: str = ""
    """Number that the source itself told."""


def leads_list(masked: str, block: Block) -> bool:
    """True if the block's last words lead into a list."""
    tail = masked[max(block.start, block.end - 200) : block.end]
    if block.kind is not BlockKind.ROW and is_open(tail):
        return True
    return tail.rstrip().endswith((":", ": -", ":-", "\uff1a", " \u2013", " \u2014", " -")) or (
        block.kind is not BlockKind.ROW and is_stem_like(tail)
    )
