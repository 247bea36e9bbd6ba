"""From offsets of a canonical text back to the places of its source."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Any, NamedTuple

from clause_auditor.documents.look_alikes import LATIN_OF
from clause_auditor.documents.origins import Origin, origins_of


class Stretch(NamedTuple):
    """`text[start:end]` stands in the node from `low` to `high`: letter for letter where both are equally long."""

    start: int
    end: int
    node: Any
    low: int
    high: int

    def part(self, start: int, end: int) -> Origin:
        """Return what of the node a part of the text stands in; all of it where it is not letter for letter."""
        if self.high - self.low != self.end - self.start:
            return Origin(self.node, self.low, self.high)
        return Origin(self.node, self.low + max(0, start - self.start), self.high - max(0, self.end - end))

    def continues(self, letter: int, origin: Origin) -> bool:
        """Tell whether one more letter of the text is the next one of the node."""
        follows = origin.node is self.node and self.end == letter and self.high == origin.start
        return follows and origin.end == origin.start + 1 and self.end - self.start == self.high - self.low


class Span(NamedTuple):
    """A block of the canonical text: where it begins with its number or marks, and its own words, half open."""

    start: int
    low: int
    high: int


class SourceMap:
    """Filled by the assembly while it writes, block by block."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.blocks: list[Span] = []

    def add(self, start: int, base: int, body: str, pieces: Sequence[object]) -> None:
        """Take note of a block that begins at `start` and whose folded words, written from `base` on, are `body`."""
        self.blocks.append(Span(start, base, base + len(body)))
        texts = [piece for piece in pieces if isinstance(piece, str)]
        origins = [origin for text in texts for origin in origins_of(text)]
        for letter, (low, high) in enumerate(align(body, "".join(texts))):
            for origin in origins[low:high]:
                if origin is not None:
                    self._note(base + letter, origin)

    def parts(self, start: int, end: int) -> list[Origin]:
        """Return the places that `text[start:end]` stands in, in the order of the text."""
        first = bisect_right(self.stretches, start, key=lambda stretch: stretch.end)
        within = takewhile(lambda stretch: stretch.start < end, islice(self.stretches, first, None))
        return [stretch.part(start, end) for stretch in within]

    def block_at(self, offset: int) -> int:
        """Return the index of the block that an offset stands in or behind; 0 for what stands before all."""
        return max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)

    def before(self, offset: int, low: int = 0) -> Origin | None:
        """Return the place of the last letter before an offset, from `low` on, that stands in the source."""
        found = (self.parts(at, at + 1) for at in range(offset - 1, low - 1, -1))
        return next((parts[-1] for parts in found if parts), None)

    def after(self, offset: int, high: int) -> Origin | None:
        """Return the place of the first letter from an offset on, before `high`, that stands in the source."""
        return next(iter(self.parts(offset, high)), None)

    def splits(self, offset: int) -> bool:
        """Tell whether an offset lies between letters that are one sign in the source."""
        before, after = self.parts(offset - 1, offset), self.parts(offset, offset + 1)
        return bool(before and after) and before[-1] == after[0]

    def _note(self, letter: int, origin: Origin) -> None:
        last = self.stretches[-1] if self.stretches else None
        if last and last.continues(letter, origin):
            self.stretches[-1] = last._replace(end=letter + 1, high=origin.end)
        else:
            self.stretches.append(Stretch(letter, letter + 1, *origin))


def align(body: str, raw: str) -> Iterator[tuple[int, int]]:
    """Yield for each letter of a folded text the stretch of the raw one that it stands for.

    Folding drops white space and what nobody sees, and puts letters for what they look like; it keeps the order.
    """
    if body == raw:
        yield from ((at, at + 1) for at in range(len(raw)))
        return
    starts = list(_starts(body, raw))
    for letter, start in enumerate(starts):
        following = starts[letter + 1] if letter + 1 < len(starts) else start + 1
        yield start, max(following, start + 1)


def _starts(body: str, raw: str) -> Iterator[int]:
    at = 0
    rest = ""
    for letter in body:
        if not rest:
            while at < len(raw) and not (rest := _shown(raw[at], letter)):
                at += 1
            at += 1
        yield at - 1
        rest = rest[1:]


def _shown(letter: str, wanted: str) -> str:
    """Return what a letter becomes when it is folded, if that begins with what is wanted; else nothing."""
    if letter == wanted or (letter.isspace() and wanted.isspace()):
        return wanted
    plain = unicodedata.normalize("NFKC", letter)
    forms = (plain, "".join(LATIN_OF.get(each, each) for each in plain))
    return next((form for form in forms if form[:1] == wanted and not letter.isspace()), "")
