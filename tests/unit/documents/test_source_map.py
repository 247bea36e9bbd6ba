"""From a letter of the canonical text to where it stands in the file."""

from __future__ import annotations

import pytest

from clause_auditor.documents.source_map import align


@pytest.mark.parametrize(
    ("body", "raw", "pieces"),
    [
        ("abc", "abc", ["a", "b", "c"]),
        ("a b", "a  \t b", ["a", "  \t ", "b"]),
        ("a\nb", "a \n  b", ["a", " \n  ", "b"]),
        ("ab", "  ab  ", ["a", "b"]),
        ("ab", "a\u200bb", ["a\u200b", "b"]),
        ("fine", "\ufb01ne", ["\ufb01", "\ufb01", "n", "e"]),
        ("scope", "sc\u043epe", ["s", "c", "\u043e", "p", "e"]),
        ("", "   ", []),
    ],
)
def test_each_letter_is_what_became_it(body: str, raw: str, pieces: list[str]) -> None:
    assert [raw[low:high] for low, high in align(body, raw)] == pieces
