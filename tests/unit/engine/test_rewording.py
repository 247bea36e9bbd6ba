"""Words that differ between drafts, and numbering, spelling and layout, which do not count."""

from __future__ import annotations

import time

import pytest

from clause_auditor.domain.contract import Contract, Document
from clause_auditor.engine.rewording import DraftText, Wording, changed_stretches


def differing(old: str, new: str) -> tuple[list[str], list[str]]:
    deleted, inserted = changed_stretches(Wording(old), Wording(new))
    return [old[one.start : one.end] for one in deleted], [new[one.start : one.end] for one in inserted]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("shall notify, as clause 4.2 says, the Controller", "shall notify as Clause 7.1(b) says the  Controller"),
        ("as set out in clauses 4 and 5 or Annex II", "as set out in clauses 6 and 7 or Annex III"),
        ("section 3 of this agreement", "section 4 of this agreement"),
        ("shall:\n\n(a) delete; and\n(b) return", "shall:\n\n(c) delete; and\n(d) return"),
        ("agrees to:\n\n**2.1.**  Not disclose.", "agrees to:\n\n**5.1.**  Not disclose."),
        ("The **Processor**\nshall organise", "The Processor shall organize"),
    ],
)
def test_numbering_layout_and_spelling_are_no_difference(old: str, new: str) -> None:
    assert Wording(old).words == Wording(new).words
    assert differing(old, new) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "deleted", "inserted"),
    [
        ("within 48 hours of it", "within ten (10) business days of it", ["48 hours"], ["ten (10) business days"]),
        ("shall notify", "shall use reasonable efforts to notify", [], ["use reasonable efforts to"]),
        ("section 5 of the Act", "section 6 of the Act", ["5"], ["6"]),
        ("within five\n(5) days", "within five\n(6) days", ["5"], ["6"]),
        ("Article 28", "Article 32", ["28"], ["32"]),
        ("", "all of it", [], ["all of it"]),
    ],
)
def test_words_that_differ_are_found(old: str, new: str, deleted: list[str], inserted: list[str]) -> None:
    assert differing(old, new) == (deleted, inserted)


def test_long_passages_are_not_aligned_word_by_word() -> None:
    old = "same " + " ".join(f"a{n}" for n in range(3000)) + " end"
    new = "same " + " ".join(f"b{n}" for n in range(3000)) + " end"
    begun = time.monotonic()
    deleted, inserted = differing(old, new)
    assert (len(deleted), len(inserted)) == (1, 1)
    assert deleted[0].startswith("a0") and inserted[0].endswith("b2999")
    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("unit", [" ", "\n", "clause 1, ", "(a)\n", "annex ", "#", "*", "1."])
def test_no_text_is_slow(unit: str) -> None:
    begun = time.monotonic()
    Wording(unit * (200_000 // len(unit)))
    assert time.monotonic() - begun < 5


def test_a_draft_holds_words_that_follow_each_other_in_one_paper() -> None:
    draft = DraftText(Contract(documents=(Document("a", "1. It shall\n\nnotify us."), Document("b", "At once."))))
    assert draft.holds(Wording("shall notify us").words)
    assert not draft.holds(Wording("us at once").words)
    assert not draft.holds(Wording("hall notify").words)
