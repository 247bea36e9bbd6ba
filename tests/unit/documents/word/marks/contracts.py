"""Contracts as Word files from several programs, for tests that mark them."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from ...office import convert, pandoc

EXAMPLES = Path(__file__).parents[5] / "examples"
WEAK = (EXAMPLES / "weak-vendor-dpa.md").read_text(encoding="utf-8")
RICH = """
# Data Processing Terms

1.  **Scope.** These terms bind *Example Ltd* ("Processor") and the customer.[^1]

    a.  Data of staff, and of their families.
    b.  Data of visitors; see [the list](https://example.org/list) of them.

2.  **Notice.** The Processor tells the Controller of a breach within **ten (10)** days.

| Measure    | Term        |
|------------|-------------|
| Encryption | at rest     |
| Backup     | every night |

## Annex

- The Processor keeps records of what it does.
- It answers questions  of the Controller.

[^1]: The customer is named in the order form.
"""


def by_pandoc(folder: Path, source: str) -> bytes:
    return pandoc(source, "docx", folder / "pandoc.docx").read_bytes()


def by_libreoffice(folder: Path, source: str) -> bytes:
    page = pandoc(source, "odt", folder / "office.odt")
    return convert(page, "docx:MS Word 2007 XML", folder).read_bytes()


def by_python_docx(_: Path, source: str) -> bytes:
    """Write paragraphs and headings, some words in bold, and a table."""
    document = docx.Document()
    for line in source.splitlines():
        if line.startswith("#"):
            document.add_heading(line.lstrip("# "), line.count("#", 0, 4))
        elif line.strip():
            paragraph = document.add_paragraph(style="List Bullet" if line.startswith("- ") else None)
            for place, word in enumerate(line.removeprefix("- ").split(" ")):
                paragraph.add_run(word + " ").bold = place % 7 == 3
    table = document.add_table(2, 2)
    for place, text in enumerate(("Measure", "Term", "Backup", "every night")):
        table.cell(place // 2, place % 2).text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


WRITERS = {"pandoc": by_pandoc, "libreoffice": by_libreoffice, "python-docx": by_python_docx}
SOURCES = {"weak": WEAK, "rich": RICH}
