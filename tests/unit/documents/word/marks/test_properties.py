"""Whatever is edited: rejecting all gives the text that was there, accepting all gives the text as edited."""

from __future__ import annotations

import functools
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.documents.source_map import SourceMap
from clause_auditor.domain.remedy import Edit

from .contracts import SOURCES, WRITERS
from .marked import accepted, applied, ids, mark, original, source_map, words_of

CASES = [(writer, source) for writer in WRITERS for source in SOURCES]


@functools.cache
def load(case: tuple[str, str]) -> tuple[bytes, str, SourceMap]:
    """Write a file once; return it with its text and the map of that."""
    with tempfile.TemporaryDirectory() as folder:
        data = WRITERS[case[0]](Path(folder), SOURCES[case[1]])
    return data, accepted(data), source_map(data)


def edits_of(text: str, found: SourceMap, chance: random.Random) -> Iterator[Edit]:
    """Yield edits that do not meet, each from words of a block to words of a block."""
    at = 0
    while True:
        start = into_words(found, at + chance.randint(5, 400))
        end = into_words(found, start + chance.choice((0, 1, 3, 20, 60, 300)), start)
        if start <= at or end >= len(text):
            return
        at = end
        if not is_judged(text, found, start, end):
            continue
        if start == end and chance.random() < 0.5:
            place = found.blocks[found.block_at(start)].high
            if text[place : place + 2] == "\n\n":
                at = place + 1
                yield Edit("main", place, place, "\n\nThe parties agree otherwise.\n")
        else:
            yield Edit("main", start, end, chance.choice(("", "other words", " x ")))


def is_judged(text: str, found: SourceMap, start: int, end: int) -> bool:
    """Leave out what no program says the same of: the label of a note, a heading joined to what stands around it."""
    touched = found.blocks[found.block_at(start) : found.block_at(end) + 1]
    if any(text[block.low :].startswith("Footnote ") for block in touched):
        return False
    return len(touched) == 1 or not any(text[block.start] == "#" for block in touched)


def into_words(found: SourceMap, at: int, least: int = 0) -> int:
    """Return the nearest place in the words of a block: labels and marks cannot be edited."""
    block = found.blocks[found.block_at(at)]
    return max(least, min(max(at, block.low), block.high))


@pytest.mark.parametrize("case", CASES, ids="-".join)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 30))
def test_edits_are_there_where_accepted_and_gone_where_rejected(case: tuple[str, str], seed: int) -> None:
    data, text, found = load(case)
    edits = list(edits_of(text, found, random.Random(seed)))
    marked = mark(data, *edits)
    assert original(marked.data) == text
    refused = [missed.mark for missed in marked.not_placed]
    placed = [each for each in edits if each not in refused]
    assert "".join(words_of(accepted(marked.data))) == "".join(words_of(applied(text, placed)))
    assert len(ids(marked.data)) == len(set(ids(marked.data)))
    assert marked == mark(data, *edits)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_no_edit_within_a_paragraph_is_refused(case: tuple[str, str]) -> None:
    data, text, found = load(case)
    long = [each for each in found.stretches if any(map(str.isalpha, text[each.start : each.end]))]
    edits = [Edit("main", each.start, each.end, "Xyz") for each in long]
    assert len(edits) > 10
    assert not mark(data, *edits).not_placed
