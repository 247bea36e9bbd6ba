"""Reasons as sentences."""

from __future__ import annotations

import pytest

from clause_auditor.domain.finding import Reason
from clause_auditor.reports.explaining import sentence


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (
            Reason("in_time", "time limit", True, ("within 48 hours",), "8.1"),
            "in time: found in clause 8.1; there is a time limit: “within 48 hours”.",
        ),
        (Reason("no_limit", "holds by absence", True), "no limit: found; holds by absence."),
        (Reason("notice", "not found", False), "notice: looked for and not found."),
        (Reason("cap", "holds, and should not", False), "cap: holds, and should not."),
        (
            Reason("record", "at_most", True, ("term = 3 years",)),
            "record: term = 3 years (tested with “is at most …”).",
        ),
    ],
)
def test_each_step_is_a_sentence(reason: Reason, words: str) -> None:
    assert sentence(reason) == words
