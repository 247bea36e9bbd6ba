"""Words put in and taken out so that the sentence still reads well."""

from __future__ import annotations

import pytest

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.engine.remedies.trials import make_edits
from clause_auditor.engine.remedies.words import cut, put
from clause_auditor.text import split_contract
from clause_auditor.text.timewords import spell
from clause_auditor.text.words import fold_words


def apply(text: str, phrase: str, instead: str | None) -> str:
    contract = Contract(documents=(Document("main", text),))
    provision = split_contract(contract).provisions[0]
    words = fold_words(phrase)
    first = next(i for i in range(len(provision.words)) if provision.words[i : i + len(words)] == words)
    last = first + len(words)
    edit = cut(provision, text, first, last) if instead is None else put(provision, text, first, last, instead)
    assert edit is not None
    return make_edits(contract, [edit]).documents[0].text


@pytest.mark.parametrize(
    ("text", "phrase", "after"),
    [
        ("Acme shall, where possible, tell Bolt.", "where possible", "Acme shall tell Bolt."),
        ("Acme shall tell Bolt, where possible.", "where possible", "Acme shall tell Bolt."),
        ("Where possible, Acme shall tell Bolt.", "where possible", "Acme shall tell Bolt."),
        ("Acme shall tell Bolt of a confirmed incident.", "confirmed", "Acme shall tell Bolt of an incident."),
        ("Acme shall tell Bolt of an actual loss.", "actual", "Acme shall tell Bolt of a loss."),
        ("Acme shall tell Bolt at its discretion.", "at its discretion", "Acme shall tell Bolt."),
    ],
)
def test_words_are_taken_out_with_what_sets_them_off(text: str, phrase: str, after: str) -> None:
    assert apply(text, phrase, None) == after


def test_words_put_in_keep_the_capital_of_those_they_replace() -> None:
    assert apply("May we tell Bolt of every loss?", "may", "shall").startswith("Shall we")


@pytest.mark.parametrize(
    ("number", "words"), [(3, "three"), (30, "thirty"), (72, "seventy-two"), (120, "one hundred twenty")]
)
def test_numbers_are_spelled(number: int, words: str) -> None:
    assert spell(number) == words
