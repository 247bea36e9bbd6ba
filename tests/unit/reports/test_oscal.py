"""OSCAL assessment results: by models made from NIST's schema, references that lead somewhere, no clock, no chance."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscal_bindings.v1.models import AssessmentResultsDocument

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Reason
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.oscal import write_oscal
from reports.exchange import (  # fmt: skip
    ALL,
    BROKEN,
    CONTRARY,
    DOUBTFUL,
    IDLE,
    MET,
    MISSING,
    OPEN,
    REMEDY,
    STYLE,
    UNREAD,
    WAIVED,
    every,
    hostile,
    read,
    unjudged,
)


def document_of(*outcomes: Outcome, style: ReportStyle = STYLE) -> Any:
    data = json.loads(write_oscal(outcomes, style))
    AssessmentResultsDocument.model_validate(data)
    return data["assessment-results"]


def values(node: Any, key: str) -> Iterator[str]:
    """Yield every value of a key, wherever it stands."""
    if isinstance(node, dict):
        yield from (node[key],) if isinstance(node.get(key), str) else ()
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from values(each, key)


def states(result: Any) -> dict[str, tuple[str, str]]:
    targets = [finding["target"] for finding in result["findings"]]
    return {each["target-id"]: (each["status"]["state"], each["status"]["reason"]) for each in targets}


def test_only_what_is_met_or_does_not_arise_is_satisfied(sample: Audit) -> None:
    [result] = document_of(read(sample, *ALL))["results"]
    assert states(result) == {
        CONTRARY.rule_id: ("not-satisfied", "fail"),
        MISSING.rule_id: ("not-satisfied", "fail"),
        WAIVED.rule_id: ("not-satisfied", "fail"),
        OPEN.rule_id: ("not-satisfied", "other"),
        BROKEN.rule_id: ("not-satisfied", "other"),
        DOUBTFUL.rule_id: ("not-satisfied", "other"),
        MET.rule_id: ("satisfied", "pass"),
        IDLE.rule_id: ("satisfied", "other"),
    }


def test_identifiers_are_unique_and_references_lead_to_them(sample: Audit) -> None:
    outcomes = every(sample)
    document = document_of(*outcomes, *outcomes)
    own = Counter(values(document, "uuid"))
    assert set(own.values()) == {1}
    for key in ("observation-uuid", "risk-uuid", "actor-uuid", "component-uuid", "subject-uuid"):
        assert set(values(document, key)) <= set(own)
    assert document["import-ap"]["href"].removeprefix("#") in own
    objectives = {
        part["id"] for each in document["local-definitions"]["objectives-and-methods"] for part in each["parts"]
    }
    assert set(values(document, "target-id")) | set(values(document, "objective-id")) <= objectives


def test_the_passage_is_the_evidence(sample: Audit) -> None:
    [result] = document_of(read(sample, CONTRARY))["results"]
    [observation] = result["observations"]
    first = observation["relevant-evidence"][0]
    assert first["description"] == CONTRARY.evidence[0].quote
    assert first["href"] == "in/terms%20v1.md"
    assert {each["name"]: each["value"] for each in first["props"]}["clause"] == "1"
    assert observation["methods"] == ["EXAMINE"]


def test_a_violation_is_a_risk_with_what_to_ask_for(sample: Audit) -> None:
    [result] = document_of(read(sample, *ALL))["results"]
    assert len(result["risks"]) == 3
    risk = result["risks"][0]
    assert (risk["status"], risk["remediations"][0]["description"]) == ("open", CONTRARY.remedy)
    assert risk["characterizations"][0]["facets"][0]["value"] == "critical"
    assert risk["links"][0]["href"] == CONTRARY.citations[0].url


def test_the_remedy_that_was_tried_goes_before_the_model_wording(sample: Audit) -> None:
    [result] = document_of(read(sample, CONTRARY, remedies=(REMEDY,)))["results"]
    assert result["risks"][0]["remediations"][0]["description"] == REMEDY.wording


def test_an_accepted_violation_is_a_deviation_with_its_reason(sample: Audit) -> None:
    [result] = document_of(read(sample, WAIVED, replace(OPEN, waiver=WAIVED.waiver)))["results"]
    assert all(each["remarks"].startswith("Accepted: The board") for each in result["findings"])
    [risk] = result["risks"]
    assert risk["status"] == "deviation-approved"
    assert risk["risk-log"]["entries"][0]["description"].startswith("The board accepts it (by A. Person")


def test_a_result_for_each_contract_and_what_was_not_judged_is_missed(sample: Audit) -> None:
    results = document_of(read(sample, MET), unjudged(sample), UNREAD)["results"]
    assert [each["title"] for each in results] == ["in/terms v1.md", "in/recipe.txt", "in/no such.pdf"]
    for result in results[1:]:
        assert states(result) == {"clause-auditor.judged": ("not-satisfied", "other")}
    assert "no PDF" in results[2]["findings"][0]["description"]


def test_times_are_those_of_the_audit_and_bytes_those_of_the_outcomes(sample: Audit) -> None:
    document = document_of(*every(sample))
    times = {*values(document, "start"), *values(document, "collected"), document["metadata"]["last-modified"]}
    assert times == {"2026-11-22T00:00:00Z"}
    assert write_oscal(every(sample), STYLE) == write_oscal(every(sample), STYLE)
    assert document["uuid"] != document_of(read(sample, MET))["uuid"]


def test_no_contract_gives_a_result_that_says_so() -> None:
    [result] = document_of()["results"]
    assert (result["title"], "findings" in result) == ("No contract was given", False)


def test_reasons_are_told_where_they_are_asked_for(sample: Audit) -> None:
    step = Reason("notice", "has", True, ("may tell",), "1", "a notice")
    outcome = read(sample, replace(CONTRARY, reasons=(step,)))
    [plain], [told] = (document_of(outcome, style=s)["results"] for s in (STYLE, ReportStyle(explain=True)))
    assert "remarks" not in plain["observations"][0]
    assert "may tell" in told["observations"][0]["remarks"]


def test_hostile_words_stay_words(sample: Audit) -> None:
    data = write_oscal([hostile(sample)], STYLE).decode()
    assert r"\\<U+202E\\>gnp.exe" in data
    assert not set(data) & set("\x00\x1b\u202e\x7f\x85")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(), min_size=1, max_size=40))
def test_any_words_give_a_valid_document(sample: Audit, words: str) -> None:
    document_of(hostile(sample, words))
