"""Units: the sentences and list items of a passage, each with the stems that it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clause_auditor.domain.provision import Place, ProvisionKind
from clause_auditor.text.blocks import BlockKind
from clause_auditor.text.definitions import is_definition
from clause_auditor.text.inline import split_inline
from clause_auditor.text.liststack import MAX_LEVELS
from clause_auditor.text.outline import Passage
from clause_auditor.text.runin import has_verb
from clause_auditor.text.sentences import Bounds, split_sentences
from clause_auditor.text.tables import read_cells

_LONG_ROW = 400
_MAX_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision to be: its own span, its stems (outermost first) and how it is cited."""

    kind: ProvisionKind
    span: Bounds
    stems: tuple[Bounds, ...]
    clause: str
    place: Place


def read_units(masked: str, passage: Passage, heads_column: Callable[[str], bool] = lambda _: False) -> Iterator[Unit]:
    """Yield the units of a passage in reading order.

    `heads_column` says whether the head of a column names the one whose duties stand below.
    """
    block = passage.block
    if block.kind is BlockKind.HEADING:
        yield Unit(ProvisionKind.HEADING, (block.start, block.end), (), passage.clause, passage.place)
    elif block.kind is BlockKind.ROW:
        yield from _read_row(masked, passage, heads_column)
    else:
        for place, sentence in enumerate(split_sentences(masked, passage.start, block.end)):
            yield from _read_sentence(masked, passage, sentence, first=place == 0)


def _read_row(masked: str, passage: Passage, heads_column: Callable[[str], bool]) -> Iterator[Unit]:
    block = passage.block
    heads = read_cells(masked, *passage.stems[-1]) if passage.stems else ()
    if len(heads) == len(block.cells) > 1 and any(heads_column(masked[slice(*head)]) for head in heads):
        yield from _read_columns(masked, passage, heads, heads_column)
        return
    if block.end - block.start <= _LONG_ROW or len(block.cells) < 2:
        yield Unit(ProvisionKind.ROW, (block.start, block.end), passage.stems, passage.clause, passage.place)
        return
    stems = (*passage.stems, block.cells[0])[-MAX_LEVELS:]
    yield Unit(ProvisionKind.ROW, block.cells[0], passage.stems, passage.clause, passage.place)
    for cell in block.cells[1:]:
        for sentence in split_sentences(masked, *cell):
            yield Unit(ProvisionKind.ROW, sentence, stems, passage.clause, passage.place)


def _read_columns(
    masked: str, passage: Passage, heads: tuple[Bounds, ...], heads_column: Callable[[str], bool]
) -> Iterator[Unit]:
    """The cells one by one, those of a party's column under its head as their stem."""
    for head, cell in zip(heads, passage.block.cells, strict=True):
        stems = (head,) if heads_column(masked[slice(*head)]) else ()
        for sentence in split_sentences(masked, *cell):
            yield Unit(ProvisionKind.ROW, sentence, stems, passage.clause, passage.place)


def _read_sentence(masked: str, passage: Passage, sentence: Bounds, *, first: bool) -> Iterator[Unit]:
    hangs = first or not has_verb(masked[slice(*sentence)])
    stems = passage.stems if hangs else ()
    listed = passage.block.kind is BlockKind.ITEM or bool(passage.stems)
    kind = ProvisionKind.ITEM if listed else ProvisionKind.SENTENCE
    place = passage.place
    if place is Place.BODY and is_definition(masked, *sentence):
        place = Place.DEFINITIONS
    yield from _read_items(masked, Unit(kind, sentence, stems, passage.clause, place), 0)


def _read_items(masked: str, unit: Unit, depth: int) -> Iterator[Unit]:
    stem, items = split_inline(masked, *unit.span) if depth < _MAX_DEPTH else (None, [])
    if not items:
        yield unit
        return
    if stem is not None:
        yield Unit(unit.kind, stem, unit.stems, unit.clause, unit.place)
    stems = (*unit.stems, stem)[-MAX_LEVELS:] if stem is not None else unit.stems
    for name, span in items:
        clause = f"{unit.clause}({name})" if unit.clause[-1:].isdigit() or unit.clause.endswith(")") else unit.clause
        yield from _read_items(masked, Unit(ProvisionKind.ITEM, span, stems, clause, unit.place), depth + 1)
