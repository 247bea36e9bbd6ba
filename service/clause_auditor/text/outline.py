"""The outline: under which headings and stems each block stands, and how a lawyer cites it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clause_auditor.domain.provision import Place
from clause_auditor.text.blocks import Block, BlockKind, leads_list
from clause_auditor.text.headings import is_stem_like, is_title_like
from clause_auditor.text.headingstack import MAX_HEADINGS, Heading, HeadingStack
from clause_auditor.text.liststack import MAX_LEVELS, ListStack, Stems, Surroundings
from clause_auditor.text.numbering import Label
from clause_auditor.text.places import PlaceFinder
from clause_auditor.text.runin import RunIn, has_verb, is_statement, read_run_in
from clause_auditor.text.sentences import Bounds, split_sentences

_TITLE_LENGTH = 200
_FRAGMENT = 90
_COLUMNS = 2
_OPEN_VERB = re.compile(
    r"\b(?:shall|will|must|may|agrees? to|not|undertakes? to|to)\s*:?\s*[-\u2013\u2014]?$", re.IGNORECASE
)
_OWN_SUBJECT = re.compile(
    r"(?:The|Each|Either|Both|Neither|Customer|Controller|Processor|Provider|Client|Vendor|Supplier|This|These|Such)\b"
    r"(?: [\w'\u2019-]{1,30}){0,4}? (?:shall|will|must|may|agrees?|acknowledges?|warrants?|undertakes?)\b"
)


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
    stems: Stems = ()


@dataclass(slots=True)
class Counter:
    """Ids of sections and paragraphs; they run on over the documents of a contract."""

    section: int = 0
    paragraph: int = 0


@dataclass(slots=True)
class Outline:
    """Walks the blocks of a document in reading order."""

    source: str
    masked: str
    counter: Counter = field(default_factory=Counter)
    _places: PlaceFinder = field(default_factory=PlaceFinder)
    _headings: HeadingStack = field(default_factory=HeadingStack)
    _lists: ListStack = field(default_factory=ListStack)
    _pending: Stems = ()
    """The stems that a paragraph just read gives to the list after it."""
    _table: Bounds | None = None
    """The head row of the table that is open."""
    _title: Bounds | None = None
    """The heading, where the block before was one."""

    def __post_init__(self) -> None:
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

    def _place_heading(self, block: Block) -> Passage:
        title = self._title_of(block.start, block.end)
        self._headings.leave(block.level)
        above = self._headings.top
        if above is not None and self._pending:
            above.stem = self._pending[-1]
        self.counter.section += 1
        self.counter.paragraph += 1
        place = self._places.at_heading(title, block, above.place if above else Place.BODY)
        annex = (block.annex or (above.annex if above else "")) if place is Place.ANNEX else ""
        number = self._headings.number_for(block)
        titles = self._headings.titles
        self._headings.push(Heading(block.level, title, number, self.counter.section, place, annex))
        self._lists.entries.clear()
        self._pending = ((block.start, block.end),) if is_stem_like(title) else ()
        return self._passage(block, titles)

    def _place_item(self, block: Block, label: Label) -> Passage:
        entry = self._lists.enter(block, label, self._is_small(block), self._surroundings())
        run_in = self._run_in(block, labelled=True)
        start = self._own_start(block, run_in, bool(entry.stems))
        entry.lead = self._lead(block, start)
        entry.title = run_in.title if run_in else self._bare_title(block)
        if not entry.paragraph:
            self.counter.paragraph += 1
            entry.paragraph = self.counter.paragraph
        self._pending = ()
        stems = entry.stems if self._fits(entry.stems, start, block.end) else ()
        titles = (*self._headings.titles, *self._lists.titles)[-MAX_HEADINGS - MAX_LEVELS :]
        return self._passage(block, titles, start, entry.paragraph, stems)

    def _surroundings(self) -> Surroundings:
        above = self._headings.top
        inherited = above.stem if above else None
        return Surroundings(self._headings.number, self._pending, inherited, self.counter.paragraph)

    def _place_text(self, block: Block) -> Passage:
        stems = self._stems_of_text(block)
        run_in = self._run_in(block, labelled=False)
        start = self._own_start(block, run_in, bool(stems))
        lead = self._lead(block, start)
        if lead is not None:
            self._pending = (*stems[1 - MAX_LEVELS :], lead)
        elif not stems:
            self._pending = ()
        titles = (*self._headings.titles, run_in.title) if run_in else self._headings.titles
        return self._passage(block, titles, start, 0, stems)

    def _stems_of_text(self, block: Block) -> Stems:
        small = self._is_small(block)
        stems = self._unmarked_stems(block, small)
        if stems:
            return stems
        if not small:
            self._lists.leave_bullets(block.indent)
        elif self._lists.top is not None:
            return self._lists.top.stems
        self.counter.paragraph += 1
        return (self._title,) if small and self._title is not None else ()

    def _unmarked_stems(self, block: Block, small: bool) -> Stems:
        """Stems of an item without a mark: a fragment after a paragraph that ends with a colon."""
        if not small and (leads_list(self.masked, block) or is_statement(self.masked[block.start : block.end])):
            return ()
        if self._pending:
            return self._pending
        top = self._lists.top
        if top is not None and top.lead is not None:
            return top.inner_stems
        inherited = self._headings.outer_stem
        return (inherited,) if inherited is not None and top is None else ()

    def _place_row(self, block: Block) -> Passage:
        titles = self._headings.titles
        if block.header or self._table is None:
            self.counter.paragraph += 1
            self._table = (block.start, block.end)
            return self._passage(block, titles)
        if len(block.cells) == 2:
            titles = (*titles, self._title_of(*block.cells[0]))
        elif len(block.cells) > _COLUMNS and self.masked[slice(*block.cells[0])].rstrip(".").isdigit():
            titles = (*titles, self._title_of(*block.cells[1]))
        return self._passage(block, titles, -1, 0, (self._table,))

    def _title_of(self, start: int, end: int) -> str:
        return " ".join(self.masked[start : min(end, start + 4 * _TITLE_LENGTH)].split())[:_TITLE_LENGTH]

    def _is_small(self, block: Block) -> bool:
        return self.masked[block.start].islower()

    def _bare_title(self, block: Block) -> str:
        words = self.masked[block.start : block.end] if block.end - block.start < _FRAGMENT else ""
        return words.rstrip(" .:") if words and not has_verb(words) and is_title_like(words, 8) else ""

    def _fits(self, stems: Stems, start: int, end: int) -> bool:
        """False for a full sentence under a stem that asks for a verb: "Processor shall: (a) The parties agree"."""
        if not stems or _OPEN_VERB.search(self.masked, max(stems[-1][0], stems[-1][1] - 24), stems[-1][1]) is None:
            return True
        return _OWN_SUBJECT.match(self.masked, start, end) is None

    def _run_in(self, block: Block, *, labelled: bool) -> RunIn | None:
        top = self._headings.top
        if top is not None and top.place is Place.DEFINITIONS:
            return None
        return read_run_in(self.source, self.masked, block.start, block.end, labelled=labelled)

    def _own_start(self, block: Block, run_in: RunIn | None, stemmed: bool) -> int:
        """Where own words begin: a run-in title stays with words that are no statement without it."""
        if run_in is None:
            return block.start
        stop = self.masked.find(". ", run_in.body, block.end)
        body = self.masked[run_in.body : block.end if stop < 0 else stop]
        if body[:1].islower() and not stemmed:
            return block.start
        return run_in.body if stemmed or has_verb(body) or len(body) > _FRAGMENT else block.start

    def _lead(self, block: Block, start: int) -> Bounds | None:
        if not leads_list(self.masked, block):
            return None
        sentences = split_sentences(self.masked, start, block.end)
        return sentences[-1] if sentences else None

    def _passage(
        self, block: Block, titles: tuple[str, ...], start: int = -1, paragraph: int = 0, stems: Stems = ()
    ) -> Passage:
        top = self._headings.top
        loose = block.kind is BlockKind.TEXT and not stems
        number = self._lists.number(block.indent if loose else None) or self._headings.number
        return Passage(
            block,
            block.start if start < 0 else start,
            self._places.at_block(self.masked, block, top.place if top else Place.BODY),
            self._headings.cite(number),
            top.section if top else self.counter.section,
            paragraph or self.counter.paragraph,
            titles,
            stems[-MAX_LEVELS:],
        )
