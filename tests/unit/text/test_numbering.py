from __future__ import annotations

import pytest

from clause_auditor.text.numbering import Style, read_keyword, read_label


@pytest.mark.parametrize(
    ("line", "text", "style", "value"),
    [
        ("1. Scope", "1", Style.DECIMAL, 1),
        ("12) Scope", "12", Style.DECIMAL, 12),
        ("4.2 Security", "4.2", Style.DECIMAL, 2),
        ("4.2. Security", "4.2", Style.DECIMAL, 2),
        ("4.2.11) Security", "4.2.11", Style.DECIMAL, 11),
        ("5.0 Network", "5", Style.DECIMAL, 5),
        ("(a) do", "a", Style.ALPHA, 1),
        ("a) do", "a", Style.ALPHA, 1),
        ("b. do", "b", Style.ALPHA, 2),
        ("(aa) do", "aa", Style.ALPHA, 27),
        ("(i) do", "i", Style.ROMAN, 1),
        ("iv. do", "iv", Style.ROMAN, 4),
        ("(viii) do", "viii", Style.ROMAN, 8),
        ("A. Scope", "A", Style.UPPER_ALPHA, 1),
        ("II. Scope", "II", Style.UPPER_ROMAN, 2),
        ("(3) do", "3", Style.DECIMAL, 3),
        ("4.2(b)(iii) do", "4.2(b)(iii)", Style.ROMAN, 3),
        ("\u00a7 5 Scope", "5", Style.DECIMAL, 5),
        ("* **", "", Style.BULLET, 0),
        ("- do", "", Style.BULLET, 0),
        ("\u2022 do", "", Style.BULLET, 0),
        ("- (b) do", "b", Style.ALPHA, 2),
    ],
)
def test_marks_are_read(line: str, text: str, style: Style, value: int) -> None:
    label = read_label(line, 0, len(line))
    assert label is not None
    assert label.text == text
    assert (style, value) in label.readings


@pytest.mark.parametrize(
    "line", ["i.e. that", "12 months", "(Date) of", "e.g. one", "2016/679", "-5 degrees", "Inc. is"]
)
def test_words_and_figures_are_no_marks(line: str) -> None:
    assert read_label(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "text", "keyword"),
    [
        ("Article 5 \u2013 Security", "5", "article"),
        ("Section II: Duties", "II", "section"),
        ("Clause 4", "4", "clause"),
    ],
)
def test_keyworded_numbers_are_read(line: str, text: str, keyword: str) -> None:
    label = read_keyword(line, 0, len(line))
    assert label is not None
    assert (label.text, label.keyword) == (text, keyword)
