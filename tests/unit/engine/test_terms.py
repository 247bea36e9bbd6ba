from __future__ import annotations

import pytest

from clause_auditor.domain.rule import Concept
from clause_auditor.engine.lexicon import Lexicon
from clause_auditor.engine.matching import Run, find_hits
from clause_auditor.engine.terms import Terms, find_meanings
from clause_auditor.text.words import fold_words

LEXICON = Lexicon(
    [
        Concept("personal_data", ("personal (data|information)",), definable=True),
        Concept("breach", ("(breach|leak|incident)", "(loss|theft) of <personal_data>"), definable=True),
        Concept("told_breach", ("(event|time) ..6 <personal_data> ..4 lost",), means=("breach", "security")),
        Concept("security", ("security breach",)),
    ]
)


def _meanings(term: str, text: str, *, named: bool = False) -> tuple[str, ...]:
    words = fold_words(text)
    place = (0, len(words) if named else -1)
    hits = find_hits(LEXICON, [Run(words)])
    near = {name: hits.of(name).get(0, []) for name in LEXICON.definable}
    return find_meanings(fold_words(term), words, place, near, LEXICON.definable)


@pytest.mark.parametrize(
    ("term", "text", "concepts"),
    [
        ("Records", "personal data of the guests", ("personal_data",)),
        ("Records", "such of the personal data as are held", ("personal_data",)),
        ("Records", "content that constitutes personal data", ("personal_data",)),
        ("Oops", "any time your personal data gets lost", ("breach", "security")),
        ("Oops", "a personal data breach in the sense of the law", ("breach",)),
        ("Helper", "any person who processes personal data", ()),
        ("Helper", "the staff and personal data officers", ()),
        ("Addendum", "this personal data processing addendum", ()),
        ("Processing", "personal data operations", ()),
        ("Processor", "personal data handler", ()),
        ("Rules", "the breach notification rules", ()),
    ],
)
def test_the_head_of_a_meaning_tells(term: str, text: str, concepts: tuple[str, ...]) -> None:
    assert _meanings(term, text) == concepts


@pytest.mark.parametrize(
    ("term", "text", "concepts"),
    [
        ("Guest Data", "the supplier keeps personal data", ("personal_data",)),
        ("Portal", "the supplier keeps personal data", ()),
        ("Oops", "the supplier tells us of any loss of personal data", ("breach",)),
        ("Oops", "the supplier tells us of any breach within one day by telephone", ()),
    ],
)
def test_what_ends_before_a_name_tells(term: str, text: str, concepts: tuple[str, ...]) -> None:
    assert _meanings(term, text, named=True) == concepts


@pytest.mark.parametrize(
    ("term", "text"),
    [("helper", "the helpers"), ("helpers", "a helper"), ("party", "two parties")],
)
def test_plural_and_singular_are_one_term(term: str, text: str) -> None:
    found = Terms({(term,): ("x",)}).find(fold_words(text))
    assert [len(spans) for spans in found.values()] == [1]
