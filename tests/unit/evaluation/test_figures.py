"""Shares, their intervals, and what each label counts as."""

from __future__ import annotations

import pytest

from clause_auditor.domain.finding import Status
from clause_auditor.evaluation.figures import Share, Tally

MET, WEAK, MISSING, CONTRARY = Status.MET, Status.WEAK, Status.MISSING, Status.CONTRARY
NONE, UNKNOWN, ERROR = Status.NOT_APPLICABLE, Status.UNKNOWN, Status.ERROR


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(5, 10, 0.2366, 0.7634), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_intervals_are_those_of_the_tables(part: int, whole: int, low: float, high: float) -> None:
    assert Share(part, whole).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_has_no_value() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)


@pytest.mark.parametrize(
    ("label", "found", "counted"),
    [
        (WEAK, MISSING, "hits"),
        (CONTRARY, CONTRARY, "hits"),
        (MET, WEAK, "false_alarms"),
        (NONE, MISSING, "false_alarms"),
        (MISSING, MET, "misses"),
        (WEAK, NONE, "misses"),
        (MET, MET, "rejections"),
        (MET, NONE, "rejections"),
        (NONE, MET, ""),
        (NONE, NONE, ""),
        (MISSING, UNKNOWN, "misses"),  # what is not judged is wrong whatever the label
        (MET, UNKNOWN, "false_alarms"),
        (MET, None, "false_alarms"),
        (NONE, ERROR, "false_alarms"),
        (WEAK, None, "misses"),
    ],
)
def test_what_a_label_counts_as(label: Status, found: Status | None, counted: str) -> None:
    tally = Tally()
    tally.add(label, found, None)
    names = ("hits", "false_alarms", "misses", "rejections")
    assert {name: getattr(tally, name) for name in names} == {name: int(name == counted) for name in names}
    assert tally.agreed == int(label is found)
    assert tally.not_judged == int(found in (None, UNKNOWN, ERROR))


def test_figures_of_a_tally() -> None:
    tally = Tally(labels=20, agreed=11, hits=6, false_alarms=2, misses=4, rejections=7, quoted=8, reached=6)
    assert (tally.precision.value, tally.recall.value) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert tally.accuracy == Share(13, 19)
    assert (tally.status, tally.evidence) == (Share(11, 20), Share(6, 8))


def test_f1_is_nothing_where_no_violation_was_rightly_found() -> None:
    assert Tally(labels=3, false_alarms=1, misses=2).f1 is None
    assert Tally().f1 is None


def test_evidence_counts_only_where_a_passage_is_compared() -> None:
    tally = Tally()
    for reached in (True, False, None):
        tally.add(MET, MET, reached)
    assert tally.evidence == Share(1, 2)
