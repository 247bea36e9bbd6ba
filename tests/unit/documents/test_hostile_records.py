"""Whatever stands in a JSON or YAML file: a contract or an input error with places, never another exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clause_auditor.documents import read_data
from clause_auditor.documents.record import KEYS
from clause_auditor.domain.fact import FACT_TYPES
from clause_auditor.errors import InputError

NAMES = [*KEYS, "id", "text", "clauses", "number", "rank", "file", "name", "role", "page", "language", *FACT_TYPES]
leaf = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
tree = st.recursive(
    leaf,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=20,
)
record = st.dictionaries(st.sampled_from(KEYS), tree, max_size=5)

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data: bytes, name: str) -> None:
    try:
        contract = read_data(data, name)
    except InputError as error:
        assert error.faults
        assert all(fault.place and fault.problem for fault in error.faults)
        return
    assert contract.documents or contract.facts


@UNHURRIED
@given(record)
def test_any_json_is_read_or_refused(value: dict[str, object]) -> None:
    read(json.dumps(value).encode(), "r.json")


@UNHURRIED
@given(record)
def test_any_yaml_is_read_or_refused(value: dict[str, object]) -> None:
    read(json.dumps(value, ensure_ascii=False).encode(), "r.yaml")


@UNHURRIED
@given(st.text("{}[]:,-#&*!|>'\"%@` \n\tabc01\\", max_size=60))
def test_any_punctuation_is_read_or_refused(text: str) -> None:
    read(text.encode(), "r.yaml")
    read(text.encode(), "r.json")


@pytest.mark.parametrize(
    "text", ['contract_key: "\\ud800"\nfacts: {encryption_at_rest: true}\n', "a: \x07\n", "? [a]\n"]
)
def test_what_yaml_allows_and_text_does_not_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"r\.yaml"):
        read_data(text.encode(), "r.yaml")
