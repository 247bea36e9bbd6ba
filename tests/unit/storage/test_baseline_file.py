"""The baseline file: written, read back, and refused line by line where it is ill-formed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.domain.acceptance import Acceptance
from clause_auditor.domain.finding import Status, Waiver
from clause_auditor.errors import InputError
from clause_auditor.storage.baseline_file import baseline_text, read_baseline

WEAK = Acceptance("dpa.md", "gdpr.x", Status.WEAK, "0" * 31 + "e", Waiver('Said: "no" — it\'s #1', "Ann", "2027-01-31"))
MISSING = Acceptance("b/späte Fassung.md", "gdpr.y", Status.MISSING, "1" * 32, Waiver("later"))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "baseline.yaml"
    path.write_text(baseline_text([WEAK, MISSING]), encoding="utf-8")
    found = read_baseline(path)
    assert [(f.contract, f.rule_id, f.status, f.fingerprint, f.waiver) for f in found] == [
        (each.contract, each.rule_id, each.status, each.fingerprint, each.waiver) for each in (MISSING, WEAK)
    ]
    assert found[0].place == f"{path}:6"


def test_the_order_in_which_findings_come_changes_nothing() -> None:
    assert baseline_text([WEAK, MISSING]) == baseline_text([MISSING, WEAK])


def test_an_empty_baseline_is_one(tmp_path: Path) -> None:
    path = tmp_path / "baseline.yaml"
    path.write_text(baseline_text([]))
    assert read_baseline(path) == ()


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("baseline: 2\ncontracts: {}\n", ":1", "out of range"),
        ("contracts: {}\n", ":1", '"baseline" is missing'),
        ("baseline: 1\ncontracts: [a]\n", ":2", "a mapping"),
        ("baseline: 1\ncontracts:\n  a.md:\n  - rule: r\n    status: met?\n", ":5", "unknown word"),
        ("baseline: 1\ncontracts:\n  a.md:\n  - rule: r\n    status: weak\n    fingerprint: f\n", ":4", '"reason"'),
        (
            "baseline: 1\ncontracts:\n  a.md:\n  - {rule: r, status: weak, fingerprint: f, reason: x, until: 31.1.27}",
            ":4",
            "no date",
        ),
        ("baseline: 1\nbaseline: 1\n", ":2", "twice"),
    ],
)
def test_what_is_ill_formed_is_named_with_its_line(tmp_path: Path, text: str, place: str, problem: str) -> None:
    path = tmp_path / "baseline.yaml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        read_baseline(path)
    assert any(fault.place == f"{path}{place}" and problem in fault.problem for fault in caught.value.faults), (
        caught.value.faults
    )


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_baseline(tmp_path / "none.yaml")
