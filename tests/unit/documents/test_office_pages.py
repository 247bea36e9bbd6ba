"""PDF and HTML files that LibreOffice and pandoc wrote say what the Word file and the Markdown say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clause_auditor.documents import read_data

from .office import convert, pandoc, print_page

SOURCE = """# Data Processing Agreement

## 1. Breach

1.1 **Notice.** The Processor shall notify the Controller of every personal data breach without undue delay and at the
latest forty-eight hours after it has become aware of it, by e-mail to the address in Annex 1.

The notice shall state:

(a) the nature of the breach;
(b) its likely consequences; and
(c) the measures taken.

## 2. Sub-processors

1. One of the list
2. Two of the list
    - a dot below
    - another dot
3. Three of the list

| Sub-processor | Service | Country |
|---------------|---------|---------|
| Fjordhost AS | Servers and back-ups of the platform | Norway |
| Klarlog GmbH | Error logs, kept for thirty days and then deleted | Germany |

The list is kept up to date: “quotes”, Größe, déjà vu, 5 €.

# Annex 1

Write to privacy@example.org.
"""
ROWS = [
    "| Sub-processor | Service | Country |",
    "| Fjordhost AS | Servers and back-ups of the platform | Norway |",
    "| Klarlog GmbH | Error logs, kept for thirty days and then deleted | Germany |",
]
IN_ORDER = (
    "# Data Processing Agreement", "1. Breach", "1.1", "Notice.", "aware of it,", "the nature", "the measures",
    "2. Sub-processors", "1. One of", "2. Two of", "- a dot below", "3. Three of", *ROWS, "Größe, déjà vu, 5 €",
    "# Annex 1", "Write to",
)  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same text as a PDF file and as pages of pandoc and of LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    page = pandoc(SOURCE, "html5", folder / "pandoc.html", reader="markdown+lists_without_preceding_blankline")
    word = pandoc(SOURCE, "docx", folder / "word.docx", reader="markdown+lists_without_preceding_blankline")
    pdf, web = (convert(word, form, folder) for form in ("pdf", "html:XHTML Writer File:UTF8"))
    return {"pandoc.html": page, "office.pdf": pdf, "office.html": web}


def text_of(path: Path) -> str:
    (document,) = read_data(path.read_bytes(), path.name).documents
    return document.text


@pytest.mark.parametrize("name", ["pandoc.html", "office.pdf", "office.html"])
def test_everything_is_there_in_its_order(written: dict[str, Path], name: str) -> None:
    text = re.sub(r"\*\*|(?<=\n) +", "", text_of(written[name]))
    places = [text.find(words) for words in IN_ORDER]
    assert -1 not in places, IN_ORDER[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["pandoc.html", "office.pdf", "office.html"])
def test_headings_and_bold_leads_are_marked(written: dict[str, Path], name: str) -> None:
    lines = [line for line in text_of(written[name]).split("\n") if line.startswith("#")]
    titles = ["Data Processing Agreement", "1. Breach", "2. Sub-processors", "Annex 1"]
    assert [line.lstrip("# ") for line in lines] == titles
    assert "**Notice.** The Processor" in text_of(written[name])


def test_nothing_of_a_sound_file_is_hidden(written: dict[str, Path]) -> None:
    for path in written.values():
        (document,) = read_data(path.read_bytes(), path.name).documents
        assert document.hidden == ()


EXAMPLES = [Path(__file__).parents[3] / f"examples/{name}.md" for name in ("weak-vendor-dpa", "dpa-of-2019")]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The example contracts as PDF files of LibreOffice and of Chromium."""
    folder = tmp_path_factory.mktemp("printed")
    found = []
    for example in EXAMPLES:
        source = example.read_text(encoding="utf-8")
        found.append(convert(pandoc(source, "docx", folder / f"{example.stem}.docx"), "pdf", folder))
        found.append(print_page(pandoc(source, "html", folder / f"{example.stem}.html"), folder))
    return found


def test_pdf_files_of_other_programs_raise_no_alarm(printed: list[Path]) -> None:
    for path in printed:
        (document,) = read_data(path.read_bytes(), path.name).documents
        assert len(document.text) > 2_000
        assert (path.name, document.hidden, document.remarks) == (path.name, (), ())


def test_a_note_at_the_foot_of_a_page_does_not_cut_the_sentence_that_goes_on(tmp_path: Path) -> None:
    clause = "The Processor shall notify the Controller of every personal data breach. " * 60
    source = f"Within 30 days[^1] of it. {clause}\n\n[^1]: Not at weekends.\n"
    text = text_of(convert(pandoc(source, "docx", tmp_path / "note.docx"), "pdf", tmp_path))
    assert text.split("\n\n") == [f"Within 30 days[1] of it. {clause}".strip(), "[1] Not at weekends."]
