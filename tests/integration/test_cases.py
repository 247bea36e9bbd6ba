"""The cases of tests/cases: statuses derived by hand from what each value of a fact means, never from a run."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from clause_auditor import audit
from clause_auditor.api import read_source
from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.main import cli
from clause_auditor.documents import read_file
from clause_auditor.domain.audit import Audit, Decision
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.fact import FACT_TYPES, FactKind, FactValue
from clause_auditor.domain.finding import Status
from clause_auditor.errors import InputError

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
DAY = "2026-11-22"
EXPECTED = ".expected.yaml"


def files(folder: str) -> list[Path]:
    return sorted(path for path in (CASES / folder).iterdir() if not path.name.endswith(EXPECTED))


RECORDS, BAD = files("records"), files("bad")
PAPERS = sorted(path / "record.yaml" for path in (CASES / "mismatches").iterdir())


def expected(path: Path) -> dict[str, Any]:
    """The expectation beside a case: `NN-name.expected.yaml`, or `expected.yaml` in the case's own folder."""
    own = path.with_name("expected.yaml") if path.name == "record.yaml" else path.with_name(path.stem + EXPECTED)
    found: dict[str, Any] = yaml.safe_load(own.read_text(encoding="utf-8"))
    return found


def judge(path: Path) -> Audit:
    return audit(path, packs=["gdpr"], as_of=expected(path).get("as_of", DAY))


def statuses(report: Audit) -> dict[str, str]:
    return {f.rule_id: f.status.value for f in report.findings if f.pack == "gdpr"}


def named(path: Path) -> str:
    return path.parent.name if path.name == "record.yaml" else path.stem


records = pytest.mark.parametrize("path", RECORDS, ids=named)
papers = pytest.mark.parametrize("path", PAPERS, ids=named)


@records
def test_a_record_comes_out_as_its_facts_say(path: Path) -> None:
    case, found = expected(path), statuses(judge(path))
    undecided = {rule: "unknown" for rule in found if rule not in case["statuses"]}
    assert found == undecided | case["statuses"]
    assert list(found.values()).count("unknown") == case["unknown"]


@records
def test_a_record_alone_never_passes(path: Path) -> None:
    report = judge(path)
    assert report.decision.value == expected(path)["decision"] != "pass"
    assert {f.rule_id for f in report.findings if f.evidence or f.insert_after} == set()


@records
def test_every_decided_status_names_the_fact_and_its_value(path: Path) -> None:
    given = read_file(path).facts
    for finding in judge(path).findings:
        if finding.status is not Status.UNKNOWN:
            words = [word for reason in finding.reasons for word in reason.words]
            assert words
            assert {word.split(" = ")[0] for word in words} <= set(given)


@records
def test_every_rule_that_a_given_fact_touches_is_expected(path: Path) -> None:
    given = set(read_file(path).facts)
    touched = {rule for rule, facts in deciding_facts().items() if facts & given}
    assert touched == set(expected(path)["statuses"])


def deciding_facts() -> Mapping[str, set[str]]:
    (gdpr,) = [pack for pack in build_auditor().library.packs if pack.name == "gdpr"]
    return {rule.id: {test.fact for case in rule.facts for test in case.tests} for rule in gdpr.rules}


def test_there_are_twenty_records_and_five_mismatches_at_least() -> None:
    assert len(RECORDS) >= 20
    assert len([path for path in PAPERS if expected(path)["mismatches"]]) >= 5
    assert len([path for path in PAPERS if not expected(path)["mismatches"]]) >= 1
    assert len(BAD) >= 20


@pytest.mark.parametrize("folder", ["records", "bad"])
def test_every_case_has_an_expectation_and_every_expectation_a_case(folder: str) -> None:
    cases = {path.stem for path in files(folder)}
    told = {path.name.removesuffix(EXPECTED) for path in (CASES / folder).glob("*" + EXPECTED)}
    assert cases == told


def stated() -> dict[str, list[FactValue]]:
    values: dict[str, list[FactValue]] = {}
    for path in RECORDS:
        for fact, value in read_file(path).facts.items():
            values.setdefault(fact, []).append(value)
    return values


def shapes(fact: str) -> set[object]:
    """The kinds of value of which each must occur in some record."""
    kind = FACT_TYPES[fact]
    match kind.kind:
        case FactKind.BOOL:
            return {True, False}
        case FactKind.ENUM:
            return set(kind.values)
        case FactKind.SET:
            return {"empty", "given"}
        case FactKind.DURATION:
            return {"none", "figure"}
        case _:
            return {"given"}


def shape(value: FactValue, kind: FactKind) -> object:
    if kind is FactKind.SET:
        return "given" if value else "empty"
    if kind is FactKind.TEXT:
        return "given"
    return "figure" if isinstance(value, Duration) else value


def test_every_fact_that_decides_an_obligation_occurs_at_each_of_its_values() -> None:
    values = stated()
    deciding = set().union(*deciding_facts().values())
    lacking = {
        fact: shapes(fact) - {shape(value, FACT_TYPES[fact].kind) for value in values.get(fact, [])}
        for fact in deciding
    }
    assert {fact: gone for fact, gone in lacking.items() if gone} == {}


def test_breach_notices_occur_in_every_unit_and_word() -> None:
    notices = stated()["breach_notice"]
    units = {value.unit for value in notices if isinstance(value, Duration)}
    assert units >= {Unit.HOURS, Unit.CALENDAR_DAYS, Unit.BUSINESS_DAYS, Unit.WEEKS, Unit.MONTHS}
    assert {Promptness.IMMEDIATE, Promptness.PROMPT, "none"} <= set(notices)


@pytest.mark.parametrize(
    "pair",
    [("encryption_at_rest", "encryption_in_transit"), ("subprocessor_change_notice", "subprocessor_objection_right")],
)
def test_pairs_of_flags_occur_in_every_combination(pair: tuple[str, str]) -> None:
    seen = {tuple(read_file(path).facts.get(fact) for fact in pair) for path in RECORDS}
    assert seen == {(one, other) for one in (True, False, None) for other in (True, False, None)}


def test_each_status_that_facts_can_decide_is_expected_somewhere() -> None:
    (gdpr,) = [pack for pack in build_auditor().library.packs if pack.name == "gdpr"]
    decidable = {(rule.id, case.status.value) for rule in gdpr.rules for case in rule.facts}
    told = {pair for path in RECORDS for pair in expected(path)["statuses"].items()}
    assert decidable - told == set()


@papers
def test_a_paper_beside_its_record_gives_the_graver_status(path: Path) -> None:
    found = statuses(judge(path))
    assert {rule: found[rule] for rule in expected(path)["statuses"]} == expected(path)["statuses"]


@papers
def test_a_disagreement_is_a_finding_of_its_own_and_never_a_pass(path: Path) -> None:
    report = judge(path)
    apart = [f for f in report.findings if f.rule_id.startswith("record.mismatch.")]
    assert [f.rule_id.removeprefix("record.mismatch.") for f in apart] == expected(path)["mismatches"]
    assert all(f.needs_review and f.remedy and f.reasons and f.status.violates for f in apart)
    assert report.decision.value == expected(path)["decision"]


@papers
def test_the_paper_that_a_record_contradicts_is_quoted(path: Path) -> None:
    contract, report = read_source(path), judge(path)
    quotes = [e for f in report.findings if f.pack == "record" for e in f.evidence]
    silent = [f for f in report.findings if f.pack == "record" and not f.evidence]
    assert all(contract.document(e.document_id).text[e.start : e.end] == e.quote for e in quotes)
    assert [f.rule_id for f in silent] == (
        ["record.mismatch.personnel_confidentiality"] if "silent" in named(path) else []
    )


def test_a_good_contract_with_a_record_that_differs_needs_a_person() -> None:
    paper = read_file(ROOT / "examples" / "good-dpa.md")
    asked: dict[str, Any] = {"packs": ["gdpr"], "as_of": DAY}
    assert audit(paper, **asked).decision is Decision.PASS
    differing = dataclasses.replace(paper, facts={"breach_notice": Duration(1, Unit.HOURS)})
    assert audit(differing, **asked).decision is Decision.REVIEW


def test_good_practice_fails_where_that_is_wanted() -> None:
    (path,) = [path for path in RECORDS if "good-practice" in path.name]
    asked: dict[str, Any] = {"packs": ["gdpr"], "as_of": DAY, "fail_on": "medium"}
    assert audit(path, **asked).decision is Decision.REVIEW
    assert audit(path, strict=True, **asked).decision is Decision.FAIL


@pytest.mark.parametrize("path", [*RECORDS[:3], RECORDS[5], RECORDS[19], *PAPERS[:2]], ids=named)
def test_the_command_says_the_same_as_the_library(path: Path) -> None:
    as_of = expected(path).get("as_of", DAY)
    arguments = ["audit", str(path), "--pack", "gdpr", "--as-of", as_of, "--format", "json"]
    result = CliRunner().invoke(cli, arguments)
    report = json.loads(result.stdout)
    assert {f["rule_id"]: f["status"] for f in report["findings"] if f["pack"] == "gdpr"} == statuses(judge(path))
    assert report["decision"] == expected(path)["decision"]
    assert result.exit_code == (1 if report["decision"] == "fail" else 0)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_an_ill_formed_contract_is_refused_with_place_and_cure(path: Path) -> None:
    with pytest.raises(InputError) as caught:
        audit(path, packs=["gdpr"], as_of=DAY)
    told = sorted(caught.value.faults, key=lambda fault: line_of(fault.place, path))
    for fault, case in zip(told, expected(path)["faults"], strict=True):
        assert fault.place.startswith(str(path))
        assert line_of(fault.place, path) == case["line"]
        assert case.get("field", "") in f"{fault.place} {fault.problem}"
        assert case["problem"] in fault.problem
        assert case["cure"]
        assert case["cure"] in fault.cure


def line_of(place: str, path: Path) -> int:
    """The line of a fault, 0 where it is of the whole file."""
    line = place.removeprefix(str(path)).removeprefix(":").split(",")[0]
    return int(line) if line else 0


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_the_command_refuses_it_in_one_line_a_fault(path: Path) -> None:
    result = CliRunner().invoke(cli, ["audit", str(path)])
    assert result.exit_code == 2
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == len(expected(path)["faults"])
    assert all(line.startswith(f"error: {path}") for line in lines)


def test_bad_files_do_not_keep_good_ones_from_being_audited() -> None:
    result = CliRunner().invoke(cli, ["audit", str(BAD[0]), str(RECORDS[0]), "--format", "json", "--as-of", DAY])
    assert result.exit_code == 2
    bad, good = json.loads(result.stdout)["audits"]
    assert bad["error"]["faults"][0]["cure"]
    assert (good["error"], good["decision"]) == (None, "review")
