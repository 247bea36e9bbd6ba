"""Lines that follow each other to paragraphs: what a page broke is put together, hyphens mended."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from clause_auditor.documents.assembly import Turn
from clause_auditor.documents.emphasis import Bit
from clause_auditor.documents.pdf.lines import LABEL, Line, spaced

_HYPHENS: Final = "-\u00ad\u2010"
_ENDS = re.compile(r"[.;:!?][\"'\u201d\u2019)\]]*\Z|[;,]\s*(?:and|or)\Z")
_LAST_PART = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\Z")
_FIRST_PART = re.compile(r"([^\W\d_]+)")
_KEPT_BEFORE: Final = frozenset(
    "non self third cross ex e co sub pre post multi well anti inter one two back follow check end long short high low"
    " full real up off on start log".split()
)


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines of one paragraph, in reading order."""

    lines: list[Line]
    page: int
    turns: dict[int, int] = field(default_factory=dict)
    """Number of a line that begins a page: that page."""
    left: float = 0.0
    """Left edge of its column."""

    @property
    def size(self) -> float:
        """Height of its letters."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            for word in line.words:
                sizes[word.size] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def text(self) -> str:
        """Its words, lines joined by spaces."""
        return " ".join(line.text for line in self.lines)


class Vocabulary:
    """The words of the document, to tell a hyphen that belongs to a word from one that a line's end put in."""

    def __init__(self) -> None:
        self._words: set[str] = set()

    def collect(self, text: str) -> None:
        """Take note of a token's words."""
        bare = text.strip("()[]{}\u201c\u201d\u2018\u2019\"'.,;:!?").lower()
        if bare and len(bare) < 40 and len(self._words) < 200_000:
            self._words.add(bare)

    def joins(self, before: str, after: str) -> bool:
        """Say whether a word that ends with a hyphen goes on without one on the next line."""
        one, other = _LAST_PART.search(before), _FIRST_PART.match(after)
        if one is None or other is None or len(other[1]) < 2 or not other[1][0].islower():
            return False
        left, right = one[1].lower(), other[1].lower()
        if left + right in self._words:
            return True
        if f"{left}-{right}" in self._words or left in _KEPT_BEFORE:
            return False
        return not (left in self._words and right in self._words)


def split_paragraphs(lines: Sequence[Line], page: int) -> list[Paragraph]:
    """Return the paragraphs of lines that follow each other in one column."""
    if not lines:
        return []
    lead = _lead(lines)
    left = min(line.x0 for line in lines)
    paragraphs: list[Paragraph] = []
    for block in _blocks(lines, lead):
        right = max(line.x1 for line in block)
        for line in block:
            last = paragraphs[-1] if paragraphs else None
            if last is None or line is block[0] or _begins(last, line, right):
                paragraphs.append(Paragraph([line], page, left=left))
            else:
                last.lines.append(line)
    return paragraphs


def runs_over(last: Paragraph, following: Paragraph, *, right: float) -> bool:
    """Say whether a paragraph that begins a page or column goes on with the one before."""
    line, other = last.lines[-1], following.lines[0]
    if abs(last.size - following.size) > 0.08 * last.size or line.bold != other.bold:
        return False
    text, begin = line.text, other.text
    if (LABEL.fullmatch(other.words[0].text) and not begin[:1].islower()) or _ENDS.search(text):
        return False
    full = line.x1 >= right - 6 * line.size
    return begin[:1].islower() or (full and not _starts_title(begin)) or text[-1] in ",-\u2013"


def compose(lines: Sequence[Line], vocabulary: Vocabulary, turns: dict[int, int] | None = None) -> list[Bit]:
    """Return the pieces of lines put together."""
    bits: list[Bit] = []
    previous = ""
    for number, line in enumerate(lines):
        if number:
            previous = _join_line(bits, previous, line, vocabulary)
        if turns and number in turns:
            bits.append((Turn(turns[number]), False))
        for place, word in enumerate(line.words):
            space = " " if place and spaced(line.words[place - 1], word) else ""
            text = _as_note(line, place) or word.text
            bits.append((space + text, word.style.bold))
            bits += [(unseen, False) for unseen in word.after]
            previous = word.text
    return bits


def _join_line(bits: list[Bit], previous: str, line: Line, vocabulary: Vocabulary) -> str:
    """Put what stands between two lines: a space, nothing after a hyphen that stays, or the hyphen is taken off."""
    begin = line.words[0].text
    if not previous or previous[-1] not in _HYPHENS or len(previous) < 2:
        bits.append((" ", line.words[0].style.bold))
    elif vocabulary.joins(previous, begin):
        place = next(n for n in range(len(bits) - 1, -1, -1) if isinstance(bits[n][0], str) and str(bits[n][0]).strip())
        text, bold = bits[place]
        bits[place] = (str(text).rstrip(_HYPHENS), bold)
    elif not previous[-2].isalnum() or begin[:1] in "(\u201c" or begin in ("and", "or", "und", "oder"):
        bits.append((" ", False))
    return previous


def _as_note(line: Line, place: int) -> str:
    """The mark of a note: a small raised figure behind a word."""
    word = line.words[place]
    if not word.text.isdigit() or len(word.text) > 3 or place == 0:
        return ""
    before = line.words[place - 1]
    small = word.size < 0.8 * before.size and word.base < before.base - 0.15 * before.size
    return (
        f"[{word.text}]"
        if small and not spaced(before, word) and before.text[-1].isalpha() | (before.text[-1] in ".,;:)\u201d")
        else ""
    )


def _lead(lines: Sequence[Line]) -> float:
    """The distance of lines within a paragraph."""
    gaps = sorted(b.base - a.base for a, b in pairwise(lines) if 0.8 * a.size < b.base - a.base < 2.2 * a.size)
    return gaps[len(gaps) // 4] if gaps else 1.25 * lines[0].size


def _blocks(lines: Sequence[Line], lead: float) -> Iterator[list[Line]]:
    """Lines between which there is no more than the usual distance, of one size."""
    block: list[Line] = []
    middle = max(1.0, statistics.median(line.size for line in lines))
    for line in lines:
        if block:
            gap = line.base - block[-1].base
            usual = lead * max(1.0, min(line.size, block[-1].size) / middle)
            if gap > 1.18 * usual + 0.5 or gap < 0 or abs(line.size - block[-1].size) > 0.08 * block[-1].size:
                yield block
                block = []
        block.append(line)
    if block:
        yield block


def _begins(last: Paragraph, line: Line, right: float) -> bool:
    """Say whether a line begins a paragraph of its own, though no gap stands above it."""
    previous = last.lines[-1]
    size = line.size
    if previous.bold != line.bold and (previous.bold or line.bold) and _ends_line(previous, line, right):
        return True
    text = previous.text
    hyphen = text[-1] in _HYPHENS
    goes_on = _text_edge(last)
    if LABEL.fullmatch(line.words[0].text) and not hyphen and len(line.words) > 1:
        same_edge = abs(line.x0 - goes_on) < 2.0
        return not same_edge or bool(_ENDS.search(text)) or not _is_full(previous, line, right)
    if hyphen:
        return False
    if _centred(last.lines, line) and not _is_full(previous, line, right):
        return bool(_ENDS.search(text)) or previous.bold != line.bold
    if len(last.lines) > 1 and line.x0 > last.lines[-1].x0 + 0.8 * size:
        return True
    if len(last.lines) > 1 and line.x0 < last.lines[-1].x0 - 0.8 * size:
        return True
    return not _is_full(previous, line, right)


def _ends_line(previous: Line, line: Line, right: float) -> bool:
    return not _is_full(previous, line, right) or abs(previous.size - line.size) > 0.05 * line.size


def _is_full(previous: Line, line: Line, right: float) -> bool:
    """Say whether the next line's first word would not have had room in the line before."""
    end = line.words[0].x1
    for one, other in pairwise(line.words):
        if spaced(one, other):
            break
        end = other.x1
    return previous.x1 + (end - line.x0) + 0.2 * line.size > right - 0.5 * line.size


def _text_edge(paragraph: Paragraph) -> float:
    """Where the lines of a paragraph begin after its first."""
    if len(paragraph.lines) > 1:
        return paragraph.lines[-1].x0
    words = paragraph.lines[0].words
    return words[1].x0 if len(words) > 1 and LABEL.fullmatch(words[0].text) else words[0].x0


def _centred(lines: Sequence[Line], line: Line) -> bool:
    middle = (line.x0 + line.x1) / 2
    last = lines[-1]
    return abs((last.x0 + last.x1) / 2 - middle) < 3.0 and abs(last.x0 - line.x0) > 6.0


def _starts_title(text: str) -> bool:
    return (
        re.match(r"(?:annex|appendix|schedule|exhibit|article|section|clause|part)\s", text, re.IGNORECASE) is not None
    )
