from __future__ import annotations

from functools import partial

import pytest

from clause_auditor.evaluation.mutation_hedge import (
    Hedged,
    hedge_by_discretion,
    hedge_by_efforts,
    hedge_by_judgement,
)
from evaluation.mutating import changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The Processor shall tell the Controller.",
            "The Processor shall use commercially reasonable efforts to tell the Controller.",
        ),
        ("We will not sell it.", "We will use commercially reasonable efforts not to sell it."),
        ("We agree to delete it.", "We agree to use commercially reasonable efforts to delete it."),
        ("The data shall be deleted.", "The data shall, to the extent commercially reasonable, be deleted."),
        ("The Processor encrypts it.", "The Processor uses commercially reasonable efforts to encrypt it."),
        ("We encrypt it.", "We use commercially reasonable efforts to encrypt it."),
    ],
)
def test_efforts(before: str, after: str) -> None:
    assert changed(before, hedge_by_efforts) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The Processor shall tell the Controller.",
            "The Processor shall, where it considers it appropriate, tell the Controller.",
        ),
        ("We will tell you.", "We will, where we consider it appropriate, tell you."),
        ("All data is encrypted.", "All data is, where it considers it appropriate, encrypted."),
    ],
)
def test_judgement(before: str, after: str) -> None:
    assert changed(before, hedge_by_judgement) == after


def test_discretion_before_a_list_needs_one_comma_only() -> None:
    text = "The Processor shall:\n\n(a) keep records;\n\n(b) tell the Controller.\n"
    assert changed(text, hedge_by_discretion, "keep records").startswith("The Processor shall, at its sole discretion:")


def test_statements_are_left_where_duties_alone_count() -> None:
    text = "The Controller has the right to audit."
    for hedge in (hedge_by_efforts, hedge_by_judgement, hedge_by_discretion):
        assert changed(text, partial(hedge, whose=Hedged(duties_only=True))) == text
        assert changed(text, hedge) != text
