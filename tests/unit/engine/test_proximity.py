"""Words near each other, on spans of one provision."""

from __future__ import annotations

import random

import pytest

from clause_auditor.engine.proximity import find_near, find_nearest, find_ordered


def test_the_nearest_of_several_is_found_on_both_sides() -> None:
    assert find_nearest([(0, 1), (8, 9), (14, 15)], 10, 11, within=5) == (8, 9)


def test_of_two_equally_near_the_first_is_taken() -> None:
    assert find_nearest([(7, 8), (13, 14)], 10, 11, within=5) == (7, 8)


def test_what_stands_farther_than_allowed_is_not_near() -> None:
    assert find_nearest([(0, 1), (30, 31)], 10, 11, within=5) is None


def test_a_long_span_that_reaches_the_verb_is_near() -> None:
    assert find_nearest([(0, 10), (30, 31)], 11, 12, within=1) == (0, 10)


@pytest.mark.parametrize("seed", range(20))
def test_the_nearest_is_that_of_a_search_through_all(seed: int) -> None:
    chance = random.Random(seed)
    spans = sorted({(s, s + chance.randint(1, 9)) for s in chance.choices(range(200), k=40)})
    at = chance.randint(0, 200)
    distance, *span = min((max(s - at - 1, at - e, 0), s, e) for s, e in spans)
    assert find_nearest(spans, at, at + 1, within=6) == (tuple(span) if distance <= 6 else None)


def test_a_break_between_two_words_keeps_them_apart() -> None:
    groups = [[(0, 1)], [(3, 4)]]
    assert find_near(groups, 10, {2}) is None
    assert find_near(groups, 10, {0, 4}) == [(0, 1), (3, 4)]


def test_an_order_asks_for_the_next_within_reach() -> None:
    assert find_ordered([[(0, 1), (10, 11)], [(12, 13), (30, 31)]], 3) == [(10, 11), (12, 13)]
    assert find_ordered([[(5, 6)], [(0, 1)]], 10) is None
