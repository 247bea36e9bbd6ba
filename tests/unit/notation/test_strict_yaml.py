"""Strict YAML: what each scalar is, what is refused, where."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.errors import InputError, PackError
from clause_auditor.notation import parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("4.10", "4.10"),
        ("72:00", "72:00"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("007", "007"),
        ("+1", "+1"),
        ("1_000", "1_000"),
        ("2026-11-22", "2026-11-22"),
        (".nan", ".nan"),
        ("<<", "<<"),
        ("=", "="),
        ("Null", "Null"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("999999999999999999", 999999999999999999),
        ("9999999999999999999", "9999999999999999999"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n 12\n", "12\n"),
    ],
)
def test_a_scalar_is_what_it_looks_like(text: str, value: object) -> None:
    node = parse_yaml(f"key: {text}\n".encode(), "a.yaml")
    found = node.plain()
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "f:3", '"a" is given twice'),
        ("a: {b: 1, b: 2}", "f:1", '"b" is given twice'),
        ("a: &x 1", "f:1", "anchors"),
        ("- 1\n- *x", "f:2", "aliases"),
        ("a: !!str x", "f:1", "tags"),
        ("a: !own x", "f:1", "tags"),
        ("? [a]\n: b", "f:1", "name of a field must be a word"),
        ("a: 1\n---\nb: 2", "f:2", "second document"),
        ("a: [1, 2\nb: 3", "f:2", "ill-formed"),
        ("a: b: c", "f:1", "ill-formed"),
        ("a:\n\t- b", "f:2", "ill-formed"),
        ("a: 'b", "f:1", "ill-formed"),
        ("a: b\nc: \x07", "f:2", "control character"),
        ("ä: b\nc: \x07", "f:2", "control character"),
        ("- " * 60 + "a", "f:1", "deeper than 40"),
        ("[" * 100_000, "f:1", "deeper than 40"),
        ("{a: " * 60 + "b" + "}" * 60, "f:1", "deeper than 40"),
    ],
)
def test_what_is_refused_and_where(text: str, place: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml(text.encode(), "f")
    (fault,) = caught.value.faults
    assert words in fault.problem
    assert fault.place == place
    assert fault.cure


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    with pytest.raises(InputError, match="f:2: the file is not UTF-8"):
        parse_yaml(b"a: 1\nb: \xff\n", "f")


def test_a_large_file_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 10 bytes"):
        parse_yaml(b"a" * 11, "f", most_bytes=10)


def test_the_kind_of_error_is_the_callers_choice() -> None:
    with pytest.raises(PackError):
        parse_yaml(b"a: [", "f", error=PackError)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert parse_yaml(b"\xef\xbb\xbfa: 1", "f").plain() == {"a": 1}


def test_an_empty_file_is_nothing() -> None:
    assert parse_yaml(b"# nothing\n", "f").plain() is None


def test_every_node_knows_its_line() -> None:
    node = parse_yaml(b"a: 1\nb:\n  - x\n  - y: 2\n\n    z: 3\n", "f")
    assert isinstance(node.value, dict)
    items = node.value["b"].value
    assert isinstance(items, tuple)
    assert node.value["b"].place == "f:2"
    assert [item.place for item in items] == ["f:3", "f:4"]
    assert isinstance(items[1].value, dict)
    assert items[1].value["z"].place == "f:6"


def test_no_message_quotes_the_file() -> None:
    for text in ("secretword: 'x", "a: b: secretword", "@secretword", "%secretword\n---\na", "a: *secretword"):
        with pytest.raises(InputError) as caught:
            parse_yaml(text.encode(), "f")
        assert "secretword" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parse_yaml(data, "f")
    except InputError as error:
        assert error.faults[0].place.startswith("f")


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@, \n\t~?", max_size=60))
def test_any_marks_are_read_or_refused(text: str) -> None:
    try:
        parse_yaml(text.encode(), "f")
    except InputError as error:
        assert error.faults[0].problem


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**17), 10**17), _WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_WORDS, inner, max_size=4)),
    max_leaves=12,
)


@given(_VALUES)
def test_what_a_writer_of_yaml_writes_is_read_back(value: object) -> None:
    quoted = yaml.safe_dump(value, allow_unicode=True, default_style=None, default_flow_style=False)
    assert parse_yaml(quoted.encode(), "f").plain() == value
