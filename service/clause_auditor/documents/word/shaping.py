"""What a paragraph is written as: heading, item or paragraph."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.assembly import Piece
from clause_auditor.documents.origins import join, strip
from clause_auditor.documents.word.blocks import Block, Kind
from clause_auditor.documents.word.lines import Bit, Line
from clause_auditor.documents.word.numbering import Label
from clause_auditor.documents.word.styles import NO_OUTLINE, ParagraphStyle
from clause_auditor.text.headings import is_stem_like, is_title_like

_LONGEST_HEADING: Final = 160
_LONGEST_SENTENCE: Final = 9
_LONGEST_LEAD: Final = 80
_MODAL = re.compile(r"\b(?:shall|will|must|may|agrees|undertakes)\b", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r".{0,250}\s[\divxlc]{1,6}\s*\Z", re.DOTALL)


def shape_block(
    line: Line, style: ParagraphStyle, label: Label | None, outline: int, *, whole_line: bool
) -> Block | None:
    """Return the block of a paragraph; None for one that is empty or a line of a table of contents.

    `whole_line` says that no other paragraph runs on in the same line, so that it can be a heading.
    """
    words = "".join(bit.text for bit in line.bits if isinstance(bit, Bit)).strip()
    if not words and not line.hides() and not line.bits:
        return None
    if style.contents and _CONTENTS_LINE.fullmatch(words):
        return None
    number = label.text if label is not None else ""
    bold = _is_bold(line)
    if whole_line and (style.title or outline < NO_OUTLINE) and _reads_as_heading(words, label):
        return Block(
            Kind.HEADING, _pieces(line), "" if label and label.bullet else number, 1 if style.title else outline + 1
        )
    pieces = _pieces(line) if bold else _with_lead(line)
    if label is None:
        return Block(Kind.PARAGRAPH, pieces, bold=bold)
    return Block(Kind.ITEM, pieces, number, label.depth, bold)


def _reads_as_heading(words: str, label: Label | None) -> bool:
    """Clauses are often given the style of a heading only to be numbered: those are no titles."""
    if not words or len(words) > _LONGEST_HEADING or words[-1] in ";," or is_stem_like(words):
        return False
    if words[-1] == "." and (len(words.split()) > _LONGEST_SENTENCE or _MODAL.search(words)):
        return False
    below = label is not None and ("." in label.text.strip(".") or label.text.startswith("("))
    return not (below and _MODAL.search(words))


def _is_bold(line: Line) -> bool:
    bits = [bit for bit in line.bits if isinstance(bit, Bit) and not bit.text.isspace()]
    return bool(bits) and all(bit.bold for bit in bits)


def _pieces(line: Line) -> list[Piece]:
    return [bit.text if isinstance(bit, Bit) else bit for bit in line.bits]


def _with_lead(line: Line) -> list[Piece]:
    """Mark the bold words that a paragraph begins with, if they read as its title."""
    lead: list[str] = []
    for bit in line.bits:
        if not isinstance(bit, Bit) or not (bit.bold or (lead and bit.text.isspace())):
            break
        lead.append(bit.text)
    words = strip(join(lead))
    rest = "".join(bit.text for bit in line.bits[len(lead) :] if isinstance(bit, Bit))
    if not words or len(words) > _LONGEST_LEAD or not rest.strip() or not is_title_like(words.rstrip(".:")):
        return _pieces(line)
    if words[-1] not in ".:" and rest.lstrip()[:1] not in (".", ":", "-", "\u2013", "\u2014"):
        return _pieces(line)
    return ["**", words, "** ", *_pieces(Line(line.bits[len(lead) :]))]
