"""Names that come after their meaning: each once, also where a sentence names very many."""

from __future__ import annotations

import time

from clause_auditor.text.naming import find_named


def named(text: str) -> list[list[str]]:
    return [one.terms for one in find_named(text, 0, len(text))]


def test_a_parenthesis_names_what_stands_before_it() -> None:
    text = 'any loss of personal data (the "Mishap")'
    (one,) = find_named(text, 0, len(text))
    assert one.terms == ["Mishap"]
    assert text[one.start : one.end].strip() == "any loss of personal data"


def test_no_name_is_found_where_nothing_is_quoted() -> None:
    assert named("any loss of personal data (the Mishap), hereinafter so called") == []


def test_a_sentence_that_names_thousands_is_read_in_linear_time() -> None:
    text = " and ".join(f'a loss (the "Mishap{number}")' for number in range(6_000))
    began = time.perf_counter()
    assert len(named(text)) == 6_000
    assert time.perf_counter() - began < 3
