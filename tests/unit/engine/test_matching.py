"""One pass: concepts are found where they stand, and nowhere else."""

from __future__ import annotations

import time

import pytest

from clause_auditor.domain.rule import Concept
from clause_auditor.engine.lexicon import Lexicon

from .conftest import ReadText


def spans(read: ReadText, text: str, phrases: list[str], **more: list[str]) -> list[str]:
    reading, _ = read(text, {"x": phrases, **more})
    last = reading.provisions[-1]
    return [" ".join(last.words[s:e]) for s, e in reading.hits.of("x").get(last.index, ())]


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("The vendor notifies nobody.", ["notif*"], ["notifies"]),
        ("It shall give the other prompt notice.", ["give ..3 notice"], ["give the other prompt notice"]),
        ("It shall give all the others some very prompt notice.", ["give ..3 notice"], []),
        ("It shall give reports; notice comes later.", ["give ..3 notice"], []),
        ("Data at rest is safe.", ["(at|in) rest"], ["at rest"]),
        ("Organisational measures apply.", ["organizational measures"], ["organizational measures"]),
        ("The sub-processor acts.", ["sub processor"], ["sub processor"]),
        ("Nothing of the kind.", ["kinds"], []),
    ],
)
def test_phrases(read: ReadText, text: str, phrases: list[str], found: list[str]) -> None:
    assert spans(read, text, phrases) == found


def test_a_phrase_may_refer_to_a_concept(read: ReadText) -> None:
    assert spans(read, "We tell them of leaks at once.", ["tell ..2 <leak>"], leak=["of leaks", "leak*"]) != []


def test_a_phrase_may_refer_to_a_party_by_any_name(read: ReadText) -> None:
    assert spans(read, "The service goes on behalf of Bolt.", ["on behalf of <customer>"]) == ["on behalf of bolt"]


def test_a_defined_term_is_followed_to_what_it_means(read: ReadText) -> None:
    text = '"Mishap" means any breach of security.\n\nThe Processor shall notify the Controller of every Mishap.'
    reading, _ = read(text)
    assert reading.provisions[-1].index in reading.hits.of("breach")


def test_a_term_is_not_followed_to_what_its_meaning_only_mentions(read: ReadText) -> None:
    text = '"Helper" means a firm that looks into a breach.\n\nThe Processor pays every Helper.'
    reading, _ = read(text)
    assert reading.provisions[-1].index not in reading.hits.of("breach")


def test_circles_and_unknown_references_are_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        Lexicon([Concept("a", ("<b>",)), Concept("b", ("<a>",))])
    with pytest.raises(ValueError, match="unknown"):
        Lexicon([Concept("a", ("<nowhere>",))])


def test_hostile_repetition_stays_linear(read: ReadText) -> None:
    """Ten times the text may take at most forty times as long: a quadratic pass would take a hundred times."""
    phrases = {"x": ["give ..12 (give|notice) ..12 (give|notice) ..12 end"]}

    def seconds(words: int) -> float:
        reading_text = "give " * words
        begin = time.perf_counter()
        read(reading_text, phrases)
        return time.perf_counter() - begin

    seconds(200)
    assert seconds(4000) < 40 * max(seconds(400), 0.001)
