"""Least figures: reached, not reached, not to be measured."""

from __future__ import annotations

from clause_auditor.evaluation.figures import Tally
from clause_auditor.evaluation.gates import Gate, check_gates

TALLY = Tally(labels=10, agreed=7, hits=3, false_alarms=1, misses=0, rejections=6)


def test_a_figure_that_is_just_reached_passes() -> None:
    (gate,) = check_gates(TALLY, {"precision": 0.75, "recall": None, "status": None})
    assert (gate, gate.passed) == (Gate("precision", 0.75, 0.75), True)


def test_each_gate_takes_its_own_figure() -> None:
    gates = check_gates(TALLY, {"precision": 0.76, "recall": 1.0, "status": 0.71})
    assert [(gate.name, gate.passed) for gate in gates] == [("precision", False), ("recall", True), ("status", False)]


def test_what_cannot_be_measured_never_passes() -> None:
    (gate,) = check_gates(Tally(labels=1, agreed=1, rejections=1), {"recall": 0.0})
    assert (gate.value, gate.passed) == (None, False)
