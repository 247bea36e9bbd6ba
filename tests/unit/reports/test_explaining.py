"""Reasons as sentences."""

from __future__ import annotations

import pytest

from clause_auditor.domain.finding import Reason
from clause_auditor.reports.explaining import explain


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            Reason("in_time", "time limit", True, ("within 48 hours",), "8.1"),
            "Clause 8.1: in time (a time limit: “within 48 hours”).",
        ),
        (Reason("no_limit", "holds by absence", True), "no limit (nothing there speaks against it)."),
        (Reason("notice", "not found", False), "Looked for and not found: notice."),
        (Reason("cap", "holds, and should not", False), "Found, and it speaks against a better status: cap."),
        (
            Reason("cap", "not found", False, says="a limit on the notices"),
            "Looked for and not found: a limit on the notices.",
        ),
        (
            Reason("second_reader", "may say it in other words", False, ("We tell you.",), "3"),
            "Not found by the rule, but look at clause 3, which may say it in other words: “We tell you.”.",
        ),
        (
            Reason("record", "at_most", True, ("term = 3 years",)),
            "The record says: term = 3 years (tested with “is at most …”).",
        ),
    ],
)
def test_each_step_is_a_sentence(reason: Reason, words: str) -> None:
    assert explain([reason]) == [words]


def test_steps_of_one_facet_in_one_clause_are_one_sentence() -> None:
    steps = [
        Reason("told", "act: duty", True, ("we will tell",), "2", "a promise to tell"),
        Reason("told", "time limit", True, ("at once",), "2", "a promise to tell"),
    ]
    assert explain(steps) == ["Clause 2: a promise to tell (a duty: “we will tell”; a time limit: “at once”)."]


def test_a_way_is_named_once_with_all_its_words() -> None:
    steps = [
        Reason("told", "act: duty", True, ("we will tell", "a breach"), "2"),
        Reason("told", "act: duty", True, ("we will tell", "at once"), "2"),
    ]
    assert explain(steps) == ["Clause 2: told (a duty: “we will tell”, “a breach”, “at once”)."]


def test_facets_of_the_same_words_are_one_sentence() -> None:
    steps = [
        Reason("tells", "not found", False, says="notice of a change"),
        Reason("other", "not found", False, says="a reason for it"),
        Reason("noted", "not found", False, says="notice of a change"),
    ]
    assert explain(steps) == [
        "Looked for and not found: notice of a change.",
        "Looked for and not found: a reason for it.",
    ]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (("time limit", True), "notice of a change (a time limit)."),
        (("holds, and should not", False), "Found, and it speaks against a better status: notice of a change."),
    ],
)
def test_what_is_found_is_not_told_as_missing(found: tuple[str, bool], sentence: str) -> None:
    steps = [
        Reason("noted", "not found", False, says="notice of a change"),
        Reason("tells", *found, says="notice of a change"),
    ]
    assert explain(steps) == [sentence]


def test_what_a_duty_quotes_is_not_quoted_again_for_where_it_stands() -> None:
    steps = [
        Reason("told", "has", True, ("breach",), "2"),
        Reason("told", "near", True, ("tell", "at once"), "2"),
        Reason("told", "act: duty", True, ("we will tell", "a breach"), "2"),
    ]
    assert explain(steps) == [
        "Clause 2: told (a duty: “we will tell”, “a breach”; the words stand close together: “tell”, “at once”)."
    ]


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("If something goes wrong", "“If something goes wrong”"),
        ("Annex 2", "Annex 2"),
        ("B", "Clause B"),
        ("(iv)", "Clause (iv)"),
    ],
)
def test_a_clause_is_named_by_number_or_heading(clause: str, place: str) -> None:
    step = Reason("told", "act: duty", True, ("we will tell",), clause)
    assert explain([step]) == [f"{place}: told (a duty: “we will tell”)."]


def test_what_gives_a_status_and_bars_a_better_one_is_told_once() -> None:
    steps = [
        Reason("cap", "act: permission", True, ("may keep",), "4", "leave to keep copies"),
        Reason("cap", "holds, and should not", False, says="leave to keep copies"),
    ]
    assert explain(steps) == [
        "Clause 4: leave to keep copies (a permission: “may keep”). This speaks against a better status."
    ]


def test_words_within_other_words_are_not_quoted_beside_them() -> None:
    step = Reason("kept", "near", True, ("recording disclosures", "recording", "list"), "4")
    assert explain([step]) == ["Clause 4: kept (the words stand close together: “recording disclosures”, “list”)."]
