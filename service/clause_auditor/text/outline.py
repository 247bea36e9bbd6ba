"""The outline: under which headings and stems each block stands, and how a lawyer cites it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clause_auditor.domain.provision import Place
from clause_auditor.text.blocks import Block, BlockKind, leads_list
from clause_auditor.text.headings import is_stem_like, is_title_like
from clause_auditor.text.numbering import Label, Style
from clause_auditor.text.places import PlaceFinder, closes_recitals, opens_recitals
from clause_auditor.text.runin import RunIn, has_verb, read_run_in
from clause_auditor.text.sentences import Bounds, split_sentences

MAX_LEVELS = 4
_TITLE_LENGTH = 200
_FRAGMENT = 90
_OPEN_VERB = re.compile(
    r"\b(?:shall|will|must|may|agrees? to|not|undertakes? to|to)\s*:?\s*[-\u2013\u2014]?$", re.IGNORECASE
)
_OWN_SUBJECT = re.compile(
    r"(?:The|Each|Either|Both|Neither|Customer|Controller|Processor|Provider|Client|Vendor|Supplier|This|These|Such)\b"
    r"(?: [\w'\u2019-]{1,30}){0,4}? (?:shall|will|must|may|agrees?|acknowledges?|warrants?|undertakes?)\b"
)
_MAX_HEADINGS = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its context."""

    block: Block
    start: int
    """Where its own words begin: after a run-in heading."""
    place: Place
    clause: str
    section: int
    paragraph: int
    headings: tuple[str, ...]
    stems: tuple[Bounds, ...] = ()


@dataclass(slots=True)
class _Heading:
    level: int
    title: str
    number: str
    section: int
    place: Place
    annex: str = ""
    stem: Bounds | None = None
    """A stem under which the headings below stand: "The Processor agrees to:"."""


@dataclass(slots=True)
class _Entry:
    """The current item of an open list."""

    label: Label
    reading: tuple[Style, int]
    indent: int
    number: str
    paragraph: int
    stems: tuple[Bounds, ...] = ()
    lead: Bounds | None = None
    small: bool = False
    """True if its words begin with a small letter."""
    inner: bool = False
    """True for a bullet in small letters that stands at the indent of the bullet above it."""
    title: str = ""
    """Its run-in heading, under which the items below it stand."""


@dataclass(slots=True)
class _Counter:
    section: int = 0
    paragraph: int = 0


@dataclass(slots=True)
class Outline:
    """Walks the blocks of a document in reading order; `counter` runs on over the documents of a contract."""

    source: str
    masked: str
    counter: _Counter = field(default_factory=_Counter)
    places: PlaceFinder = field(default_factory=PlaceFinder)
    _headings: list[_Heading] = field(default_factory=list)
    _lists: list[_Entry] = field(default_factory=list)
    _pending: Bounds | None = None
    _pending_stems: tuple[Bounds, ...] = ()
    _table: Bounds | None = None
    _recital: bool = False
    _title: Bounds | None = None
    """The heading, where the block before was one."""

    def begin_document(self) -> None:
        """Open the section before the first heading."""
        self.counter.section += 1
        self.counter.paragraph += 1

    def place(self, block: Block) -> Passage:
        """Return the passage of the next block."""
        if block.kind is not BlockKind.ROW:
            self._table = None
        passage = self._place_kind(block)
        self._title = (block.start, block.end) if block.kind is BlockKind.HEADING else None
        return passage

    def _place_kind(self, block: Block) -> Passage:
        if block.kind is BlockKind.HEADING:
            return self._place_heading(block)
        if block.kind is BlockKind.ITEM and block.label is not None:
            return self._place_item(block, block.label)
        if block.kind is BlockKind.ROW:
            return self._place_row(block)
        return self._place_text(block)

    # headings

    def _place_heading(self, block: Block) -> Passage:
        title = " ".join(self.masked[block.start : block.end].split())[:_TITLE_LENGTH]
        self._leave_headings(block)
        above = self._headings[-1] if self._headings else None
        stem = self._pending if self._pending and above and above.level < block.level else None
        if stem is not None and above is not None:
            above.stem = stem
        annex = block.annex or (above.annex if above else "")
        number = block.number or self._heading_number(block, above)
        self.counter.section += 1
        self.counter.paragraph += 1
        place = self.places.at_heading(title, block, above.place if above else Place.BODY)
        annex = annex if place is Place.ANNEX else ""
        heading = _Heading(block.level, title, number, self.counter.section, place, annex)
        titles = self._titles()
        if len(self._headings) < _MAX_HEADINGS:
            self._headings.append(heading)
        else:
            self._headings[-1] = heading
        self._lists.clear()
        self._pending, self._pending_stems = None, ()
        if is_stem_like(title):
            self._pending = (block.start, block.end)
        return self._passage(block, titles)

    def _leave_headings(self, block: Block) -> None:
        while self._headings and self._headings[-1].level >= block.level:
            self._headings.pop()

    def _heading_number(self, block: Block, above: _Heading | None) -> str:
        label = block.label
        if label is None:
            return ""
        inherited = above.number if above and not block.annex else ""
        if label.is_whole or not inherited or not inherited[-1].isalnum() or label.depth > 1:
            return label.text
        if label.readings[0][0] is Style.DECIMAL:
            return (
                f"{inherited}.{label.text}"
                if inherited[0].isdigit() and above and above.level < block.level
                else label.text
            )
        return f"{inherited}({label.text})"

    def _titles(self) -> tuple[str, ...]:
        return tuple(heading.title for heading in self._headings)

    # items

    def _place_item(self, block: Block, label: Label) -> Passage:
        entry = self._enter(block, label)
        run_in = self._run_in(block, labelled=True)
        start = self._own_start(block, run_in, bool(entry.stems))
        entry.lead = self._lead(block, start)
        self._pending = None
        stems = entry.stems if self._fits(entry.stems, start, block.end) else ()
        entry.title = run_in.title if run_in else self._bare_title(block)
        return self._passage(block, self._item_titles(), start, entry.paragraph, stems)

    def _bare_title(self, block: Block) -> str:
        words = self.masked[block.start : block.end] if block.end - block.start < 100 else ""
        return words.rstrip(" .:") if words and not has_verb(words) and is_title_like(words, 8) else ""

    def _item_titles(self) -> tuple[str, ...]:
        inner = tuple(entry.title for entry in self._lists if entry.title)
        return (*self._titles(), *inner)[-_MAX_HEADINGS - 4 :]

    def _fits(self, stems: tuple[Bounds, ...], start: int, end: int) -> bool:
        """False for a full sentence under a stem that asks for a verb: "Processor shall: (a) The parties agree"."""
        if not stems or _OPEN_VERB.search(self.masked, max(stems[-1][0], stems[-1][1] - 24), stems[-1][1]) is None:
            return True
        return _OWN_SUBJECT.match(self.masked, start, end) is None

    def _own_start(self, block: Block, run_in: RunIn | None, stemmed: bool) -> int:
        if run_in is None:
            return block.start
        stop = self.masked.find(". ", run_in.body, block.end)
        body = self.masked[run_in.body : block.end if stop < 0 else stop]
        if body[:1].islower() and not stemmed:
            return block.start
        whole = stemmed or has_verb(body) or len(body) > _FRAGMENT
        return run_in.body if whole else block.start

    def _run_in(self, block: Block, *, labelled: bool) -> RunIn | None:
        if self._place() is Place.DEFINITIONS:
            return None
        return read_run_in(self.source, self.masked, block.start, block.end, labelled=labelled)

    def _lead(self, block: Block, start: int) -> Bounds | None:
        if not leads_list(self.masked, block):
            return None
        sentences = split_sentences(self.masked, start, block.end)
        return sentences[-1] if sentences else None

    def _enter(self, block: Block, label: Label) -> _Entry:
        """Put the item on the stack of open lists: next of a list that is open, or first of a new one."""
        at, reading = self._find_sibling(block, label)
        if at is not None and label.is_bullet and self._opens_inner_list(at, block):
            at = None
        sibling = self._lists[at] if at is not None else None
        del self._lists[len(self._lists) if at is None else at :]
        if sibling is None:
            self._leave_lists(block, label)
        above = self._lists[-1] if self._lists else None
        stems = self._stems_for(sibling, above, label)
        entry = _Entry(label, reading, block.indent, self._item_number(label, reading, sibling, above), 0, stems)
        entry.small = self.masked[block.start].islower()
        entry.inner = label.is_bullet and self._is_inner(sibling, above, block)
        entry.paragraph = self._item_paragraph(sibling, above, label, stems)
        self._lists.append(entry)
        if len(self._lists) > 12:
            del self._lists[0]
        return entry

    def _is_inner(self, sibling: _Entry | None, above: _Entry | None, block: Block) -> bool:
        if sibling is not None:
            return sibling.inner
        return above is not None and above.label.is_bullet and abs(above.indent - block.indent) <= 1

    def _opens_inner_list(self, at: int, block: Block) -> bool:
        """True for a bullet in small letters after one at the same indent that ends with a colon."""
        above = self._lists[at]
        last = at == len(self._lists) - 1
        return last and above.lead is not None and not above.small and self.masked[block.start].islower()

    def _stems_for(self, sibling: _Entry | None, above: _Entry | None, label: Label) -> tuple[Bounds, ...]:
        if self._pending is not None:
            return (*self._pending_stems, self._pending)
        if sibling is not None:
            return sibling.stems
        if above is not None and above.lead is not None:
            return (*above.stems[1 - MAX_LEVELS :], above.lead)
        if above is None and self._headings and self._headings[-1].stem and not label.is_bullet:
            return (self._headings[-1].stem,)
        return ()

    def _item_paragraph(
        self, sibling: _Entry | None, above: _Entry | None, label: Label, stems: tuple[Bounds, ...]
    ) -> int:
        if self._pending is not None:
            return self.counter.paragraph
        if sibling is not None and (stems or label.is_bullet):
            return sibling.paragraph
        if above is not None and stems:
            return above.paragraph
        self.counter.paragraph += 1
        return self.counter.paragraph

    def _find_sibling(self, block: Block, label: Label) -> tuple[int | None, tuple[Style, int]]:
        for at in range(len(self._lists) - 1, -1, -1):
            entry = self._lists[at]
            reading = _next_reading(entry, label, block.indent)
            if reading is not None and not (entry.inner and self.masked[block.start].isupper()):
                return at, reading
        return None, label.readings[0]

    def _leave_lists(self, block: Block, label: Label) -> None:
        """Close the lists that the first item of a new list does not stand in."""
        if label.is_whole:
            while self._lists and not _is_under(label, self._lists[-1]):
                self._lists.pop()
            return
        while self._lists and self._lists[-1].indent > block.indent + 1 and self._lists[-1].lead is None:
            self._lists.pop()
        style = label.readings[0][0]
        for at, entry in enumerate(self._lists):
            if entry.lead is not None or entry.label.is_whole:
                continue
            if (
                entry.reading[0] is style
                and abs(entry.indent - block.indent) <= 1
                and entry.label.bracketed == label.bracketed
            ):
                del self._lists[at:]
                return

    def _item_number(
        self, label: Label, reading: tuple[Style, int], sibling: _Entry | None, above: _Entry | None
    ) -> str:
        base = above.number if above else self._number()
        if label.is_bullet:
            return base
        if label.is_whole:
            return label.text
        text = label.text
        if sibling and sibling.reading[0] is Style.DECIMAL and sibling.label.text == text and label.depth == 1:
            text = str(sibling.reading[1] + 1)
        if reading[0] is Style.DECIMAL and not label.bracketed:
            return (
                f"{base}.{text}" if base and base[-1].isdigit() else f"{base}({text})" if base.endswith(")") else text
            )
        return f"{base}({text})"

    # paragraphs and rows

    def _place_text(self, block: Block) -> Passage:
        lowered = self.masked[block.start].islower()
        stems = self._unmarked_stems(block, lowered)
        if stems is None:
            stems = self._continue_lists(block, lowered)
        if lowered and not stems and self._title is not None:
            stems = (self._title,)
        run_in = self._run_in(block, labelled=False)
        start = self._own_start(block, run_in, bool(stems))
        lead = self._lead(block, start)
        if lead is not None:
            self._pending, self._pending_stems = lead, stems[1 - MAX_LEVELS :]
        elif not stems:
            self._pending, self._pending_stems = None, ()
        titles = (*self._titles(), run_in.title) if run_in else self._titles()
        return self._passage(block, titles, start, 0, stems)

    def _unmarked_stems(self, block: Block, lowered: bool) -> tuple[Bounds, ...] | None:
        """Stems of an item without a mark: a fragment after a paragraph that ends with a colon."""
        fragment = lowered or not _is_statement(self.masked[block.start : block.end])
        if not lowered and leads_list(self.masked, block):
            return None
        if self._pending is not None and fragment:
            return (*self._pending_stems, self._pending)
        top = self._lists[-1] if self._lists else None
        if top is not None and top.lead is not None and fragment:
            return (*top.stems[1 - MAX_LEVELS :], top.lead)
        inherited = self._headings[-2].stem if len(self._headings) > 1 else None
        if inherited is not None and fragment and not self._lists:
            return (inherited,)
        return None

    def _continue_lists(self, block: Block, lowered: bool) -> tuple[Bounds, ...]:
        while (
            self._lists and self._lists[-1].label.is_bullet and block.indent <= self._lists[-1].indent and not lowered
        ):
            self._lists.pop()
        if lowered and self._lists:
            return self._lists[-1].stems
        self.counter.paragraph += 1
        return ()

    def _place_row(self, block: Block) -> Passage:
        if block.header or self._table is None:
            self.counter.paragraph += 1
            self._table = (block.start, block.end)
            return self._passage(block, self._titles())
        titles = self._titles()
        if len(block.cells) == 2:
            titles = (*titles, " ".join(self.masked[slice(*block.cells[0])].split())[:_TITLE_LENGTH])
        return self._passage(block, titles, -1, 0, (self._table,))

    # context

    def _passage(
        self, block: Block, titles: tuple[str, ...], start: int = -1, paragraph: int = 0, stems: tuple[Bounds, ...] = ()
    ) -> Passage:
        section = self._headings[-1].section if self._headings else self.counter.section
        indent = block.indent if block.kind is BlockKind.TEXT and not stems else None
        return Passage(
            block,
            block.start if start < 0 else start,
            self._place_of(block),
            self._clause(indent),
            section,
            paragraph or self.counter.paragraph,
            titles,
            stems[-MAX_LEVELS:],
        )

    def _place_of(self, block: Block) -> Place:
        place = self._place()
        if block.kind is BlockKind.HEADING:
            self._recital = False
        elif place is Place.BODY:
            return self._recital_or_body(self.masked[block.start : block.start + 400])
        return place

    def _recital_or_body(self, words: str) -> Place:
        if opens_recitals(words):
            self._recital = True
        elif self._recital and closes_recitals(words):
            self._recital = False
        return Place.RECITAL if self._recital else Place.BODY

    def _place(self) -> Place:
        return self._headings[-1].place if self._headings else self.places.opening

    def _number(self) -> str:
        return next((heading.number for heading in reversed(self._headings) if heading.number), "")

    def _clause(self, indent: int | None = None) -> str:
        """The clause of an item just entered, or, given its indent, of a paragraph between or after items."""
        entries = [entry for entry in self._lists if entry.number and (indent is None or _holds(entry, indent))]
        number = entries[-1].number if entries else self._number()
        annex = self._headings[-1].annex if self._headings else ""
        if annex:
            return f"{annex}, {number}" if number else annex
        if number:
            return number
        return self._headings[-1].title if self._headings else ""


def _holds(entry: _Entry, indent: int) -> bool:
    """True if a paragraph of that indent belongs to the item: indented under it, or after a numbered clause."""
    return indent > entry.indent + 1 or (entry.reading[0] is Style.DECIMAL and not entry.label.bracketed)


def _next_reading(entry: _Entry, label: Label, indent: int) -> tuple[Style, int] | None:
    """How the label counts on from the entry, or None if it does not."""
    near = abs(entry.indent - indent) <= 1
    if label.is_bullet or entry.label.is_bullet:
        return label.readings[0] if label.is_bullet and entry.label.is_bullet and near else None
    if label.is_whole or entry.label.is_whole:
        return label.readings[0] if _same_branch(entry.label, label) else None
    if label.bracketed != entry.label.bracketed and not near:
        return None
    for style, value in label.readings:
        if style is entry.reading[0] and (value == entry.reading[1] + 1 or (near and value > entry.reading[1])):
            return style, value
        if (
            style is entry.reading[0]
            and near
            and style is Style.DECIMAL
            and value == 1
            and label.text == entry.label.text
        ):
            return style, entry.reading[1] + 1
    return None


def _same_branch(one: Label, other: Label) -> bool:
    if one.depth != other.depth or one.keyword != other.keyword:
        return False
    return one.text.rsplit(".", 1)[0] == other.text.rsplit(".", 1)[0] if one.depth > 1 else True


def _is_under(label: Label, above: _Entry) -> bool:
    """True for 4.2.1 under 4.2, and for any deeper number under an item that leads into a list."""
    if above.label.is_bullet or label.depth <= above.label.depth:
        return False
    return above.lead is not None or label.text.startswith(above.label.text + ".")


def _is_statement(words: str) -> bool:
    """True if a paragraph is a full sentence of its own: a subject with a modal verb near its beginning."""
    head = words[:160].split()[:14]
    ends = words.rstrip().lower().endswith((";", "; and", "; or", ","))
    modals = ("shall", "will", "must", "may", "agrees", "is", "are", "acknowledges", "has")
    return not ends and any(word.strip(",.:;").lower() in modals for word in head)
