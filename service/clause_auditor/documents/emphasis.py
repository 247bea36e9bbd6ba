"""Bold words: a paragraph all in bold is a title without a style, bold words at its beginning are its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clause_auditor.documents.assembly import Piece
from clause_auditor.text.headings import is_stem_like, is_title_like
from clause_auditor.text.numbering import read_label

Bit = tuple[Piece, bool]
"""A piece and whether it is in bold."""
_NUMBER = re.compile(r"\s*(?:\(?[A-Za-z0-9]{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?)\s*")
_LONGEST_LEAD: Final = 80
_LONGEST_HEADING: Final = 160


def read_emphasis(bits: Sequence[Bit]) -> tuple[list[Piece], bool]:
    """Return the pieces of a paragraph, its bold title marked, and whether all of it is bold."""
    pieces = [piece for piece, _ in bits]
    words = [bold for piece, bold in bits if isinstance(piece, str) and piece.strip()]
    if words and all(words):
        return pieces, True
    first = bits[0][0] if bits else ""
    if len(words) > 2 and words[1] and not words[0] and isinstance(first, str) and _NUMBER.fullmatch(first):
        return [first, *_with_lead(bits[1:])], False
    return (_with_lead(bits) if words and words[0] else pieces), False


def reads_as_heading(words: str) -> bool:
    """Say whether the words of what looks like a heading are one, and not a clause that is only styled so."""
    return 0 < len(words) <= _LONGEST_HEADING and words[-1] not in ";," and not is_stem_like(words)


def _with_lead(bits: Sequence[Bit]) -> list[Piece]:
    pieces = [piece for piece, _ in bits]
    count = 0
    for piece, bold in bits:
        if not isinstance(piece, str) or not (bold or piece.isspace()):
            break
        count += 1
    lead = "".join(piece for piece in pieces[:count] if isinstance(piece, str)).strip()
    rest = "".join(piece for piece in pieces[count:] if isinstance(piece, str)).lstrip()
    number = lead[: label.end] if (label := read_label(lead, 0, len(lead))) else ""
    title = lead.removeprefix(number)
    if not rest or len(lead) > _LONGEST_LEAD or not is_title_like(title.rstrip(".:")):
        return pieces
    if lead[-1] not in ".:" and rest[0] not in ".:-\u2013\u2014":
        return pieces
    gap = "" if rest[0] in ".:" else " "
    return [f"{number}**{title}**{gap}", *pieces[count:]]
