"""Confidence: by status, by kind of contract, by the second reader, by the record."""

from __future__ import annotations

import pytest

from clause_auditor.domain.finding import Status
from clause_auditor.engine.confidence import NEEDS_REVIEW_BELOW, rate
from clause_auditor.engine.outcomes import Outcome

MET, WEAK, MISSING = (Outcome(status, {}) for status in (Status.MET, Status.WEAK, Status.MISSING))


def test_a_finding_is_surer_in_a_contract_made_for_data_protection() -> None:
    assert rate(Status.MET, MET, None, dedicated=True) > rate(Status.MET, MET, None, dedicated=False)
    assert rate(Status.MET, MET, None, dedicated=True) >= 90


@pytest.mark.parametrize("score", [0, 250])
def test_what_the_second_reader_finds_is_to_be_reviewed(score: int) -> None:
    assert rate(Status.MISSING, MISSING, None, True, score) < NEEDS_REVIEW_BELOW


def test_the_less_the_second_reader_finds_the_surer_it_is_missing() -> None:
    shares = [rate(Status.MISSING, MISSING, None, True, score) for score in (100, -50, -200)]
    assert shares == sorted(shares) and shares[-1] >= NEEDS_REVIEW_BELOW + 20


def test_what_is_met_is_surer_where_the_second_reader_sees_it_too() -> None:
    assert rate(Status.MET, MET, None, True, 300) > rate(Status.MET, MET, None, True, -50)


def test_a_record_that_agrees_makes_sure_and_one_that_differs_makes_unsure() -> None:
    agreed, alone, differs = (rate(Status.WEAK, WEAK, r, True) for r in (Status.WEAK, None, Status.MET))
    assert agreed > alone > differs


def test_what_is_not_judged_has_no_confidence() -> None:
    assert rate(Status.UNKNOWN, MET, None, True) == rate(Status.ERROR, None, None, True) == 0
