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
