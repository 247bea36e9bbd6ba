"""Fonts of signs: what they draw for letters, and what is said of signs that are not known."""

from __future__ import annotations

import pytest

from clause_auditor.documents.word.symbols import DINGBATS, SYMBOL, UNKNOWN, read_sign, read_signs

from .word_files import p, r, read_body

GREEK = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
TICKS = '<w:rFonts w:ascii="Wingdings"/>'


@pytest.mark.parametrize(
    ("code", "letter"),
    [(0x61, "α"), (0xF061, "α"), (0xF0A3, "≤"), (0xB3, "≥"), (0xF057, "Ω"), (0x6A, "ϕ"), (0x76, "ϖ"), (0xE0, "◊"),
     (0xFE, "⎭"), (0x2264, "≤"), (0x24, "∃"), (0xDE, "⇒"), (0xD2, "®"), (0xF0F0, UNKNOWN), (0x85, UNKNOWN)],
)  # fmt: skip
def test_the_font_symbol_has_the_encoding_of_adobe(code: int, letter: str) -> None:
    assert read_sign(code, SYMBOL) == letter


def test_wingdings_are_boxes_and_ticks() -> None:
    assert read_signs("\xfe \xa8 \u2610 \u0001", DINGBATS) == f"☑ ☐ ☐ {UNKNOWN}"


def test_runs_and_signs_of_a_word_file() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>'
    read = read_body(p(r("abg ", GREEK) + sign + r(" 48 hours ") + r("\xfe", TICKS)))
    assert (read.text, read.remarks) == ("αβγ ≤ 48 hours ☑", ())


def test_signs_that_are_not_known_are_seen_and_remarked() -> None:
    read = read_body(p(r("a ") + r("\x80\x81", TICKS)))
    assert (read.text, read.remarks) == (f"a {UNKNOWN}{UNKNOWN}", ("2 signs in it are not known.",))


@pytest.mark.parametrize("tag", ["<w:strike/>", "<w:dstrike/>"])
def test_struck_out_words_stand_and_are_remarked(tag: str) -> None:
    read = read_body(p(r("within ") + r("72", tag) + r(" hours", tag) + r(" or ") + r("3 days", tag)))
    assert read.text == "within 72 hours or 3 days"
    assert read.remarks == ("2 struck-out passages were judged as standing, since no tracked change deletes them.",)


def test_words_that_are_struck_and_not_seen_are_told_as_hidden_only() -> None:
    read = read_body(p(r("seen ") + r("gone", "<w:strike/><w:vanish/>") + r("on", '<w:strike w:val="0"/>')))
    assert (read.text, read.remarks, len(read.hidden)) == ("seen on", (), 1)
