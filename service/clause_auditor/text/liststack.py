"""The list stack: which lists are open, what each item's stems are, and how its number reads in full."""

from __future__ import annotations

from dataclasses import dataclass, field

from clause_auditor.text.blocks import Block
from clause_auditor.text.numbering import Label, Style
from clause_auditor.text.sentences import Bounds

MAX_LEVELS = 4
"""Stems that an item carries at most."""
_MAX_OPEN = 12
Stems = tuple[Bounds, ...]
Reading = tuple[Style, int]


@dataclass(slots=True)
class Entry:
    """The current item of an open list."""

    label: Label
    reading: Reading
    indent: int
    number: str = ""
    paragraph: int = 0
    """0 where the item opens a paragraph of its own."""
    stems: Stems = ()
    lead: Bounds | None = None
    """Its last sentence, where that leads into a list."""
    small: bool = False
    """True if its words begin with a small letter."""
    inner: bool = False
    """True for a bullet in small letters that stands at the indent of the bullet above it."""
    title: str = ""
    """Its run-in heading, under which the items below it stand."""

    @property
    def inner_stems(self) -> Stems:
        """The stems of what stands below it."""
        return (*self.stems[1 - MAX_LEVELS :], self.lead) if self.lead is not None else ()

    def holds(self, indent: int) -> bool:
        """True if a paragraph of that indent belongs to it: indented under it, or after a numbered clause."""
        return indent > self.indent + 1 or (self.reading[0] is Style.DECIMAL and not self.label.bracketed)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands above the lists: the number and stem of the headings, a paragraph that leads into a list."""

    number: str
    pending: Stems
    """Stems of the paragraph before, where it leads into a list."""
    inherited: Bounds | None
    paragraph: int


@dataclass(slots=True)
class ListStack:
    """The open lists, outermost first."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def top(self) -> Entry | None:
        """The innermost item."""
        return self.entries[-1] if self.entries else None

    @property
    def titles(self) -> tuple[str, ...]:
        """The run-in headings of the open items, outermost first."""
        return tuple(entry.title for entry in self.entries if entry.title)

    def enter(self, block: Block, label: Label, small: bool, around: Surroundings) -> Entry:
        """Put an item on the stack: the next of a list that is open, or the first of a new one."""
        at, reading = self._find_sibling(block.indent, label, small)
        sibling = self.entries[at] if at is not None else None
        del self.entries[len(self.entries) if at is None else at :]
        if sibling is None:
            self._leave(block.indent, label)
        entry = Entry(label, reading, block.indent, small=small)
        self._fill(entry, sibling, around)
        self.entries.append(entry)
        del self.entries[:-_MAX_OPEN]
        return entry

    def leave_bullets(self, indent: int) -> None:
        """Close the bullet lists that a paragraph of that indent does not stand in."""
        while self.entries and self.entries[-1].label.is_bullet and indent <= self.entries[-1].indent:
            self.entries.pop()

    def number(self, indent: int | None) -> str:
        """Return the number of the innermost item, or of the one that holds a paragraph of that indent."""
        for entry in reversed(self.entries):
            if entry.number and (indent is None or entry.holds(indent)):
                return entry.number
        return ""

    def _fill(self, entry: Entry, sibling: Entry | None, around: Surroundings) -> None:
        above = self.top
        entry.stems = _stems_for(entry.label, sibling, above, around)
        entry.number = _number_for(entry, sibling, above.number if above else around.number)
        entry.paragraph = _paragraph_for(entry, sibling, above, around)
        if entry.label.is_bullet:
            under_bullet = above is not None and above.label.is_bullet and abs(above.indent - entry.indent) <= 1
            entry.inner = sibling.inner if sibling is not None else under_bullet

    def _find_sibling(self, indent: int, label: Label, small: bool) -> tuple[int | None, Reading]:
        for at in range(len(self.entries) - 1, -1, -1):
            entry = self.entries[at]
            reading = _next_reading(entry, label, indent)
            if reading is None or (entry.inner and not small):
                continue
            if label.is_bullet and small and self._opens_inner_list(at):
                break
            return at, reading
        return None, label.readings[0]

    def _opens_inner_list(self, at: int) -> bool:
        """True if a bullet in small letters opens a list below one at the same indent that ends with a colon."""
        above = self.entries[at]
        return at == len(self.entries) - 1 and above.lead is not None and not above.small

    def _leave(self, indent: int, label: Label) -> None:
        """Close the lists that the first item of a new list does not stand in."""
        if label.is_whole:
            while self.entries and not _is_under(label, self.entries[-1]):
                self.entries.pop()
            return
        while self.entries and self.entries[-1].indent > indent + 1 and self.entries[-1].lead is None:
            self.entries.pop()
        for at, entry in enumerate(self.entries):
            if entry.lead is None and not entry.label.is_whole and _is_alike(entry, label, indent):
                del self.entries[at:]
                return


def _is_alike(entry: Entry, label: Label, indent: int) -> bool:
    near = abs(entry.indent - indent) <= 1
    return near and entry.reading[0] is label.readings[0][0] and entry.label.bracketed == label.bracketed


def _stems_for(label: Label, sibling: Entry | None, above: Entry | None, around: Surroundings) -> Stems:
    if around.pending:
        return around.pending
    if sibling is not None:
        return sibling.stems
    if above is not None:
        return above.inner_stems
    if around.inherited is not None and not label.is_bullet:
        return (around.inherited,)
    return ()


def _paragraph_for(entry: Entry, sibling: Entry | None, above: Entry | None, around: Surroundings) -> int:
    if around.pending:
        return around.paragraph
    if sibling is not None and (entry.stems or entry.label.is_bullet):
        return sibling.paragraph
    return above.paragraph if above is not None and entry.stems else 0


def _number_for(entry: Entry, sibling: Entry | None, base: str) -> str:
    label = entry.label
    if label.is_bullet or label.is_whole:
        return base if label.is_bullet else label.text
    text = label.text
    if sibling and sibling.reading[0] is Style.DECIMAL and sibling.label.text == text and label.depth == 1:
        text = str(entry.reading[1])
    if entry.reading[0] is not Style.DECIMAL or label.bracketed or base.endswith(")"):
        return f"{base}({text})"
    return f"{base}.{text}" if base and base[-1].isdigit() else text


def _next_reading(entry: Entry, label: Label, indent: int) -> Reading | None:
    """How the label counts on from the entry, or None if it does not."""
    near = abs(entry.indent - indent) <= 1
    if label.is_bullet or entry.label.is_bullet:
        return label.readings[0] if label.is_bullet and entry.label.is_bullet and near else None
    if label.is_whole or entry.label.is_whole:
        return label.readings[0] if _is_same_branch(entry.label, label) else None
    if label.bracketed != entry.label.bracketed and not near:
        return None
    for style, value in label.readings:
        if style is not entry.reading[0]:
            continue
        if value == entry.reading[1] + 1 or (near and value > entry.reading[1]):
            return style, value
        if near and style is Style.DECIMAL and value == 1 and label.text == entry.label.text:
            return style, entry.reading[1] + 1
    return None


def _is_same_branch(one: Label, other: Label) -> bool:
    if one.depth != other.depth or one.keyword != other.keyword:
        return False
    return one.depth == 1 or one.text.rsplit(".", 1)[0] == other.text.rsplit(".", 1)[0]


def _is_under(label: Label, above: Entry) -> bool:
    """True for 4.2.1 under 4.2, and for any deeper number under an item that leads into a list."""
    if above.label.is_bullet or label.depth <= above.label.depth:
        return False
    return above.lead is not None or label.text.startswith(above.label.text + ".")
