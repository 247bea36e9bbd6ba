"""Contracts with very many defined terms take time in proportion to their length."""

from __future__ import annotations

import time

from clause_auditor.engine.terms import Terms

from .conftest import ReadText


def test_a_term_that_the_text_breaks_off_is_not_found() -> None:
    terms = Terms({("security", "event"): ("breach",), ("security", "event", "log"): ("data",)})
    assert terms.find(["a", "security", "event"]) == {"breach": [(1, 3)]}


def test_thousands_of_terms_with_one_first_word_are_found_at_once() -> None:
    terms = Terms({("event", f"no{number}"): ("breach",) for number in range(5_000)})
    began = time.perf_counter()
    assert len(terms.find(["event", "no7"] * 20_000)["breach"]) == 20_000
    assert time.perf_counter() - began < 5


def test_one_sentence_that_defines_hundreds_of_terms_is_read_once(read: ReadText) -> None:
    text = "The parties speak of " + " and ".join(f'a breach (the "Happening{n}")' for n in range(600)) + "."
    began = time.perf_counter()
    reading, _ = read(text + "\n\nThe Processor shall notify the Controller of Happening599.")
    assert reading.provisions[-1].index in reading.hits.of("breach")
    assert time.perf_counter() - began < 10
