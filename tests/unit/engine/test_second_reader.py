"""The second reader points to passages by their words; it decides nothing."""

from __future__ import annotations

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.rule import WordWeights
from clause_auditor.engine.second_reader import SecondReader, features
from clause_auditor.text import split_contract

TEXT = """# Leaving us

The goodbye clause: we scrub every copy of your files.

# Money

You pay us monthly."""


def reader() -> SecondReader:
    return SecondReader(split_contract(Contract(documents=(Document("main", TEXT),))).provisions)


def test_the_provision_with_the_heaviest_words_is_best() -> None:
    found = reader().best(WordWeights(-100, {"scrub": 150, "cop": 80, "copy": 80, "pay": 90}))
    assert found is not None
    provision = split_contract(Contract(documents=(Document("main", TEXT),))).provisions[found[1]]
    assert found[0] == 130 and "scrub" in provision.words


def test_words_of_the_nearest_headings_are_features_of_their_own() -> None:
    best = reader().best(WordWeights(0, {"#money": 10}))
    assert best is not None and best[0] == 10
    assert reader().best(WordWeights(0, {"money": 10})) is None


def test_headings_alone_speak_of_nothing() -> None:
    assert reader().best(WordWeights(0, {"leav": 10})) is None


def test_features_are_stems_without_common_words_and_figures() -> None:
    provision = split_contract(Contract(documents=(Document("main", "The vendor notifies within 72 hours."),)))
    found = features(provision.provisions[0])
    assert {"vendor", "notif", "within", "hour"} <= found and "72" not in found and "the" not in found
