"""Bytes that are text become canonical text; all others get a message that says what to do."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.documents.decoding import decode
from clause_auditor.errors import InputError, LimitError

TEXT = "Die Löschung erfolgt binnen 30 Tagen – ok"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le"],
)
def test_a_byte_order_mark_tells_the_encoding(data: bytes) -> None:
    assert decode(data, "dpa.txt") == TEXT


def test_line_ends_become_one_kind() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "dpa.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"abc\0def", "NUL byte at offset 3"),
        ("Löschung, Prüfung".encode() + b" caf\xe9", "byte 23"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "byte 4"),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_cure(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "dpa.txt")
    (fault,) = caught.value.faults
    assert fault.place == "dpa.txt"
    assert words in fault.problem
    assert fault.cure


def test_undecodable_bytes_leave_no_cause_behind() -> None:
    with pytest.raises(InputError) as caught:
        decode("SECRET größer".encode() + b"\xff", "dpa.txt")
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert "SECRET" not in str(caught.value)


def test_the_limit_is_of_bytes_and_inclusive() -> None:
    assert decode(b"abcd", "dpa.txt", limit=4) == "abcd"
    with pytest.raises(LimitError, match="max_text_bytes"):
        decode(b"abcde", "dpa.txt", limit=4)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except InputError:
        return
    assert "\0" not in text
    assert "\r" not in text
    text.encode()
