"""Passages: which words count, and when a quote leads to a label."""

from __future__ import annotations

import time

import pytest

from clause_auditor.evaluation.passages import Text, fold, reaches

CLAUSE = "one two three four five six seven eight nine ten eleven twelve"


def test_layout_marks_tags_and_targets_of_links_are_no_words() -> None:
    told = "**The Vendor**\n> shall <b class='x'>notify</b> [the Customer](https://x.example/a_b) within 72\u00a0hours_"
    assert fold(told) == tuple("the vendor shall notify the customer within 72 hours".split())


def test_a_text_is_searched_by_whole_words_and_not_across_documents() -> None:
    text = Text(["The cat sat.", "On the mat"])
    assert text.holds(("cat", "sat"))
    assert not text.holds(("ca",))
    assert not text.holds(("sat", "on"))


@pytest.mark.parametrize(
    ("quotes", "parts", "reached"),
    [
        ([CLAUSE], ["three four five six seven eight nine ten"], True),
        (["five six seven eight nine ten eleven twelve"], [CLAUSE], True),
        (["six seven eight nine ten eleven twelve"], [CLAUSE], False),  # seven words in common are one too few
        (["two three four"], ["three four"], True),  # a short part must stand there whole
        (["two three"], ["three four"], False),
        (["two three"], ["nine ten", "two"], True),  # one part is enough
        ([], ["two three"], False),
        (["two three"], [], False),
        (["two three"], ["--"], False),
        (["two THREE,\nfour"], ["two three four"], True),
        (["two three four", "invented words"], ["two three four"], False),  # every quote must be true
    ],
)
def test_reach(quotes: list[str], parts: list[str], reached: bool) -> None:
    assert reaches(quotes, parts, Text([CLAUSE])) is reached


@pytest.mark.parametrize(
    ("length", "label", "reached"), [(160, 1, True), (161, 1, False), (200, 50, True), (201, 50, False)]
)
def test_quotes_must_be_short_enough_to_read(length: int, label: int, reached: bool) -> None:
    words = [f"w{number}" for number in range(300)]
    assert reaches([" ".join(words[:length])], [" ".join(words[:label])], Text([" ".join(words)])) is reached


@pytest.mark.parametrize("piece", ["](", "<a ", "](a", "<b>](c)", "\u0130"])
def test_hostile_texts_cost_little(piece: str) -> None:
    start = time.process_time()
    fold(piece * 100_000)
    assert time.process_time() - start < 5
