"""Passages cut where they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.reports.html.passages import Passage, Segment, cut_segments, segment_at

PASSAGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(1, 4)).map(
        lambda t: Passage(t[0], t[0] + t[1], t[2])
    ),
    max_size=8,
)


@given(PASSAGES)
def test_each_character_knows_the_findings_that_rest_on_it(passages: list[Passage]) -> None:
    segments = cut_segments(passages)
    for offset in range(45):
        numbers = tuple(sorted({each.number for each in passages if each.start <= offset < each.end}))
        found = segment_at(segments, offset)
        assert (found.numbers if found else ()) == numbers


def test_neighbours_are_not_joined() -> None:
    assert cut_segments([Passage(0, 2, 1), Passage(2, 4, 2)]) == [Segment(0, 2, (1,)), Segment(2, 4, (2,))]
