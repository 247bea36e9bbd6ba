"""Facts: every type read, every wrong value refused with its place, and written back as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.documents.facts import parse_facts, plain_fact, read_fact, read_facts
from clause_auditor.documents.spans import parse_span, span_text
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.errors import InputError
from clause_auditor.notation import parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("72 hours", Duration(72, Unit.HOURS)),
        ("1 hour", Duration(1, Unit.HOURS)),
        ("3 calendar_days", Duration(3, Unit.CALENDAR_DAYS)),
        ("5 business days", Duration(5, Unit.BUSINESS_DAYS)),
        ("2 Working Days", Duration(2, Unit.BUSINESS_DAYS)),
        ("1 month", Duration(1, Unit.MONTHS)),
        ("immediately", Promptness.IMMEDIATE),
        ("without_undue_delay", Promptness.PROMPT),
        ("without undue delay", Promptness.PROMPT),
        ("none", "none"),
    ],
)
def test_times_are_read(text: str, value: object) -> None:
    assert parse_span(text, "p") == value


@pytest.mark.parametrize("text", ["72", "hours", "-1 hours", "1.5 hours", "3 fortnights", "soon", "", "9999999 hours"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="72 hours"):
        parse_span(text, "p")


def test_days_of_no_kind_are_refused() -> None:
    with pytest.raises(InputError, match="calendar_days or business_days"):
        parse_span("30 days", "p")


@settings(deadline=None)
@given(st.builds(Duration, st.integers(0, 999_999), st.sampled_from(Unit)) | st.sampled_from(Promptness))
def test_times_are_written_as_they_are_read(value: Duration | Promptness) -> None:
    assert parse_span(span_text(value), "p") == value


@pytest.mark.parametrize(
    ("name", "plain", "value"),
    [
        ("encryption_at_rest", False, False),
        ("audit_right", "reports_only", "reports_only"),
        ("audit_right", "none", "none"),
        ("controller", "  Acme  ", "Acme"),
        ("processing_locations", ["de", "EEA"], frozenset({"DE", "EEA"})),
        ("processing_purposes", [], frozenset()),
        ("breach_notice", "none", "none"),
    ],
)
def test_each_type_is_read(name: str, plain: object, value: object) -> None:
    assert read_fact(name, plain, "facts") == value


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("encryption_at_rest", "yes"),
        ("encryption_at_rest", 1),
        ("audit_right", "perhaps"),
        ("audit_right", True),
        ("controller", ""),
        ("breach_notice", 72),
        ("processing_purposes", "payroll"),
        ("processing_purposes", [1]),
        ("processing_locations", ["UK"]),
        ("processing_locations", ["EU"]),
        ("processing_locations", ["Germany"]),
        ("no_such_fact", True),
    ],
)
def test_each_wrong_value_is_refused(name: str, plain: object) -> None:
    with pytest.raises(InputError):
        read_fact(name, plain, "facts")


def test_all_faults_come_at_once_with_file_and_line_and_without_the_value() -> None:
    node = parse_yaml(b"audit_right: CANARY\nencryption_at_rest: CANARY\nbreach_notice: CANARY CANARY\n", "r.yaml")
    with pytest.raises(InputError) as caught:
        parse_facts(node)
    assert [fault.place.split(",")[0] for fault in caught.value.faults] == ["r.yaml:1", "r.yaml:2", "r.yaml:3"]
    assert "facts.breach_notice" in caught.value.faults[2].place
    assert "CANARY" not in str(caught.value)


def test_an_unknown_fact_gets_the_nearest_name() -> None:
    with pytest.raises(InputError, match="breach_notice"):
        read_facts({"breach_notise": "72 hours"})


def test_null_is_a_fact_not_given() -> None:
    assert read_facts({"term": None, "audit_right": None}) == {}


def test_facts_are_written_as_they_are_read() -> None:
    plain: dict[str, Any] = {
        "audit_right": "inspection",
        "breach_notice": "without_undue_delay",
        "encryption_at_rest": True,
        "processing_locations": ["DE", "FR"],
        "term": "3 years",
    }
    assert {name: plain_fact(value) for name, value in read_facts(plain).items()} == plain
