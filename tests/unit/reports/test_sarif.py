"""SARIF 2.1.0: by the OASIS schema, with places that hold and fingerprints that stay; nothing unsettled passes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sarif_kit.validate import validation_errors

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Reason, Severity, Status
from clause_auditor.domain.remedy import Edit
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.sarif import write_sarif
from clause_auditor.reports.sarif.log import MOST_RESULTS
from reports.conftest import finding
from reports.exchange import (  # fmt: skip
    ALL,
    BROKEN,
    CONTRARY,
    DOUBTFUL,
    IDLE,
    MET,
    MISSING,
    OPEN,
    QUOTE,
    REMEDY,
    STYLE,
    TEXT,
    UNREAD,
    WAIVED,
    every,
    hostile,
    read,
)


def run_of(*outcomes: Outcome, style: ReportStyle = STYLE) -> Any:
    log = json.loads(write_sarif(outcomes, style))
    assert validation_errors(log) == []
    return log["runs"][0]


def results_of(*outcomes: Outcome) -> dict[str, Any]:
    return {result["ruleId"]: result for result in run_of(*outcomes)["results"]}


def texts(node: Any) -> Iterator[str]:
    """Yield every text that a viewer shows as a message, in which `[words](1)` is a link; snippets are none."""
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        node = [each for name, each in node.items() if name not in ("snippet", "insertedContent")]
    if isinstance(node, list):
        for each in node:
            yield from texts(each)


def test_every_standing_has_its_kind_and_level(sample: Audit) -> None:
    found = {rule: (each["kind"], each["level"]) for rule, each in results_of(read(sample, *ALL)).items()}
    assert found == {
        CONTRARY.rule_id: ("fail", "error"),
        MISSING.rule_id: ("fail", "error"),
        WAIVED.rule_id: ("fail", "note"),
        OPEN.rule_id: ("open", "none"),
        BROKEN.rule_id: ("open", "none"),
        DOUBTFUL.rule_id: ("review", "none"),
        MET.rule_id: ("pass", "none"),
        IDLE.rule_id: ("notApplicable", "none"),
    }


def test_a_passage_is_told_by_lines_columns_and_offsets(sample: Audit) -> None:
    result = results_of(read(sample, CONTRARY))[CONTRARY.rule_id]
    [location] = result["locations"]
    region = location["physicalLocation"]["region"]
    start = TEXT.index(QUOTE)
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "in/terms%20v1.md", "index": 0}
    assert region == {
        "startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 4 + len(QUOTE),
        "charOffset": start, "charLength": len(QUOTE), "snippet": {"text": QUOTE},
    }  # fmt: skip
    assert [each["fullyQualifiedName"] for each in location["logicalLocations"]] == ["Terms/1", "Terms"]
    assert [each["physicalLocation"]["region"]["startLine"] for each in result["relatedLocations"]] == [4]
    assert result["rank"] == 91.0


def test_lines_and_columns_lead_to_the_quote(sample: Audit) -> None:
    lines = TEXT.split("\n")
    for result in results_of(read(sample, *ALL)).values():
        region = result["locations"][0]["physicalLocation"]["region"]
        if "snippet" in region:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_what_is_missing_points_to_where_it_belongs(sample: Audit) -> None:
    region = results_of(read(sample, MISSING))[MISSING.rule_id]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charLength"]) == (5, 1, 0)


def test_no_region_is_claimed_where_the_text_is_not_the_files(sample: Audit) -> None:
    for result in results_of(read(sample, *ALL, name="terms.docx", remedies=(REMEDY,))).values():
        for location in result["locations"] + result.get("relatedLocations", []):
            assert "region" not in location["physicalLocation"]
            assert location["logicalLocations"]
        assert "fixes" not in result
        assert result["message"]["text"]


def test_a_remedy_that_holds_is_a_fix(sample: Audit) -> None:
    [fix] = results_of(read(sample, CONTRARY, remedies=(REMEDY,)))[CONTRARY.rule_id]["fixes"]
    text = TEXT.split("\n")
    [change] = fix["artifactChanges"]
    for each in reversed(change["replacements"]):
        region = each["deletedRegion"]
        line = text[region["startLine"] - 1]
        head, tail = line[: region["startColumn"] - 1], line[region["endColumn"] - 1 :]
        text[region["startLine"] - 1] = head + each["insertedContent"]["text"] + tail
    assert text[2] == "1. The Vendor shall tell “you” at once."


def test_a_fix_that_could_not_be_written_as_it_is_is_not_offered(sample: Audit) -> None:
    bad = replace(REMEDY, edits=(Edit("main", 0, 1, "a\u202eb"),))
    assert "fixes" not in results_of(read(sample, CONTRARY, remedies=(bad,)))[CONTRARY.rule_id]


def test_an_accepted_violation_is_suppressed_and_no_other_is(sample: Audit) -> None:
    results = results_of(read(sample, *ALL))
    [suppression] = results[WAIVED.rule_id]["suppressions"]
    assert suppression == {
        "kind": "external", "status": "accepted",
        "justification": "The board accepts it (by A. Person, until 2027-01-31)",
    }  # fmt: skip
    assert [rule for rule, each in results.items() if each["suppressions"]] == [WAIVED.rule_id]


def test_fingerprints_tell_contracts_apart_and_stay(sample: Audit) -> None:
    one, two = read(sample, MISSING, name="a.md"), read(sample, MISSING, name="b.md")
    first, second = run_of(one, two)["results"]
    assert first["fingerprints"] != second["fingerprints"]
    assert first["partialFingerprints"]["clauseAuditorFinding/v1"] == MISSING.fingerprint
    assert second["partialFingerprints"]["clauseAuditorFinding/v1"] == MISSING.fingerprint
    assert run_of(two, one)["results"][1]["fingerprints"] == first["fingerprints"]


def test_a_contracts_own_key_survives_a_new_file_name(sample: Audit) -> None:
    kept = [replace(each, audit=replace(sample, findings=(MISSING,))) for each in (read(sample, name="a.md"), UNREAD)]
    prints = [run_of(replace(each, error=None))["results"][0]["fingerprints"] for each in kept]
    assert prints[0] == prints[1]


def test_rules_carry_help_law_and_the_gravest_severity(sample: Audit) -> None:
    driver = run_of(
        read(sample, CONTRARY, MET), read(sample, replace(CONTRARY, status=Status.MET, severity=Severity.NONE))
    )
    rule = next(each for each in driver["tool"]["driver"]["rules"] if each["id"] == CONTRARY.rule_id)
    assert rule["helpUri"] == CONTRARY.citations[0].url
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["security-severity"] == "9.5"
    assert "What to ask for: The Vendor shall tell you" in rule["help"]["text"]
    assert "[GDPR Art. 33(2)](https://eur-lex" in rule["help"]["markdown"]
    assert len(rule["properties"]["tags"]) <= 10
    assert driver["tool"]["extensions"] == [
        {"name": "clause-auditor/demo", "version": "1.2.0", "properties": {"digest": "ab" * 32}}
    ]


def test_wording_of_one_contract_is_not_shown_for_another(sample: Audit) -> None:
    other = replace(CONTRARY, remedy="Bolt shall tell Acme.")
    [rule] = run_of(read(sample, CONTRARY), read(sample, other, name="b.md"))["tool"]["driver"]["rules"]
    assert "What to ask for" not in rule["help"]["text"]


def test_every_result_names_its_rule_and_its_file(sample: Audit) -> None:
    run = run_of(*every(sample))
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][where["index"]]["location"]["uri"] == where["uri"]


def test_what_could_not_be_read_is_told_and_the_run_did_not_succeed(sample: Audit) -> None:
    run = run_of(read(sample, MET), UNREAD)
    [invocation] = run["invocations"]
    [note] = invocation["toolExecutionNotifications"]
    assert (invocation["executionSuccessful"], note["level"]) == (False, "error")
    assert "no PDF. Save it anew" in note["message"]["text"]
    assert run["artifacts"][1]["properties"]["decision"] == "error"
    assert run_of(read(sample, MET))["invocations"][0]["executionSuccessful"] is True
    assert run_of(read(sample, BROKEN))["invocations"][0]["executionSuccessful"] is False


def test_no_contract_gives_an_empty_run() -> None:
    run = run_of()
    assert (run["results"], run["artifacts"]) == ([], [])


def test_files_of_one_contract_are_artifacts_of_their_own(sample: Audit) -> None:
    outcome = read(sample, CONTRARY, name="in/main.md + in/annex.md")
    run = run_of(outcome)
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["in/main.md", "in/annex.md"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "in/main.md"


def test_reasons_are_told_where_they_are_asked_for(sample: Audit) -> None:
    step = Reason("notice", "has", True, ("may tell",), "1", "a notice")
    outcome = read(sample, replace(CONTRARY, reasons=(step,)))
    assert "reasons" not in run_of(outcome)["results"][0]["properties"]
    told = run_of(outcome, style=ReportStyle(explain=True))["results"][0]["properties"]["reasons"]
    assert any("may tell" in sentence for sentence in told)


def test_a_run_over_the_limit_leaves_out_what_is_met_and_says_so(sample: Audit) -> None:
    many = [read(sample, *[MET] * 5, IDLE, OPEN, CONTRARY, name=f"{number}.md") for number in range(MOST_RESULTS // 7)]
    run = json.loads(write_sarif(many, STYLE))["runs"][0]
    kinds = [result["kind"] for result in run["results"]]
    assert kinds.count("fail") == kinds.count("open") == len(many)
    assert len(kinds) <= MOST_RESULTS
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "note"
    assert str(len(many) * 8 - len(kinds)) in note["message"]["text"]


def test_hostile_words_stay_words(sample: Audit) -> None:
    data = write_sarif([hostile(sample)], STYLE).decode()
    assert "<U+202E>gnp.exe" in data
    assert not set(data) & set("\x00\x1b\u202e\x7f\x85")
    run = run_of(hostile(sample), replace(UNREAD, name="[a](1).md"))
    shown = [*texts(run["tool"]), *texts(run["invocations"]), *texts(run["artifacts"]), *texts(run["results"])]
    assert not [text for text in shown if "](1)" in text]
    results = run["results"]
    assert not any("fixes" in result for result in results)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(), min_size=1, max_size=40))
def test_any_words_give_a_valid_log(sample: Audit, words: str) -> None:
    run_of(hostile(sample, words))


@pytest.mark.parametrize("severity", [each for each in Severity if each is not Severity.NONE])
def test_levels_follow_severity(sample: Audit, severity: Severity) -> None:
    result = results_of(read(sample, finding("x", Status.WEAK, severity)))["demo.x"]
    expected = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
    assert result["level"] == expected[severity.value]
