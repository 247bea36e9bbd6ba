from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.text.languages import detect_language, sample_words
from clause_auditor.text.words import fold, fold_words, join_runs, read_tokens, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sub-processor", ["sub", "processor"]),
        ("The Controller\u2019s data", ["the", "controller", "'s", "data"]),
        ("both parties' staff", ["both", "parties", "'s", "staff"]),
        ("seventy-two (72) hours", ["seventy", "two", "72", "hours"]),
        ("Regulation (EU) 2016/679", ["regulation", "eu", "2016", "679"]),
        ("Section 4.2(b)", ["section", "4", "2", "b"]),
        ("and/or", ["and", "or"]),
        ("it doesn't", ["it", "does", "not"]),
        ("we can't and won\u2019t", ["we", "can", "not", "and", "will", "not"]),
        ("it cannot be", ["it", "can", "not", "be"]),
        ("we'll, you're, they've", ["we", "will", "you", "are", "they", "have"]),
        ("100% of \u00a7 5 & \u20ac3", ["100", "of", "5", "3"]),
        ("\u0394\u03b5\u03b4\u03bf\u03bc\u03ad\u03bd\u03b1", ["\u03b4\u03b5\u03b4\u03bf\u03bc\u03ad\u03bd\u03b1"]),
    ],
)
def test_text_becomes_folded_words(text: str, words: list[str]) -> None:
    assert [token[0] for token in tokenize(text)] == words


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("authorise", "authorize"),
        ("authorised", "authorized"),
        ("authorisation", "authorization"),
        ("organisational", "organizational"),
        ("anonymising", "anonymizing"),
        ("pseudonymisation", "pseudonymization"),
        ("unauthorised", "unauthorized"),
        ("behaviour", "behavior"),
        ("licence", "license"),
        ("fulfil", "fulfill"),
        ("programme", "program"),
        ("minimise", "minimize"),
    ],
)
def test_both_spellings_fold_to_one(british: str, american: str) -> None:
    assert fold(british) == fold(american) == american


@pytest.mark.parametrize(
    "word", ["exercise", "promise", "compromised", "otherwise", "advise", "supervised", "raised", "premises", "revise"]
)
def test_words_that_end_in_ise_by_nature_stay(word: str) -> None:
    assert fold(word) == word


def test_breaks_and_commas_stand_before_the_next_word() -> None:
    text = "notify it, delete data; and report: now"
    run = read_tokens(text, 0, len(text))
    assert {run.words[place] for place in run.breaks} == {"and", "now"}
    assert {run.words[place] for place in run.commas} == {"delete"}


def test_a_break_stands_where_a_stem_meets_its_item() -> None:
    text = "Vendor shall delete data"
    run = join_runs([read_tokens(text, 0, 12), read_tokens(text, 13, len(text))])
    assert run.words == ("vendor", "shall", "delete", "data")
    assert run.breaks == {2}


@given(st.text(max_size=300))
def test_every_token_is_the_fold_of_its_place(text: str) -> None:
    place = 0
    for word, start, end in tokenize(text):
        assert place <= start < end <= len(text)
        assert fold(text[start:end]) == word
        place = end


@given(st.text(alphabet="abc -'s.,;", max_size=60))
def test_folded_phrases_are_stable(text: str) -> None:
    assert fold_words(" ".join(fold_words(text)).replace("'s", "")) == tuple(w for w in fold_words(text) if w != "'s")


def test_a_short_contract_in_english_is_english() -> None:
    text = "Addendum between Zeta (Vendor), a service provider, and Northwind, a business. After a breach it may audit."
    assert detect_language(sample_words(text)) == "en"


def test_a_short_contract_in_another_language_is_not_english_for_a_word_that_both_know() -> None:
    german = "Der Anbieter meldet dem Kunden jede Verletzung, und er hilft ihm bei der Meldung an die Behörde."
    french = "Le prestataire notifie au client, sur son site, toute violation de données dans les délais."
    assert "en" not in {detect_language(sample_words(german)), detect_language(sample_words(french))}


def test_an_abbreviation_is_no_break() -> None:
    run = read_tokens("under the EU-U.S. Data Privacy Framework and Acme Inc. Holdings. The end", 0, 70)
    assert [run.words[place] for place in sorted(run.breaks)] == ["the"]
