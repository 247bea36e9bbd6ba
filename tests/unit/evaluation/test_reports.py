"""A run as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clause_auditor.engine import Auditor
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.evaluation.figures import Share, Tally
from clause_auditor.evaluation.gates import check_gates
from clause_auditor.evaluation.run import Run, describe_run
from clause_auditor.evaluation.score_json import run_json
from clause_auditor.evaluation.score_tables import figure_lines, say_share
from clause_auditor.evaluation.score_text import Listing, render_run
from clause_auditor.evaluation.scoring import score_contracts
from evaluation.conftest import DAY, LATE, PROMPT, RULE, Corpora, sheet


def run_of(root: Path, auditor: Auditor, **least: float) -> Run:
    score = score_contracts(open_corpus(root, auditor.library).contracts(), auditor, DAY)
    return describe_run(score, auditor.library, DAY, (), check_gates(score.total, least))


@pytest.fixture
def told(five: Path, auditor: Auditor) -> str:
    return render_run(run_of(five, auditor), Listing.LIST)


def test_the_head_says_what_was_measured(told: str) -> None:
    assert told.startswith("5 documents, 5 sheets, 5 labels\nPacks: acme 1.2.0\nLaw as of 2026-11-22; engine ")


def test_a_row_holds_counts_figures_and_intervals(told: str) -> None:
    row = next(line for line in told.splitlines() if line.startswith("all "))
    assert row.split() == [
        *("all", "5", "1", "2", "1", "1"),
        *("33.3", "6–79", "50.0", "9–91", "40.0", "40.0", "12–77", "40.0", "12–77", "100.0", "44–100", "0"),
    ]


@pytest.mark.parametrize("name", ["data-protection contracts ", "other contracts ", "breach_notification ", RULE])
def test_there_is_a_row_for_each_group(told: str, name: str) -> None:
    assert sum(line.startswith(name) for line in told.splitlines()) == 1


def test_columns_are_even() -> None:
    lines = figure_lines("T", [("short", Tally(1, 1, rejections=1)), ("a longer name", Tally(1000, 1000, hits=1000))])
    assert len({len(line) for line in lines}) == 1
    assert lines[1].startswith("short          ")


def test_a_share_is_said_with_its_interval_or_not_at_all() -> None:
    assert (say_share(Share(1, 2)), say_share(Share(0, 0))) == ("50.0 9–91", "–")


def test_a_disagreement_is_told_with_both_passages_and_the_note(told: str) -> None:
    start = told.index("DISAGREEMENTS: 3")
    first = told[start:].split("  d · ", maxsplit=1)[0]
    assert f"b · {RULE}: labelled met, found weak (" in first
    assert "label: “shall tell the Controller of every mishap”" in first
    assert "found: “The Processor shall tell the Controller of every mishap.”" in first
    assert "note: any day will do" in first


def test_listings(corpus: Corpora, auditor: Auditor) -> None:
    text = f"{LATE}\nThe Controller shall keep a list of its offices.\n"
    sheets = {"a.acme.yaml": sheet("a.md", "weak", "a list of its offices"), "b.acme.yaml": sheet("a.md", "met")}
    run = run_of(corpus({"a.md": text}, sheets), auditor)
    none, some, everything = (render_run(run, listing) for listing in Listing)
    assert "DISAGREEMENTS" not in none
    assert "DISAGREEMENTS: 1" in some
    assert "RIGHT STATUS, ANOTHER PASSAGE" not in some
    assert "RIGHT STATUS, ANOTHER PASSAGE: 1" in everything
    assert everything.startswith(some[: some.index("DISAGREEMENTS")])


def test_gates_warnings_and_failures_are_told(corpus: Corpora, auditor: Auditor) -> None:
    sheets = {"a.acme.yaml": sheet("a.md", "weak", "a swan"), "b.acme.yaml": sheet("b.md", "weak")}
    run = run_of(corpus({"a.md": LATE, "b.md": ""}, sheets), auditor, recall=0.9, precision=0.2)
    told = render_run(run, Listing.NONE)
    assert "WARNINGS: 1\n  labels/a.acme.yaml:5: the evidence of" in told
    assert "FAILURES: 1\n  documents/b.md" in told
    assert "Gate not passed: recall 0.5000 is below 0.900" in told
    assert "Gate passed: precision 1.0000 is at least 0.200" in told


def test_a_gate_that_cannot_be_measured_is_told_so(corpus: Corpora, auditor: Auditor) -> None:
    run = run_of(corpus({"a.md": PROMPT}, {"a.acme.yaml": sheet("a.md", "met")}), auditor, recall=0.5)
    assert "Gate not passed: recall cannot be measured here" in render_run(run, Listing.NONE)


def test_control_characters_of_a_contract_do_not_reach_the_terminal(corpus: Corpora, auditor: Auditor) -> None:
    text = LATE.replace("every", "\x1b[31mevery\u202e")
    told = render_run(run_of(corpus({"a.md": text}, {"a.acme.yaml": sheet("a.md", "met")}), auditor), Listing.LIST)
    assert "<U+001B>" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_json_holds_everything(five: Path, auditor: Auditor) -> None:
    found: dict[str, Any] = json.loads(json.dumps(run_json(run_of(five, auditor, status=0.3)), allow_nan=False))
    assert (found["as_of"], found["documents"], found["sheets"], found["rules"]) == (DAY, 5, 5, [])
    assert [pack["name"] for pack in found["packs"]] == ["acme"]
    assert len(found["packs"][0]["digest"]) == 64
    counts = ("true_positives", "false_positives", "false_negatives", "true_negatives", "not_judged", "labels")
    assert [found["total"][name] for name in counts] == [1, 2, 1, 1, 0, 5]
    assert found["total"]["precision"] == {"value": 0.333333, "low": 0.06149, "high": 0.792345, "part": 1, "whole": 3}
    assert found["total"]["f1"] == 0.4
    assert [group["name"] for group in found["by_kind"]] == ["data-protection contracts", "other contracts"]
    assert found["gates"] == [{"name": "status", "least": 0.3, "value": 0.4, "passed": True}]
    assert sum(band["number"] for band in found["calibration"]["bands"]) == 5
    assert found["by_kind"][1]["evidence"] == {"value": None, "low": None, "high": None, "part": 0, "whole": 0}


def test_json_tells_a_disagreement_in_full(five: Path, auditor: Auditor) -> None:
    first = run_json(run_of(five, auditor))["disagreements"][0]
    assert first["found_evidence"] == [LATE.strip()]
    del first["found_evidence"], first["confidence"], first["needs_review"]
    assert first == {
        "contract": "b", "document": "b.md", "pack": "acme", "kind": "data_protection", "rule_id": RULE,
        "label": "met", "found": "weak", "label_evidence": "shall tell the Controller of every mishap",
        "note": "any day will do", "place": "labels/b.acme.yaml:5",
    }  # fmt: skip
