"""The letter as Markdown, held to snapshots: set UPDATE_SNAPSHOTS=1 to write them anew and read the difference."""

from __future__ import annotations

import dataclasses
import subprocess

import pytest
from documents.office import PANDOC

from clause_auditor.domain.audit import Perspective
from clause_auditor.domain.finding import Evidence, Severity, Status
from clause_auditor.errors import InputError
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.letter.markdown_letter import write_letter_markdown
from reports.conftest import finding
from reports.letter.conftest import FINDINGS, with_findings
from reports.test_text_report import hold

HOSTILE = "[a]: https://evil.example --> <script>x</script> `y` **z** \u202e\x00\ud800 =cmd|' /C calc'!A0 | ~~s~~ &lt;"


def write(outcome: Outcome) -> str:
    return write_letter_markdown(outcome, ReportStyle()).decode()


@pytest.mark.parametrize("perspective", list(Perspective))
def test_the_letter_is_as_agreed(outcome: Outcome, perspective: Perspective) -> None:
    assert outcome.audit
    audit = dataclasses.replace(outcome.audit, perspective=perspective)
    hold(f"letter-{perspective}", write(dataclasses.replace(outcome, audit=audit)))


def test_a_letter_without_requests_is_as_agreed(outcome: Outcome) -> None:
    hold("letter-good", write(with_findings(outcome, FINDINGS[0])))


def test_a_file_that_could_not_be_read_gives_no_letter() -> None:
    text = write(Outcome("x--y.pdf", error=InputError.at("x--y.pdf", "is no PDF")))  # type: ignore[arg-type]
    assert "# No letter: x--y.pdf could not be audited" in text
    assert "* x- -y.pdf: is no PDF" in text
    assert "Dear" not in text


def test_hostile_text_is_text(outcome: Outcome) -> None:
    bad = finding(
        "bad",
        Status.WEAK,
        Severity.HIGH,
        title=HOSTILE,
        message="1. " + HOSTILE,
        evidence=(Evidence("dpa", 0, 3, HOSTILE, "[a]"),),
    )
    assert outcome.audit
    text = write(with_findings(dataclasses.replace(outcome, name=HOSTILE, remedies={}), bad))
    note, _, letter = text.partition("\n-->\n")
    assert "--" not in note.removeprefix("<!--")
    for raw in ("<script", "**z**", "`y`", "]: ", "](", "~~", "\u202e", "\x00", "| "):
        assert raw not in letter.replace("\\" + raw[0], "")
    shown = _as_plain(letter)
    assert "<script>x</script>" in shown
    assert "**z**" in shown


def _as_plain(markdown: str) -> str:
    """Return what a reader of the rendered page sees."""
    if PANDOC is None:
        pytest.skip("pandoc is not installed")
    command = [PANDOC, "-f", "gfm", "-t", "plain", "--wrap=none"]
    return subprocess.run(command, input=markdown, capture_output=True, text=True, check=True, timeout=60).stdout
