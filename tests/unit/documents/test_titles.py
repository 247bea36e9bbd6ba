"""What a paper is called, and what it is taken for."""

from __future__ import annotations

import pytest

from clause_auditor.documents.titles import first_line, guess_role, markdown_heading
from clause_auditor.domain.contract import DocumentRole


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Data Processing Agreement", DocumentRole.DPA),
        ("GLOBAL DPA (2026)", DocumentRole.DPA),
        ("HIPAA Business Associate Agreement", DocumentRole.BAA),
        ("Annex 2: Security", DocumentRole.ANNEX),
        ("Exhibit B", DocumentRole.ANNEX),
        ("Annex A: Data Processing Terms", DocumentRole.DPA),
        ("Annex 1: Details of the data processing", DocumentRole.ANNEX),
        ("Order Form 17", DocumentRole.ORDER_FORM),
        ("Privacy Policy", DocumentRole.POLICY),
        ("Master Services Agreement", DocumentRole.MAIN),
        ("Agreement with annexes", DocumentRole.MAIN),
        ("", DocumentRole.MAIN),
    ],
)
def test_the_title_tells_the_role(title: str, role: DocumentRole) -> None:
    assert guess_role(title) is role


def test_the_first_heading_is_the_title_of_markdown() -> None:
    assert markdown_heading("Some logo line.\n\n##  **Processing Terms** ##\n\n# Later") == "Processing Terms"


def test_without_headings_a_short_first_line_is_the_title() -> None:
    assert markdown_heading("\n\n**Processing Terms**\n\nThe parties agree.") == "Processing Terms"
    assert first_line("The parties have agreed on the following.\n") == ""
    assert first_line("x" * 200) == ""
