"""File names that mean a format."""

from __future__ import annotations

import pytest

from clause_auditor.reports.formats import FORMATS, find_format


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("out/r.sarif", "sarif"),
        ("r.SARIF.JSON", "sarif"),
        ("r.oscal.json", "oscal"),
        ("r.json", "json"),
        ("r.junit.xml", "junit"),
        ("r.xml", "junit"),
    ],
)
def test_the_longest_ending_decides(path: str, name: str) -> None:
    found = find_format(path)
    assert found
    assert found.name == name


def test_an_unknown_ending_means_no_format() -> None:
    assert find_format("r.exe") is None


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_can_be_loaded(form: object) -> None:
    assert callable(form.load())  # type: ignore[attr-defined]
