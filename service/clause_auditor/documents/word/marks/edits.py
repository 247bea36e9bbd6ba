"""Edits of the canonical text to changes of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from clause_auditor.documents.origins import Origin
from clause_auditor.documents.source_map import SourceMap, Span
from clause_auditor.documents.word.marks.change import Change, RefusalError
from clause_auditor.documents.word.marks.field_results import FieldResults, refused_place
from clause_auditor.documents.word.marks.tracked import following_block
from clause_auditor.documents.word.names import Element, W, child
from clause_auditor.domain.remedy import Edit

_WORD: Final = re.compile(r"\s+|\w+|[^\w\s]")
_STORIES: Final = frozenset(W + name for name in ("txbxContent", "footnote", "endnote"))
_BORDER: Final = "it runs over the border of a table, a text box, a note or a content control."
_UNMAPPED: Final = "nothing of this passage stands in the file as text: it is numbering, or drawn by Word."
_LOOK_AROUND: Final = 3


class Planner:
    """Turns edits of one document into changes."""

    def __init__(self, text: str, source: SourceMap, fields: FieldResults) -> None:
        self._text = text
        self._source = source
        self._fields = fields

    def plan(self, edit: Edit) -> Change:
        """Return the change; RefusalError if the file has no place for it."""
        if not 0 <= edit.start <= edit.end <= len(self._text) or not self._source.blocks:
            raise RefusalError("its place is not in the text.")
        own = _paragraphs(edit)
        tight = replace(edit, text="") if own else self._widen(self._trim(edit))
        change = Change(edit, self._source.parts(tight.start, tight.end), tight.text)
        if tight.end > tight.start:
            self._take_out(change, tight)
        elif tight.text:
            self._put_in(change, tight.start)
        if own:
            self._add_paragraphs(change, own)
        return change

    def _trim(self, edit: Edit) -> Edit:
        """Leave out the words that an edit takes out and puts in again at its ends."""
        old, new = (_WORD.findall(text) for text in (self._text[edit.start : edit.end], edit.text))
        lead = self._stays(edit.start, _common(old, new), forwards=True)
        kept = len(_WORD.findall(edit.text[:lead]))
        tail = self._stays(edit.end, _common(old[kept:][::-1], new[kept:][::-1]), forwards=False)
        text = edit.text[lead : len(edit.text) - tail]
        return replace(edit, start=edit.start + lead, end=edit.end - tail, text=text)

    def _stays(self, at: int, size: int, *, forwards: bool) -> int:
        """Return how many letters at an end stay: none where they are blanks that stand in no text of the file."""
        start, end = (at, at + size) if forwards else (at - size, at)
        return size if self._text[start:end].strip() or self._source.parts(start, end) else 0

    def _widen(self, edit: Edit) -> Edit:
        """Move the ends of an edit out of signs that are several letters in the text."""
        start, end = edit.start, edit.end
        while start and self._source.splits(start):
            start -= 1
        while end < len(self._text) and self._source.splits(end):
            end += 1
        text = f"{self._text[start : edit.start]}{edit.text}{self._text[edit.end : end]}"
        return replace(edit, start=start, end=end, text=text)

    def _take_out(self, change: Change, edit: Edit) -> None:
        if not change.gone:
            if self._text[edit.start : edit.end].strip():
                raise RefusalError(_UNMAPPED)
            self._put_in(change, edit.start)
        _check(change.gone)
        fields = self._fields.whole(change.gone)
        if fields is None:
            raise RefusalError("it cuts through a passage that Word computes anew (a field).")
        change.fields = fields
        change.marks = self._marks(edit)

    def _put_in(self, change: Change, at: int) -> None:
        """Find the letter beside which a text is put in: the one before it, unless only the one behind it touches."""
        block = self._source.blocks[self._source.block_at(at)]
        nearer = not self._source.parts(at - 1, at) and bool(self._source.parts(at, at + 1))
        before = None if nearer else self._source.before(at, block.low)
        place = before or self._source.after(at, block.high)
        if place is None:
            raise RefusalError(_UNMAPPED)
        _check([place])
        if self._fields.within(place.node) is not None:
            raise RefusalError("its place is within a passage that Word computes anew (a field).")
        change.beside, change.behind = place, before is not None

    def _marks(self, edit: Edit) -> list[Element]:
        """Return the paragraphs whose ends an edit takes out."""
        blocks = self._source.blocks
        first, last = self._source.block_at(edit.start), self._source.block_at(edit.end)
        if first == last:
            return self._emptied(edit, blocks[first])
        start, end = self._edge(blocks[first], last=True), self._edge(blocks[last], last=False)
        between = _siblings(start, end)
        follows = following_block(end)
        keeps_first = edit.start >= blocks[first].high and edit.end >= blocks[last].high and not edit.text
        if keeps_first and follows is not None and follows.tag == f"{W}p":
            return between[1:]
        return between[:-1]

    def _emptied(self, edit: Edit, block: Span) -> list[Element]:
        """Return the paragraph of a block that is taken out as a whole, where another one follows."""
        if edit.text or edit.start > block.low or edit.end < block.high:
            return []
        within = {_paragraph(part.node) for part in self._source.parts(block.low, block.high)}
        only = within.pop()
        follows = following_block(only)
        return (
            [only] if not within and follows is not None and follows.tag == f"{W}p" and not _ends_section(only) else []
        )

    def _edge(self, block: Span, *, last: bool) -> Element:
        parts = self._source.parts(block.low, block.high)
        if not parts:
            raise RefusalError(_UNMAPPED)
        return _paragraph(parts[-1 if last else 0].node)

    def _add_paragraphs(self, change: Change, own: list[str]) -> None:
        change.paragraphs = own
        at = self._host(change.edit)
        change.host = self._place(at)
        _check([Origin(change.host, 0, 0)])
        near = (at, *(at + step * side for step in range(1, _LOOK_AROUND) for side in (-1, 1)))
        models = (self._place(place) for place in near if self._is_plain(place))
        change.model = next((each for each in models if each.getparent() is change.host.getparent()), None)

    def _host(self, edit: Edit) -> int:
        """Return the last block up to an edit's end that stands in the body, not in a note or a box."""
        at = self._source.block_at(edit.end)
        if at and edit.end <= self._source.blocks[at].start:
            at -= 1
        for place in range(at, -1, -1):
            block = self._source.blocks[place]
            parts = self._source.parts(block.low, block.high)
            if parts and not any(above.tag in _STORIES for above in parts[-1].node.iterancestors()):
                return place
        raise RefusalError(_UNMAPPED)

    def _place(self, at: int) -> Element:
        """Return the paragraph of a block, or the table that it is a row of."""
        block = self._source.blocks[at]
        paragraph = self._edge(block, last=True)
        if self._text[block.start] != "|":
            return paragraph
        return next((above for above in paragraph.iterancestors() if above.tag == f"{W}tbl"), paragraph)

    def _is_plain(self, at: int) -> bool:
        if not 0 <= at < len(self._source.blocks):
            return False
        block = self._source.blocks[at]
        plain = not self._text[block.start : block.high].lstrip().startswith(("#", "|", "**"))
        return plain and bool(self._source.parts(block.low, block.high))


def _paragraphs(edit: Edit) -> list[str]:
    """Return the new paragraphs of an edit whose text begins and ends with a line end; else none."""
    if not (edit.text[:1] == "\n" == edit.text[-1:]):
        return []
    return [line for line in (" ".join(line.split()) for line in edit.text.split("\n")) if line]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many letters two lists of words begin with together."""
    return sum(len(a) for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _check(parts: Sequence[Origin]) -> None:
    for node in dict.fromkeys(part.node for part in parts):
        if reason := refused_place(node):
            raise RefusalError(reason)


def _paragraph(node: Element) -> Element:
    return next(above for above in node.iterancestors() if above.tag == f"{W}p")


def _ends_section(paragraph: Element) -> bool:
    return child(child(paragraph, "pPr"), "sectPr") is not None


def _siblings(first: Element, last: Element) -> list[Element]:
    """Return the paragraphs from one to another."""
    found = [first]
    while found[-1] is not last:
        following = following_block(found[-1])
        if following is None or following.tag != f"{W}p":
            raise RefusalError(_BORDER)
        found.append(following)
        if _ends_section(found[-2]):
            raise RefusalError("it runs over the end of a section.")
    return found
