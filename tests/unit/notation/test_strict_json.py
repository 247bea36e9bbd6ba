"""Strict JSON: the same values as any reader, with lines, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.errors import InputError
from clause_auditor.notation import parse_json

_VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.text(st.characters(codec="utf-8"), max_size=9)
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
    max_leaves=12,
)


@given(_VALUES, st.sampled_from([None, 1]), st.booleans())
def test_any_value_is_read_as_written(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    try:
        found = parse_json(data, "f").plain()
    except InputError as error:
        assert "surrogate" in error.faults[0].problem
        return
    assert found == json.loads(text)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{"a": 1,\n "a": 2}', "f:2", '"a" is given twice'),
        ("[1.0]", "f:1", "whole numbers"),
        ("[1e3]", "f:1", "whole numbers"),
        ("[9999999999999999999]", "f:1", "whole numbers"),
        ("[NaN]", "f:1", "no value of JSON"),
        ("[-Infinity]", "f:1", "no value of JSON"),
        ("[01]", "f:1", '"," is expected'),
        ("[1,]", "f:1", "no value of JSON"),
        ('{"a": 1,}', "f:1", "name of a field is expected"),
        ("{a: 1}", "f:1", "name of a field is expected"),
        ("['a']", "f:1", "no value of JSON"),
        ('{"a" 1}', "f:1", '":" is expected'),
        ('\n["a\nb"]', "f:2", "ill-formed"),
        ('["\\x"]', "f:1", "ill-formed"),
        ('["\\ud800"]', "f:1", "half a surrogate"),
        ('["a', "f:1", "ill-formed"),
        ("[] []", "f:1", "follows after the end"),
        ("truex", "f:1", "follows after the end"),
        ("", "f:1", "no value of JSON"),
        ("[" * 41, "f:1", "deeper than 40"),
        ('{"a":' * 100_000, "f:1", "deeper than 40"),
    ],
)
def test_what_is_refused_and_where(text: str, place: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(text.encode(), "f")
    (fault,) = caught.value.faults
    assert words in fault.problem
    assert fault.place == place


def test_fields_know_their_lines() -> None:
    node = parse_json(b'{\n"a": [\n1,\n2],\n\n"b":\n3}', "f")
    assert isinstance(node.value, dict)
    members = node.value["a"].value
    assert isinstance(members, tuple)
    assert [member.place for member in members] == ["f:3", "f:4"]
    assert (node.value["a"].place, node.value["b"].place) == ("f:2", "f:6")


@given(st.text(alphabet='{}[]",:1 tfn\\u\n', max_size=40))
def test_what_this_reader_takes_every_reader_takes(text: str) -> None:
    try:
        found = parse_json(text.encode(), "f").plain()
    except InputError:
        return
    assert found == json.loads(text)


def test_a_long_text_is_read_in_linear_time() -> None:
    data = json.dumps({"text": "word \n" * 2_000_000}).encode()
    node = parse_json(data, "f", most_bytes=1 << 25)
    assert isinstance(node.value, dict)
    assert len(str(node.value["text"].value)) == 12_000_000
