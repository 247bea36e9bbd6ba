"""Blocks of a page as they fill up, to the assembly or into the cell of a table."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.assembly import Assembly, Piece
from clause_auditor.documents.emphasis import Bit, read_emphasis, reads_as_heading
from clause_auditor.documents.html.tables import TableRows
from clause_auditor.documents.merged_cells import fill_merged
from clause_auditor.documents.unseen import Unseen

_OWN_LABEL = re.compile(
    r"\s*(\([A-Za-z0-9]{1,5}\)|[A-Za-z0-9]{1,5}[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?|[\u2013\u2014\u2022-]{1,2})\s+(?=\S)"
)
_DASHES: Final = frozenset("\u2013\u2014\u2022-")
_EMPTY: Final = ("", 0)


class BlockWriter:
    """Takes texts and breaks, writes blocks."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._bits: list[Bit] = []
        self._labels: list[tuple[str, int]] = []
        self._tables: list[TableRows] = []
        self.level = 0
        """Level of the heading that the text belongs to; 0: none."""
        self.titled = False
        """True once a heading was written."""
        self.term = False
        """True within a term of a list of definitions."""

    def add(self, piece: Piece, bold: bool) -> None:
        """Add a piece to the block."""
        self._bits.append((piece, bold))

    def line_break(self, bold: bool) -> None:
        """End a line; a second break at once ends the paragraph."""
        last = next((p for p, _ in reversed(self._bits) if not isinstance(p, str) or p.strip(" ")), "")
        if last == "\n" and not self.level and not self._tables:
            self.flush()
        else:
            self._bits.append(("\n", bold))

    def item(self, label: str, depth: int) -> None:
        """Begin an item: the next text is its own."""
        self._labels.append((label, depth))

    def end_item(self) -> None:
        """End an item: a label that no text followed stands for itself."""
        self._labels.clear()

    def start_table(self) -> TableRows:
        """Begin a table; blocks go to its cells until `end_table`."""
        self._tables.append(TableRows())
        return self._tables[-1]

    def end_table(self) -> None:
        """Write the table."""
        table = self._tables.pop()
        if any(table.rows):
            rows, head = fill_merged(table.rows, table.head)
            self._assembly.table(rows, head=head)

    @property
    def table(self) -> TableRows | None:
        """The table that blocks go to, if any."""
        return self._tables[-1] if self._tables else None

    def flush(self) -> None:
        """End the block and write it."""
        bits, self._bits = self._bits, []
        words = "".join(piece for piece, _ in bits if isinstance(piece, str)).strip()
        if not words:
            for piece, _ in bits:
                if isinstance(piece, Unseen):
                    self._hide(piece)
            return
        label, depth = self._take_label()
        if self.table is not None and self.table.begun:
            self.table.add([f"{label} " if label and label != "-" else "", *(piece for piece, _ in bits)])
        elif self.level and reads_as_heading(words):
            self.titled = True
            self._assembly.heading(self.level, [piece for piece, _ in bits], "" if label == "-" else label)
        else:
            self._write(bits, words, label, depth)

    def _write(self, bits: list[Bit], words: str, label: str, depth: int) -> None:
        pieces, bold = read_emphasis(bits)
        bold = (bold or self.term) and not self.level
        if label in ("", "-") and depth >= 0 and (own := _OWN_LABEL.match(words)) and (label or depth):
            stripped = _without(pieces, own[1])
            shown = "-" if _DASHES.issuperset(own[1]) else own[1]
            self._assembly.item(shown, stripped, max(depth - 1, 0), bold=bold)
        elif label:
            self._assembly.item(label, pieces, max(depth - 1, 0), bold=bold)
        else:
            self._assembly.paragraph(pieces, bold=bold)

    def _take_label(self) -> tuple[str, int]:
        if not self._labels:
            return _EMPTY
        labels, self._labels = self._labels, []
        shown = [label for label, _ in labels if label and label != "-"]
        return " ".join(shown) if shown else labels[-1][0], labels[0][1] if shown else labels[-1][1]

    def _hide(self, unseen: Unseen) -> None:
        if self.table is not None and self.table.begun:
            self.table.add([unseen])
        else:
            self._assembly.hide(unseen)


def _without(pieces: list[Piece], label: str) -> list[Piece]:
    """Take a label off the first words of a paragraph, wherever its letters stand."""
    left = label
    rest: list[Piece] = []
    for piece in pieces:
        text = piece.lstrip() if left and isinstance(piece, str) else ""
        taken = min(len(left), len(text))
        if text and text[:taken] == left[:taken]:
            left = left[taken:]
            rest.append(text[taken:])
        else:
            rest.append(piece)
    return rest
