from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clause_auditor.text.markup import mask


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("**Security.** The *Vendor* shall", "Security. The Vendor shall"),
        ("see [our list](https://example.org/a_b) now", "see our list now"),
        ("the site (https://example.org/x) lists", "the site lists"),
        ("__Term__ and _other_ and snake_case", "Term and other and snake_case"),
        ("use `code` here", "use code here"),
        ("1\\. Scope", "1. Scope"),
        ("<p class='a'>Hello <b>you</b></p>", "Hello you"),
        ("<!-- hidden -->seen", "seen"),
        ("{/* note */}seen {' '}twice", "seen twice"),
        ("A&nbsp;B &amp; C", "A B C"),
        ("![logo](x.png) text", "text"),
        ("---\ntitle: T\n---\nBody", "Body"),
        ("import { A } from 'b';\nBody", "Body"),
        ("pay ____ to {{name}}", "pay ____ to {{name}}"),
        ("a <Client Name> here", "a <Client Name> here"),
        ("<Notice kind='x'>text</Notice>", "text"),
    ],
)
def test_markup_is_blanked(source: str, words: str) -> None:
    masked = mask(source)
    assert " ".join(masked.split()) == words
    assert len(masked) == len(source)


def test_block_tags_become_line_breaks_and_marks() -> None:
    source = "<h2>Terms</h2><ul><li>one</li><li>two</li></ul>"
    lines = [" ".join(line.split()) for line in mask(source).splitlines() if line.strip()]
    assert lines == ["## Terms", "- one", "- two"]


@given(st.text(alphabet="ab <>/!-*_[]()`\\{}&;#\n\"'=", max_size=200))
def test_a_mask_is_as_long_as_its_source_and_keeps_its_line_breaks(source: str) -> None:
    masked = mask(source)
    assert len(masked) == len(source)
    assert all(masked[place] == "\n" for place, mark in enumerate(source) if mark == "\n")
