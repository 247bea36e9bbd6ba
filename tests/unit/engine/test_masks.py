"""Sets of provisions: made from numbers, and read back in order."""

from __future__ import annotations

import time

from clause_auditor.engine.masks import indexes, mask_of


def test_a_set_gives_back_its_numbers_in_order() -> None:
    assert list(indexes(mask_of([70, 3, 8, 3, 0, 255]))) == [0, 3, 8, 70, 255]


def test_a_set_is_the_integer_that_has_these_bits() -> None:
    assert mask_of([0, 9, 64]) == 1 | 1 << 9 | 1 << 64


def test_the_empty_set() -> None:
    assert mask_of([]) == 0
    assert list(indexes(0)) == []


def test_two_hundred_thousand_provisions_are_read_at_once() -> None:
    began = time.perf_counter()
    assert sum(1 for _ in indexes(mask_of(range(200_000)))) == 200_000
    assert time.perf_counter() - began < 2
