"""JUnit XML: by the schema of Jenkins' xunit plugin, and nothing that is not settled passes.

The schema itself is not ours to keep: its rules are told anew in `ATTRIBUTES` and `CHILDREN`. If REPORT_SCHEMAS names
a folder that holds junit-10.xsd, reports are held to that too.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from clause_auditor.domain.audit import Audit
from clause_auditor.reports.junit_report import write_junit
from reports.exchange import (  # fmt: skip
    ALL,
    BROKEN,
    CONTRARY,
    DOUBTFUL,
    IDLE,
    MET,
    MISSING,
    OPEN,
    STYLE,
    UNREAD,
    WAIVED,
    every,
    hostile,
    read,
    unjudged,
)

Element = ElementTree.Element
ATTRIBUTES = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time", "id", "package", "file"}),
    "testcase": ({"name"}, {"classname", "time", "group"}),
    "properties": (set(), set()),
    "property": ({"name", "value"}, set()),
    **dict.fromkeys(("failure", "error", "skipped"), (set(), {"type", "message"})),
}
"""What each element must have, and what it may have."""
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase"},
    "testcase": {"failure", "error", "skipped"},
    "properties": {"property"},
}


def written(*outcomes: object) -> Element:
    root = ElementTree.fromstring(write_junit(outcomes, STYLE))  # type: ignore[arg-type]
    for element in root.iter():
        must, may = ATTRIBUTES[element.tag]
        assert must <= set(element.attrib) <= must | may
        assert {child.tag for child in element} <= CHILDREN.get(element.tag, set())
    return root


def told(root: Element) -> dict[str, tuple[str, str]]:
    """By rule: what its test case says, and of which type."""
    cases = {str(case.get("name")).split(":")[0]: case for case in root.iter("testcase")}
    return {name: (case[0].tag, str(case[0].get("type"))) if len(case) else ("", "") for name, case in cases.items()}


def test_every_standing_has_its_element(sample: Audit) -> None:
    assert told(written(read(sample, *ALL))) == {
        CONTRARY.rule_id: ("failure", "contrary"),
        MISSING.rule_id: ("failure", "missing"),
        WAIVED.rule_id: ("skipped", "accepted"),
        OPEN.rule_id: ("failure", "unknown"),
        BROKEN.rule_id: ("error", "error"),
        DOUBTFUL.rule_id: ("failure", "review"),
        MET.rule_id: ("", ""),
        IDLE.rule_id: ("skipped", "not_applicable"),
    }


def test_figures_are_those_of_the_cases(sample: Audit) -> None:
    root = written(*every(sample))
    for suite in root:
        cases = suite.findall("testcase")
        assert suite.get("tests") == str(len(cases))
        for figure, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(figure) == str(sum(case.find(tag) is not None for case in cases))
    for figure in ("tests", "failures", "errors"):
        assert root.get(figure) == str(sum(int(suite.get(figure, "")) for suite in root))


def test_a_failure_says_where_why_and_what_to_ask_for(sample: Audit) -> None:
    failure = next(written(read(sample, CONTRARY)).iter("failure"))
    text = " ".join(str(failure.text).split())
    for words in (
        "Clause 1: “The Vendor may tell “you” late.”",
        "GDPR Art. 33(2)",
        "What to ask for: The Vendor shall",
    ):
        assert words in text
    assert failure.get("message") == "critical: The message of notice."


def test_an_accepted_violation_is_skipped_with_its_reason(sample: Audit) -> None:
    skipped = next(written(read(sample, WAIVED)).iter("skipped"))
    assert skipped.get("message") == "Accepted: The board accepts it (by A. Person, until 2027-01-31)"


def test_a_file_that_cannot_be_read_is_an_error() -> None:
    suite = written(UNREAD)[0]
    assert (suite.get("tests"), suite.get("errors")) == ("1", "1")
    assert next(suite.iter("error")).get("message") == "in/no such.pdf: no PDF. Save it anew"


def test_an_audit_that_judged_nothing_does_not_pass(sample: Audit) -> None:
    assert written(unjudged(sample))[0].get("failures") == "1"


def test_no_contract_gives_an_empty_report() -> None:
    root = written()
    assert (root.get("tests"), len(root)) == ("0", 0)


def test_cases_of_several_contracts_have_names_of_their_own(sample: Audit) -> None:
    root = written(read(sample, *ALL, name="a.md"), read(sample, *ALL, name="b.md"))
    names = [case.get("name") for case in root.iter("testcase")]
    assert len(set(names)) == len(names) == 2 * len(ALL)


def test_hostile_words_stay_words(sample: Audit) -> None:
    root = written(hostile(sample))
    text = "".join(root.itertext()) + "".join(value for element in root.iter() for value in element.attrib.values())
    assert "]]> <b>" in text
    assert "<U+0000><U+001B>[2J<U+202E>gnp.exe<U+FFFE><U+D800>" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(), min_size=1, max_size=40))
def test_any_words_give_well_formed_xml(sample: Audit, words: str) -> None:
    written(hostile(sample, words))


if folder := os.environ.get("REPORT_SCHEMAS"):

    def test_reports_keep_to_the_schema_of_jenkins(sample: Audit) -> None:
        schema = etree.XMLSchema(etree.parse(Path(folder) / "junit-10.xsd"))
        for outcomes in ([], every(sample)):
            schema.assertValid(etree.fromstring(write_junit(outcomes, STYLE)))
