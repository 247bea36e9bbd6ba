"""Paragraphs to headings, items and plain paragraphs, as their letters and places tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.documents.assembly import Assembly, Piece
from clause_auditor.documents.emphasis import Bit, read_emphasis, reads_as_heading
from clause_auditor.documents.pdf.lines import BULLETS, LABEL
from clause_auditor.documents.pdf.paragraphs import Paragraph, Vocabulary, compose

_LARGER: Final = 1.12
_MOST_LINES: Final = 4
_TITLE_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z]|[IVX]{1,5})[.)]?\Z")
_CONTENTS = re.compile(r".{1,300}?(?:\s*\.){4,}\s*\d{1,4}\s*\Z|(?:\s*\.){8,}\s*\d{0,4}\Z", re.DOTALL)


class Sizes:
    """How large letters are: that of the text, and those of headings from the largest down."""

    def __init__(self, counted: Counter[float]) -> None:
        rounded: Counter[float] = Counter()
        for size, letters in counted.items():
            rounded[round(size * 2) / 2] += letters
        counted = rounded
        self.body = max(counted, key=lambda size: (counted[size], size)) if counted else 10.0
        larger = sorted((size for size in counted if size > _LARGER * self.body and counted[size] >= 3), reverse=True)
        self._steps: list[float] = []
        for size in larger:
            if not self._steps or size < 0.94 * self._steps[-1]:
                self._steps.append(size)

    def level(self, size: float) -> int:
        """Return the level of a heading of that size; 0 if letters of that size are no heading's."""
        if size <= _LARGER * self.body:
            return 0
        return 1 + sum(size < 0.97 * step for step in self._steps)


@dataclass(slots=True)
class Indents:
    """Where the lists that are open begin, from the outermost."""

    edges: list[float] = field(default_factory=list)

    def depth(self, edge: float, left: float) -> int:
        """Return how deep an item stands that begins there."""
        while self.edges and edge < self.edges[-1] - 3.0:
            self.edges.pop()
        if not self.edges or edge > self.edges[-1] + 3.0:
            self.edges.append(edge)
        return len(self.edges) - 1

    def reset(self) -> None:
        """Begin anew: a heading ends all lists."""
        self.edges.clear()


class Shaper:
    """Writes paragraphs through the assembly."""

    def __init__(self, assembly: Assembly, sizes: Sizes, vocabulary: Vocabulary) -> None:
        self._assembly = assembly
        self._sizes = sizes
        self._vocabulary = vocabulary
        self._indents = Indents()
        self.titled = False

    def write(self, paragraph: Paragraph) -> None:
        """Write one paragraph."""
        words = paragraph.text.strip()
        if _CONTENTS.fullmatch(words):
            return
        bits = compose(paragraph.lines, self._vocabulary, paragraph.turns)
        self._assembly.page = paragraph.page
        label, rest = _take_label(bits, paragraph)
        level = self._sizes.level(paragraph.size)
        if level and len(paragraph.lines) <= _MOST_LINES and reads_as_heading(words):
            self._indents.reset()
            self._assembly.heading(level, [piece for piece, _ in bits])
            return
        pieces, bold = read_emphasis(rest)
        bold = bold and reads_as_heading(words)
        if not label:
            self._assembly.paragraph(pieces, bold=bold)
            return
        edge = paragraph.lines[0].x0
        numbered = _TITLE_NUMBER.fullmatch(label) is not None and "." in label.strip(".")
        depth = 0 if numbered or bold else self._indents.depth(edge, paragraph.left)
        if numbered or bold:
            self._indents.reset()
            self._indents.edges.append(edge) if not bold else None
        self._assembly.item(label, pieces, max(0, depth), bold=bold)

    def note(self, paragraph: Paragraph) -> None:
        """Write a note, its mark in brackets."""
        bits = compose(paragraph.lines, self._vocabulary, paragraph.turns)
        mark = bits[0][0] if bits else ""
        pieces = [piece for piece, _ in bits]
        if isinstance(mark, str) and mark.strip("[]. ").isdigit():
            pieces = [f"[{mark.strip('[]. ')}] ", *pieces[1:]]
        self._assembly.page = paragraph.page
        self._assembly.paragraph(pieces)

    def cell(self, paragraphs: Iterable[Paragraph]) -> list[Piece]:
        """Return the pieces of a cell."""
        pieces: list[Piece] = []
        for paragraph in paragraphs:
            if words := [piece for piece in pieces if isinstance(piece, str) and piece.strip()]:
                pieces.append(" " if words[-1].rstrip()[-1] in ".;:,!?)" else "; ")
            bits = compose(paragraph.lines, self._vocabulary)
            if bits and isinstance(bits[0][0], str) and bits[0][0].strip() and bits[0][0].strip() in BULLETS[:18]:
                bits = bits[1:]
            pieces += [piece for piece, _ in bits]
        return pieces


def _take_label(bits: list[Bit], paragraph: Paragraph) -> tuple[str, list[Bit]]:
    """Return the number or mark that a paragraph begins with, and the rest of it."""
    first = bits[0][0] if bits else ""
    if not isinstance(first, str) or not LABEL.fullmatch(first.strip()) or len(bits) < 2:
        return "", bits
    label = first.strip()
    if label in BULLETS:
        label = "-"
    elif label.isalpha():
        return "", bits
    return label, bits[1:]
