"""Examples of rules, run through the engine."""

from __future__ import annotations

from clause_auditor.domain.finding import Status
from clause_auditor.engine import Auditor
from clause_auditor.packs import ExampleResult, run_examples
from packs.conftest import RULE, Load

TODAY = "2026-11-22"


def results(load: Load, old: str = "", new: str = "") -> dict[str, ExampleResult]:
    assert old in RULE
    library = load({"acme/breach.notice.yaml": RULE.replace(old, new, 1)})
    return {result.name: result for result in run_examples(library, Auditor(library), TODAY)}


def test_sound_examples_pass(load: Load) -> None:
    found = results(load)
    assert {name: result.problem for name, result in found.items()} == dict.fromkeys(found, "")
    assert [result.actual for result in found.values()] == [Status.MET, Status.MET, Status.WEAK, Status.MISSING]


def test_an_example_that_comes_out_otherwise_fails_with_both_statuses(load: Load) -> None:
    result = results(load, "within 24 hours", "within 24 weeks")["in time"]
    assert not result.passed
    assert result.problem == "came out weak, not met"
    assert result.place == "acme/breach.notice.yaml:26"


def test_evidence_must_stand_in_a_quote(load: Load) -> None:
    assert results(load, "evidence: shall tell", "evidence: shall whisper")["in time"].problem.startswith("no quote")
    assert results(load, "evidence: shall tell", "evidence: 'SHALL  tell'")["in time"].passed


def test_a_record_is_judged_without_a_text(load: Load) -> None:
    added = "examples:\n  - {name: a record, status: met, facts: {breach_notice: 24 hours}}\n"
    assert results(load, "examples:\n", added)["a record"].passed


def test_an_example_is_judged_as_of_its_own_date(load: Load) -> None:
    library = load({"acme/breach.notice.yaml": RULE.replace("basis: law", "basis: law\nin_force: {from: 2027-01-01}")
                    .replace("    evidence: shall tell", "    as_of: 2027-06-01")})  # fmt: skip
    found = {result.name: result for result in run_examples(library, Auditor(library), TODAY)}
    assert found["in time"].passed
    assert found["in two days"].actual is None
    assert "in force" in found["in two days"].problem


def test_only_the_named_rules_are_run(load: Load) -> None:
    library = load()
    auditor = Auditor(library)
    assert run_examples(library, auditor, TODAY, ["other"]) == []
    assert len(run_examples(library, auditor, TODAY, ["acme"])) == 4
    assert len(run_examples(library, auditor, TODAY, ["acme.breach.notice"])) == 4
