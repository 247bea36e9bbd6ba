"""The phrase notation: what it stands for, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.engine.phrases import Choice, Gap, Reference, Stem, Word, parse_phrase, references


def test_a_phrase_is_words_in_order() -> None:
    assert parse_phrase("without undue delay") == ((Word("without"), Word("undue"), Word("delay")),)


def test_words_are_folded_as_the_text_is() -> None:
    assert parse_phrase("Sub-processor organisation") == ((Word("sub"), Word("processor"), Word("organization")),)


def test_a_stem_folds_to_american_spelling() -> None:
    assert parse_phrase("authoris*") == ((Stem("authoriz"),),)


def test_a_choice_among_words_is_one_element() -> None:
    among = Choice(frozenset({Word("at"), Stem("in")}))
    assert parse_phrase("(at|in*) rest") == ((among, Word("rest")),)


def test_other_choices_and_options_are_written_out() -> None:
    found = parse_phrase("(at|all in|<c>) rest (always)?")
    heads = [(Word("at"),), (Word("all"), Word("in")), (Reference("c"),)]
    assert set(found) == {(*h, Word("rest"), *t) for h in heads for t in ((), (Word("always"),))}


def test_a_word_alone_may_be_optional() -> None:
    assert parse_phrase("data? breach*") == parse_phrase("(data)? breach*")


def test_gaps_that_follow_each_other_are_one() -> None:
    assert parse_phrase("a ..3 (as)? ..4 b")[-1] == parse_phrase("a ..7 b")[0]
    assert parse_phrase("a ..15 ..15 b") == parse_phrase("a ..20 b")


def test_gaps_and_references() -> None:
    (sequence,) = parse_phrase("give ..3 notice <breach>")
    assert sequence == (Word("give"), Gap(3), Word("notice"), Reference("breach"))
    assert references(parse_phrase("a (<b>|<c.d>)")) == {"b", "c.d"}


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("", "empty"),
        ("(a|) b|", "empty"),
        ("(a", "never closed"),
        ("a)", "no opening"),
        ("..3 a", "beginning or the end"),
        ("a ..3", "beginning or the end"),
        ("a ..40 b", "at most 20"),
        ("a*", "two letters"),
        ("a.*b", "no meaning"),
        ("[ab]", "no meaning"),
        ("(a b|c d|e f|g h|i j) " * 6, "more than"),
    ],
)
def test_a_bad_phrase_says_what_is_wrong(phrase: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_phrase(phrase)


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        parse_phrase(text)
    except ValueError as fault:
        assert str(fault)
