"""Clause marks: documents whose source tells its clauses keep those bounds; inside each the line grammar goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from clause_auditor.domain.contract import ClauseMark, Document
from clause_auditor.text.blockreader import read_blocks
from clause_auditor.text.blocks import Block, BlockKind
from clause_auditor.text.headings import read_annex
from clause_auditor.text.numbering import Label, Style
from clause_auditor.text.sentences import trim

_INNER_LEVELS = 20


def read_document(document: Document, masked: str) -> Iterator[Block]:
    """Yield the blocks of a document in reading order."""
    if not document.clauses:
        yield from read_blocks(document.text, masked, 0, len(masked))
        return
    place = 0
    marks = sorted(document.clauses, key=lambda one: (one.start, one.level))
    for number, mark in enumerate(marks):
        start = max(place, min(mark.start, len(masked)))
        yield from read_blocks(document.text, masked, place, start)
        body = max(start, min(mark.body, len(masked)))
        yield from _read_mark(mark, masked, start, body)
        place = max(body, min(mark.end, _next_start(marks, number, len(masked))))
        for block in read_blocks(document.text, masked, body, place):
            yield replace(block, level=block.level + _INNER_LEVELS, page=mark.page, language=mark.language)
    yield from read_blocks(document.text, masked, place, len(masked))


def _next_start(marks: list[ClauseMark], number: int, length: int) -> int:
    """Where the next clause begins, inside this one or after it, or the end of the text."""
    later = bisect_right(marks, marks[number].start, number, key=_start)
    return marks[later].start if later < len(marks) else length


def _start(mark: ClauseMark) -> int:
    return mark.start


def _read_mark(mark: ClauseMark, masked: str, start: int, body: int) -> Iterator[Block]:
    begin, end = trim(masked, start, body)
    if end <= begin:
        return
    label = _label(mark, end)
    found = masked.find(mark.heading, begin, end) if mark.heading else -1
    if found >= 0:
        begin, end = found, found + len(mark.heading)
    annex = read_annex(masked, begin, end)
    yield Block(
        BlockKind.HEADING,
        begin,
        end,
        label=label,
        level=mark.level,
        annex=annex,
        number=mark.number,
        page=mark.page,
        language=mark.language,
    )


def _label(mark: ClauseMark, end: int) -> Label | None:
    number = mark.number.strip(" .()")
    if not number:
        return None
    last = number.rsplit(".", 1)[-1]
    value = int(last) if last.isascii() and last.isdigit() else 0
    return Label(((Style.DECIMAL, value),), number, end, number.count(".") + 1, keyword="clause")
