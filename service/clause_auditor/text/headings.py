"""Headings: which lines are titles, and how high they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clause_auditor.text.numbering import Label, read_keyword, read_label
from clause_auditor.text.words import word_set

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?=[A-Z\d\u201c\"]))")
_ANNEX = re.compile(
    r"(annex|annexe|appendix|schedule|exhibit|attachment|anlage|anhang|annexure)(?:es)?\b[ \t]*"
    r"(?:(?:no\.?[ \t]*)?(\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5}|[A-Z](?:[-.]?\d{1,2})?)(?![\w]))?[ \t]*[-\u2013\u2014:.|(]?",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|will|must|may|agrees?|is|are|was|has|have|means|undertakes?|warrants?|acknowledges?"
    r"|represents?|can)\b",
    re.IGNORECASE,
)
_STEM_END = re.compile(
    r"(?:\b(?:shall|shall not|will|will not|must|must not|may|may not|to|that|agrees?|including"
    r"|following)\b[ ]?:?|:)\s*$",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:shall|will|must|may|agrees?|undertakes?|warrants?|represents?|instructs?|following|ensures?|to)\b",
    re.IGNORECASE,
)
_LEANING = word_set(
    "within after before of the and or in for by with from than at a an its any such until least most every per under"
    " that which as on their between into upon about than those these each all"
)
_LONGEST_SMALL = 4
"""Letters of the small words that titles do not write with a capital: "with", "from"."""
_FEWEST = 5
"""Words: fewer make a title."""
_BINDING = re.compile(r"\b(?:shall|will|must|agrees?|undertakes?|warrants?|represents?|covenants?|ensures?)\b")
_BOLD_LINE = re.compile(
    r"^[ \t>#]*(?:\*{2,3}|__|<(?:p|div|span)?[^<>]*>?<?(?:b|strong)\b[^<>]*>).*(?:\*{2,3}|__|</(?:b"
    r"|strong)>)(?:</\w+>|[ \t:.])*$"
)
_WORD = re.compile(r"[^\W\d_]+")

LEVEL_ANNEX = 1
LEVEL_TITLE = 7
LEVEL_NUMBERED = 8
LEVEL_LOOSE = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A title line: where its words begin, its level (1 highest) and its number."""

    start: int
    level: int
    label: Label | None = None
    annex: str = ""
    """"Annex II" for an annex, else empty."""


def read_atx(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the level of a `#` mark and where the text after it begins, or None."""
    match = _ATX.match(text, start, end)
    return (len(match[1]), match.end()) if match else None


def read_annex(text: str, start: int, end: int) -> str:
    """Return "Annex II" if the line is the title of an annex, else empty."""
    match = _ANNEX.match(text, start, end)
    if match is None:
        return ""
    rest = text[match.end() : end]
    if _MODAL.search(rest) or len(_WORD.findall(rest[:200])) > 14 or rest.rstrip().endswith((";", ",")):
        return ""
    if (
        not match[2]
        and _WORD.match(rest.strip())
        and not text[match.start() : match.end()].rstrip().endswith((":", "-", "\u2013", "\u2014"))
    ):
        return ""
    return f"{match[1].capitalize()} {match[2].upper()}" if match[2] else match[1].capitalize()


def is_title_like(words: str, limit: int = 12) -> bool:
    """True if a line reads as a title: short, begins with a capital, no sentence."""
    stripped = words.strip()
    if not stripped or len(stripped) > 140 or stripped[-1] in ";," or ". " in stripped:
        return False
    count = len(_WORD.findall(stripped))
    if not 0 < count <= limit or _MODAL.search(stripped):
        return False
    first = _WORD.search(stripped)
    return first is not None and first[0][0].isupper()


def is_title_case(words: str) -> bool:
    """True if every longer word begins with a capital: "Limited License to Custom Apps and Customer Data"."""
    return all(word[0].isupper() for word in _WORD.findall(words) if len(word) > _LONGEST_SMALL)


def is_all_caps(words: str) -> bool:
    """True if a line of at least one longer word is written in capitals only."""
    letters = [word for word in _WORD.findall(words[:200]) if len(word) > 2]
    if ":" in words.rstrip(": ") and len(letters) < 3:
        return False
    return bool(letters) and words == words.upper() and len(words) <= 140 and len(letters) <= 14


def is_bold_line(source: str) -> bool:
    """True if the raw line is emphasised from end to end."""
    return len(source) < 300 and _BOLD_LINE.match(source) is not None


def is_stem_like(words: str) -> bool:
    """True if a line leads into a list: "The Processor shall:"."""
    tail = words[-200:]
    return _STEM_END.search(tail) is not None and _PROMISE.search(tail) is not None


def is_open(words: str) -> bool:
    """True if a paragraph of a promise ends without a stop: what follows goes on with it."""
    tail = words.rstrip()
    return tail[-1:].isalpha() and len(tail.split()) >= _FEWEST and _BINDING.search(tail) is not None


def leans(words: str) -> bool:
    """True if words end with one that no sentence and no title ends with: "within", "of the"."""
    tail = words[-16:].lower().split()
    return bool(tail) and tail[-1] in _LEANING


def read_heading_label(text: str, start: int, end: int) -> Label | None:
    """Return the number before a title: "4.2", "Article 5 -", "II."."""
    return read_keyword(text, start, end) or read_label(text, start, end)
