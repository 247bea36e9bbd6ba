"""A text is read as the eye reads it; what deceived is told."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clause_auditor.documents.unseen import read_seen
from clause_auditor.domain.contract import HiddenKind


@pytest.mark.parametrize(
    ("text", "seen", "told"),
    [
        ("no\u200btify", "notify", ["no<U+200B>tify"]),
        ("no\u00adtify", "notify", []),
        ("\ufeffterms", "terms", []),
        ("and/\u200bor", "and/or", []),
        ("https://acme.example/\u200bterms", "https://acme.example/terms", []),
        ("a \u200e(b)", "a (b)", []),
        ("shall\u202e ton", "shall ton", ["shall<U+202E>"]),
        ("ok\U000e006e\U000e006f", "ok", ["no"]),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f flag", "\U0001f3f4 flag", []),
        ("nоt sell", "not sell", ["nоt"]),
        ("the processor may сору the data", "the processor may copy the data", ["сору"]),
        ("ﬁrst ofﬁce", "first office", []),
        ("𝐧𝐨𝐭 here", "not here", ["𝐧𝐨𝐭"]),
        ("Москва and Αθήνα", "Москва and Αθήνα", []),
        ("он и она сору", "он и она сору", []),
        ("می\u200cخواهم", "می\u200cخواهم", []),
        ("क्\u200dष", "क्\u200dष", []),
        ("Zürich, Łódź, naïve, Aı", "Zürich, Łódź, naïve, Aı", []),
        ("5 µg of α-tocopherol", "5 µg of α-tocopherol", []),
    ],
)
def test_what_the_eye_reads(text: str, seen: str, told: list[str]) -> None:
    found = read_seen(text)
    assert found.text == seen
    assert [unseen.text for _, unseen in found.found] == told


def test_places_count_in_the_text_as_seen() -> None:
    found = read_seen("ﬁrst no\u200bt, then nоt")
    assert found.text == "first not, then not"
    assert [(place, unseen.kind) for place, unseen in found.found] == [
        (8, HiddenKind.ZERO_WIDTH),
        (16, HiddenKind.LOOK_ALIKE),
    ]


@example("ρρ.a.a.ﬁ")
@example("ρρ.a.a.aρ")
@given(st.text(st.sampled_from("ab оρсﬁ\u200b\u202e\u00ad\u200dक𝐧\U000e0061\n.")))
def test_reading_twice_changes_nothing_more_and_places_stand_within(text: str) -> None:
    found = read_seen(text)
    assert read_seen(found.text).text == found.text
    assert all(0 <= place <= len(found.text) for place, _ in found.found)
    assert [place for place, _ in found.found] == sorted(place for place, _ in found.found)


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert read_seen(text) == (text, ())


def test_hostile_texts_take_linear_time() -> None:
    text = "а\u200bb" * 300_000
    assert len(read_seen(text).text) <= len(text)
