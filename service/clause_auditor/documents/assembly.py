"""Blocks to canonical text: every reader of a format writes through this, so that all write the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.documents.origins import like
from clause_auditor.documents.source_map import SourceMap
from clause_auditor.documents.unseen import Unseen, read_seen
from clause_auditor.domain.contract import Anchor, HiddenPassage, View
from clause_auditor.errors import LimitError


class Turn(NamedTuple):
    """Between the pieces of a block: from here on, the text stands on this page."""

    page: int


Piece = str | Unseen | Turn
"""What a block is made of, in reading order."""
_SPACE = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r" ?\n\s*")
_MOST_HIDDEN: Final = 2_000
_MOST_SHOWN: Final = 300
_LONGEST_HEAD: Final = 80


class Assembly:
    """Takes blocks in reading order; `finish` gives the extraction."""

    def __init__(self, options: ReadingOptions = DEFAULTS, source_map: SourceMap | None = None) -> None:
        self._source_map = source_map
        self._most = options.max_text_bytes
        self._parts: list[str] = []
        self._length = 0
        self._paragraph = 0
        self._anchors: list[Anchor] = []
        self._hidden: list[HiddenPassage] = []
        self._gap = ""
        self.page = 0
        """Page of the next block; 0 where the source does not tell."""

    def heading(self, level: int, pieces: Sequence[Piece], number: str = "") -> None:
        """Add a heading; `number` is its number as the reader sees it ("4.2", "Article 5 –")."""
        self._add(f"{'#' * min(max(level, 1), 6)} {number + ' ' if number else ''}", pieces, flat=True)

    def paragraph(self, pieces: Sequence[Piece], *, bold: bool = False) -> None:
        """Add a paragraph; `bold` says that all of it is emphasised, as titles without a style are."""
        self._add("**" if bold else "", pieces, "**" if bold else "", flat=bold)

    def item(self, label: str, pieces: Sequence[Piece], depth: int = 0, *, bold: bool = False) -> None:
        """Add a numbered paragraph or a list item; `label` as the reader sees it ("4.2", "(a)", "-" for a bullet)."""
        emphasis = "**" if bold else ""
        self._add(f"{'    ' * min(depth, 8)}{label} {emphasis}", pieces, emphasis, flat=bold)

    def table(self, rows: Sequence[Sequence[Sequence[Piece]]], *, head: bool | None = None) -> None:
        """Add a table of rows of cells; `head` says whether its first row names the columns (None: as it looks)."""
        if head is None:
            head = looks_like_head(rows)
        for number, row in enumerate(rows):
            cells: list[Piece] = ["| "]
            for cell in row:
                cells += [*(_without_bars(piece) for piece in cell), " | "]
            if not any(isinstance(p, str) and p.strip(" |\n\t") for p in cells):
                self._keep_unseen(cells)
                continue
            self._add("", cells, flat=True)
            if number == 0 and head:
                self._write("\n|" + " --- |" * len(row))
            self._gap = "\n"
        self._gap = "\n\n" if self._length else ""

    def hide(self, unseen: Unseen) -> None:
        """Note a passage that the eye does not see, standing between two blocks."""
        self._note(unseen, self._length)

    def finish(
        self, *, title: str = "", view: View | None = None, remarks: Sequence[str] = (), language: str = ""
    ) -> Extraction:
        """Return the extraction of all blocks added."""
        hidden = tuple(sorted(self._hidden, key=lambda passage: passage.offset))
        return Extraction("".join(self._parts), title, tuple(self._anchors), hidden, view, tuple(remarks), language)

    def _add(self, lead: str, pieces: Sequence[Piece], tail: str = "", *, flat: bool = False) -> None:
        body, unseen, turns = _join(pieces, flat=flat)
        if not body:
            self._keep_unseen(pieces)
            return
        start = self._length + len(self._gap)
        self._write(f"{self._gap}{lead}{body}{tail}")
        self._paragraph += 1
        base = start + len(lead)
        self.page = next((turn.page for offset, turn in reversed(turns) if offset == 0), self.page)
        self._anchors.append(Anchor(start, self.page, self._paragraph))
        if self._source_map is not None:
            self._source_map.add(start, base, body, pieces)
        for offset, turn in turns:
            self.page = turn.page
            if 0 < offset < len(body):
                self._anchors.append(Anchor(base + offset, turn.page, self._paragraph))
        for offset, passage in unseen:
            self._note(passage, base + min(offset, len(body)))
        self._gap = "\n\n"

    def _keep_unseen(self, pieces: Sequence[Piece]) -> None:
        """A block that shows nothing still turns pages, and may hide something."""
        for piece in pieces:
            if isinstance(piece, Turn):
                self.page = piece.page
            elif isinstance(piece, Unseen):
                self.hide(piece)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > self._most:
            problem = f"its text is larger than the limit of {self._most} bytes"
            raise LimitError.at("", problem, "Split the contract, or raise max_text_bytes in the settings")

    def _note(self, unseen: Unseen, offset: int) -> None:
        shown = " ".join(unseen.text.split())
        if shown and len(self._hidden) < _MOST_HIDDEN:
            shown = shown if len(shown) <= _MOST_SHOWN else shown[: _MOST_SHOWN - 1] + "…"
            self._hidden.append(HiddenPassage(unseen.kind, shown, offset))


def looks_like_head(rows: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """Say whether the first row of a table names its columns: all filled, short, no sentences, unlike the next."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    texts = ["".join(piece for piece in cell if isinstance(piece, str)).strip() for cell in rows[0]]
    short = all(0 < len(text) <= _LONGEST_HEAD and text[-1] not in ".;:," for text in texts)
    return short and len(set(texts)) == len(texts) and not any(text[0].isdigit() for text in texts)


def _without_bars(piece: Piece) -> Piece:
    return like(piece.replace("|", "\u00a6"), piece) if isinstance(piece, str) else piece


def _join(pieces: Sequence[Piece], *, flat: bool) -> tuple[str, list[tuple[int, Unseen]], list[tuple[int, Turn]]]:
    """Return the text of a block with its white space folded, and what stands where in it."""
    body = ""
    unseen: list[tuple[int, Unseen]] = []
    turns: list[tuple[int, Turn]] = []
    for piece in _merged(pieces):
        if isinstance(piece, str):
            seen = read_seen(_fold(piece, flat))
            text = seen.text.lstrip() if not body or body[-1] in " \n" else seen.text
            shift = len(body) - (len(seen.text) - len(text))
            unseen += [(max(0, shift + offset), each) for offset, each in seen.found]
            body += text
        elif isinstance(piece, Unseen):
            unseen.append((len(body), piece))
        else:
            turns.append((len(body), piece))
    return body.rstrip(), unseen, turns


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Put texts that follow each other together: a word may be spread over several."""
    merged: list[Piece] = []
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
            continue
        if run:
            merged.append("".join(run))
            run = []
        merged.append(piece)
    return [*merged, "".join(run)] if run else merged


def _fold(text: str, flat: bool) -> str:
    text = text.replace("\r", "\n").replace("\0", "").replace("\x0b", "\n").replace("\x0c", "\n")
    folded = _SPACE.sub(" ", text.encode("utf-8", "replace").decode() if not text.isascii() else text)
    return " ".join(folded.split()) if flat and "\n" in folded else _BREAK.sub("\n", folded)
