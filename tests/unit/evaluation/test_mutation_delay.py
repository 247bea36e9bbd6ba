from __future__ import annotations

from functools import partial

import pytest

from clause_auditor.evaluation.mutation_delay import delay, late_days
from evaluation.mutating import changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It shall tell us within 72 hours.", "It shall tell us within 30 days."),
        ("It shall tell us within seventy-two (72) hours.", "It shall tell us within 30 days."),
        ("It shall promptly tell us.", "It shall within thirty (30) days tell us."),
        ("It shall tell us without undue delay.", "It shall tell us within thirty (30) days."),
        ("It shall tell us without culpable or undue delay.", "It shall tell us within thirty (30) days."),
        ("It shall give prompt notice.", "It shall give eventual notice."),
        (
            "It shall tell us without undue delay and within two business days.",
            "It shall tell us within thirty (30) days and within 30 days.",
        ),
    ],
)
def test_limits_become_longer(before: str, after: str) -> None:
    assert changed(before, delay) == after


@pytest.mark.parametrize(
    "text", ["It shall give 30 days' prior notice.", "It keeps the data for ninety days.", "It shall tell us."]
)
def test_what_limits_nothing_or_is_long_enough_is_left(text: str) -> None:
    assert changed(text, delay) == text


def test_the_new_limit_is_longer_than_the_rule_accepts() -> None:
    assert late_days(0) == late_days(4) == 30
    assert late_days(60) == 120
    text = "It shall tell us within 60 days, promptly if it can."
    after = changed(text, partial(delay, longest=60))
    assert after == "It shall tell us within 120 days, within one hundred twenty (120) days if it can."
