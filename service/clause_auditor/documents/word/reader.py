"""The body of a Word file to blocks, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clause_auditor.documents.word.blocks import Block, Table
from clause_auditor.documents.word.fields import Fields
from clause_auditor.documents.word.formats import read_format, read_shading
from clause_auditor.documents.word.lines import Line, LineReader, Setting, choose
from clause_auditor.documents.word.names import Element, W, child, value, whole
from clause_auditor.documents.word.notes import Notes
from clause_auditor.documents.word.numbering import Label, Numbering
from clause_auditor.documents.word.revisions import WRAPPERS, Revisions
from clause_auditor.documents.word.shaping import shape_block
from clause_auditor.documents.word.styles import NO_OUTLINE, ParagraphStyle, Styles
from clause_auditor.documents.word.tables import TableReader
from clause_auditor.domain.contract import HiddenKind

_PASSED: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml"))
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FAR: Final = 23_000
"""An indent, in twentieths of a point, that no page is wide enough for."""
_FLAT: Final = 40
"""Lines or rows of this exact height, in twentieths of a point, show nothing that can be read."""


class BodyReader:
    """Reads one document; every paragraph once, because lists count."""

    def __init__(
        self,
        root: Element,
        styles: Styles,
        numbering: Numbering,
        revisions: Revisions,
        notes: Notes,
        *,
        trace: bool = False,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._revisions = revisions
        self._notes = notes
        self._fields = Fields(root)
        self._paged = next(iter(root.iter(f"{W}lastRenderedPageBreak")), None) is not None
        self.lines = LineReader(styles, revisions, self._fields, 1 if self._paged else 0, trace=trace)
        self._tables = TableReader(styles, revisions, self.read)
        self.imported = 0
        """Parts of other files that Word would show in their place."""

    @property
    def first_page(self) -> int:
        """1 where the file tells its pages, else 0."""
        return 1 if self._paged else 0

    def read(self, container: Element, setting: Setting) -> Iterator[Block | Table]:
        """Yield the blocks of a body, a cell, a box or a note."""
        held: list[tuple[Line, Element]] = []
        for part in self._parts(container):
            if part.tag == f"{W}p":
                yield from self._paragraph(part, setting, held)
            else:
                yield from self._release(held)
                yield self._tables.read(part, setting)
        yield from self._release(held)

    def _parts(self, container: Element) -> Iterator[Element]:
        for part in container:
            tag = part.tag
            if tag in (f"{W}p", f"{W}tbl"):
                yield part
            elif tag in _PASSED or (tag in WRAPPERS and self._revisions.keeps(tag)):
                yield from self._parts(part)
            elif tag == _CHOICES:
                for chosen in choose(part):
                    yield from self._parts(chosen)
            elif tag in (f"{W}altChunk", f"{W}subDoc"):
                self.imported += 1

    def _paragraph(
        self, paragraph: Element, setting: Setting, held: list[tuple[Line, Element]]
    ) -> Iterator[Block | Table]:
        """Read a paragraph; keep it where its mark is gone or not seen, so that the next one goes on with it."""
        properties = self._revisions.properties(paragraph, "pPr")
        line = self.lines.read(paragraph, self._setting(properties, setting))
        mark = read_format(child(properties, "rPr"))
        kept = self._revisions.keeps_mark(child(paragraph, "pPr"))
        unseen = mark.vanish and (line.shows() or mark.special)
        held.append((line, paragraph))
        if kept and not unseen:
            yield from self._release(held, vanished=bool(mark.vanish) and not line.shows() and line.hides())

    def _release(self, held: list[tuple[Line, Element]], *, vanished: bool = False) -> Iterator[Block | Table]:
        """Make one block of the paragraphs that run into each other: the last one's mark decides how it looks.

        Where a mark is only not seen, the first one's does: a title and its text on one line.
        """
        if not held:
            return
        owner = next((p for _, p in held[:-1] if self._revisions.keeps_mark(child(p, "pPr"))), held[-1][1])
        joined = sum(bool(one.bits) for one, _ in held) > 1
        line = held[0][0]
        for other, _ in held[1:]:
            line.bits += other.bits
            line.boxes += other.boxes
            line.notes += other.notes
        held.clear()
        properties = self._revisions.properties(owner, "pPr")
        style = self._styles.paragraph(value(properties, "pStyle"))
        label = None if vanished else self._label(properties, style)
        block = shape_block(line, style, label, self._outline(properties, style), whole_line=not joined)
        if block is not None:
            block.notes = [note for kind, number in line.notes for note in self._note(kind, number)]
            yield block
        for box in line.boxes:
            yield from self.read(box.content, Setting(behind=box.behind, hidden=box.hidden))

    def _note(self, kind: str, number: str) -> Iterator[Block]:
        note = self._notes.find(kind, number)
        if note is None:
            return
        for place, block in enumerate(self.read(note.content, Setting())):
            if isinstance(block, Block):
                if place == 0:
                    block.pieces.insert(0, f"{note.name}: ")
                yield block

    def _setting(self, properties: Element | None, setting: Setting) -> Setting:
        style = value(properties, "pStyle")
        shading = read_shading(child(properties, "shd")) or self._styles.paragraph(style).fill
        return replace(
            setting,
            style=style,
            behind=shading if isinstance(shading, tuple) else setting.behind,
            hidden=setting.hidden or _hidden_as(properties),
            leaders=any(tab.get(f"{W}leader") in ("underscore", "heavy") for tab in _tabs(properties)),
        )

    def _outline(self, properties: Element | None, style: ParagraphStyle) -> int:
        direct = child(properties, "outlineLvl")
        return style.outline if direct is None else whole(direct.get(f"{W}val", ""), NO_OUTLINE)

    def _label(self, properties: Element | None, style: ParagraphStyle) -> Label | None:
        direct = child(properties, "numPr")
        number = value(direct, "numId") if child(direct, "numId") is not None else style.num
        if not number or number == "0":
            return None
        if child(direct, "ilvl") is not None:
            return self._numbering.next_label(number, whole(value(direct, "ilvl")))
        place = self._numbering.level_of_style(number, style.numbered_by)
        own = self._numbering.level_of_style(number, value(properties, "pStyle"))
        found = next((each for each in (own, place, style.level) if each is not None), 0)
        return self._numbering.next_label(number, found)


def _tabs(properties: Element | None) -> list[Element]:
    tabs = child(properties, "tabs")
    return [] if tabs is None else list(tabs)


def _hidden_as(properties: Element | None) -> HiddenKind | None:
    """Say why nothing of a paragraph is seen, wherever its runs stand."""
    spacing, indent, frame = (child(properties, name) for name in ("spacing", "ind", "framePr"))
    if (
        spacing is not None
        and spacing.get(f"{W}lineRule") == "exact"
        and whole(spacing.get(f"{W}line", ""), 240) <= _FLAT
    ):
        return HiddenKind.TINY
    if indent is not None and whole(indent.get(f"{W}left", indent.get(f"{W}start", ""))) >= _FAR:
        return HiddenKind.OUTSIDE_PAGE
    if frame is not None and any(not -3000 <= whole(frame.get(W + side, "0")) <= 32_000 for side in ("x", "y")):
        return HiddenKind.OUTSIDE_PAGE
    return None
