"""Weak clauses mended by the smallest change."""

from __future__ import annotations

import pytest

from clause_auditor.domain.finding import Status
from clause_auditor.domain.remedy import RemedyKind
from engine.remedies.mending import BREACH, HEAD, mend


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "The Supplier shall notify the Client of a personal data breach within ten (10) business days.",
            "The Supplier shall notify the Client of a personal data breach within seventy-two (72) hours.",
        ),
        (
            "The Supplier shall notify the Client of a personal data breach within 5 days of learning of it.",
            "The Supplier shall notify the Client of a personal data breach within 72 hours of learning of it.",
        ),
        (
            "The Supplier shall notify the Client of a personal data breach within six working days.",
            "The Supplier shall notify the Client of a personal data breach within seventy-two hours.",
        ),
        (
            "The Supplier shall notify the Client of a personal data breach within a reasonable time.",
            "The Supplier shall notify the Client of a personal data breach without undue delay.",
        ),
        (
            "The Supplier shall notify the Client of a personal data breach.",
            "The Supplier shall without undue delay notify the Client of a personal data breach.",
        ),
        (
            "The Supplier shall use commercially reasonable efforts to notify the Client of a data breach promptly.",
            "The Supplier shall notify the Client of a data breach promptly.",
        ),
        (
            "The Supplier uses reasonable efforts to notify the Client of a data breach promptly.",
            "The Supplier shall notify the Client of a data breach promptly.",
        ),
        (
            "The Supplier shall, in its sole discretion, notify the Client of a data breach promptly.",
            "The Supplier shall notify the Client of a data breach promptly.",
        ),
        (
            "The Supplier shall promptly notify the Client of a data breach, where it deems this appropriate.",
            "The Supplier shall promptly notify the Client of a data breach.",
        ),
        (
            "The Supplier may notify the Client of a data breach without undue delay.",
            "The Supplier shall notify the Client of a data breach without undue delay.",
        ),
        (
            "The Supplier is not obliged to notify the Client of a data breach without undue delay.",
            "The Supplier shall notify the Client of a data breach without undue delay.",
        ),
        (
            "The Supplier shall promptly notify the Client of a material data breach.",
            "The Supplier shall promptly notify the Client of a data breach.",
        ),
        (
            "The Supplier shall promptly notify the Client of a data breach caused by the Supplier's negligence.",
            "The Supplier shall promptly notify the Client of a data breach.",
        ),
    ],
)
def test_the_smallest_change_is_found(clause: str, wanted: str) -> None:
    mended = mend(HEAD + clause)
    remedy = mended.remedies[BREACH]
    assert (remedy.kind, remedy.wording) == (RemedyKind.CHANGE, wanted)
    assert mended.text_after(BREACH) == HEAD + wanted
    assert mended.after(BREACH)[BREACH] is Status.MET


def test_an_item_of_a_list_is_changed_where_it_stands() -> None:
    clause = "The Supplier shall:\n\n(a) keep a register;\n(b) notify the Client of a data breach within 10 days; and\n"
    mended = mend(f"{HEAD}{clause}(c) train its staff.")
    assert "(b) notify the Client of a data breach within 72 hours; and\n(c) train" in mended.text_after(BREACH)


def test_several_limits_are_changed_together() -> None:
    text = (
        f"{HEAD}The Supplier shall notify the Client of a data breach within ten days.\n\n"
        "The Supplier shall report each personal data breach to the Client within two weeks."
    )
    mended = mend(text)
    assert mended.remedies[BREACH].kind is RemedyKind.CHANGE
    assert len(mended.remedies[BREACH].edits) == 2
    assert mended.after(BREACH)[BREACH] is Status.MET
