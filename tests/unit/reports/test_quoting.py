"""Passages made fit to read: markup gone, words kept, nothing harmful left."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.reports.quoting import clean_quote, harmless, shorten


@pytest.mark.parametrize(
    ("quote", "clean"),
    [
        ("The **Vendor** shall __not__ *sell* it.", "The Vendor shall not sell it."),
        ("### 4.2 Security", "4.2 Security"),
        ("> quoted\n> twice", "quoted twice"),
        ("- one\n- two", "one two"),
        ("see [Annex 1](https://a.example/b) and ![x](y.png)", "see Annex 1 and x"),
        ("| Duration | Three years |", "Duration | Three years"),
        ("one<br/>two &amp; three<!-- hidden -->", "one two & three"),
        ("Art. 28\\(3\\)\\(a\\)", "Art. 28(3)(a)"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("well-known, 24-hour", "well-known, 24-hour"),
        ("a < b and b > c", "a < b and b > c"),
    ],
)
def test_markup_is_taken_off_and_words_are_kept(quote: str, clean: str) -> None:
    assert clean_quote(quote) == clean


def test_long_passages_keep_beginning_and_end() -> None:
    text = " ".join(f"word{number}" for number in range(200))
    short = clean_quote(text, 120)
    assert short.startswith("word0 word1")
    assert short.endswith("word199")
    assert " […] " in short
    assert len(short) <= 130


def test_short_ones_are_left_alone() -> None:
    assert shorten("as it is", 8) == "as it is"


@settings(deadline=None)
@given(st.text(max_size=80))
def test_what_is_harmless_stays_so(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert not any(ord(char) < 32 and char != "\n" for char in once)


def test_scripts_that_need_joiners_keep_them() -> None:
    assert harmless("क्\u200dष") == "क्\u200dष"


@pytest.mark.parametrize("piece", ["[", "*a", "<a", "__", "| ", "<!--", "[a](", "\\", "-"])
def test_hostile_markup_takes_no_time(piece: str) -> None:
    start = time.perf_counter()
    clean_quote(piece * 20_000)
    assert time.perf_counter() - start < 2
