"""Word files that LibreOffice and pandoc wrote: numbering, lists, tables, notes, tracked changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.options import DEFAULTS
from clause_auditor.documents.word import extract

from ..office import convert_all, pandoc
from .flat_odt import (
    bullet,
    changes,
    deleted,
    deletion,
    flat_odt,
    heading,
    inserted,
    insertion,
    items,
    list_style,
    number,
    paragraph,
)
from .word_files import ORIGINAL, lines

THREE = ["one", "two", "three"]
DEEP = ["one", ["two", ["three", "four"], "five"], "six"]


def simple(*levels: str) -> str:
    return flat_odt(items("L", THREE), lists=list_style("L", *levels))


def deep(*levels: str) -> str:
    return flat_odt(items("L", DEEP), lists=list_style("L", *levels))


LISTS: dict[str, tuple[str, list[str]]] = {
    "decimal": (simple(number(1, "1")), ["1. one", "2. two", "3. three"]),
    "bracket": (simple(number(1, "1", after=")")), ["1) one", "2) two", "3) three"]),
    "letters": (simple(number(1, "a", before="(", after=")")), ["(a) one", "(b) two", "(c) three"]),
    "capitals": (simple(number(1, "A")), ["A. one", "B. two", "C. three"]),
    "roman": (simple(number(1, "i", before="(", after=")")), ["(i) one", "(ii) two", "(iii) three"]),
    "upper-roman": (simple(number(1, "I")), ["I. one", "II. two", "III. three"]),
    "article": (
        simple(number(1, "1", before="Article ", after="")),
        ["Article 1 one", "Article 2 two", "Article 3 three"],
    ),
    "section-sign": (simple(number(1, "1", before="§ ", after="")), ["§ 1 one", "§ 2 two", "§ 3 three"]),
    "from-seven": (simple(number(1, "1", start=7)), ["7. one", "8. two", "9. three"]),
    "bullets": (simple(bullet(1, "•")), ["- one", "- two", "- three"]),
    "squares": (simple(bullet(1, "■")), ["- one", "- two", "- three"]),
    "dashes": (simple(bullet(1, "–")), ["- one", "- two", "- three"]),
    "legal": (
        deep(number(1, "1"), number(2, "1", after="", shown=2), number(3, "1", after="", shown=3)),
        ["1. one", "1.1 two", "1.1.1 three", "1.1.2 four", "1.2 five", "2. six"],
    ),
    "mixed": (
        deep(number(1, "1"), number(2, "a", before="(", after=")"), number(3, "i", before="(", after=")")),
        ["1. one", "(a) two", "(i) three", "(ii) four", "(b) five", "2. six"],
    ),
    "bullets-below": (
        deep(number(1, "1"), bullet(2, "•"), bullet(3, "–")),
        ["1. one", "- two", "- three", "- four", "- five", "2. six"],
    ),
    "roman-over-decimal": (
        deep(number(1, "I"), number(2, "1", after=")"), number(3, "A", after="")),
        ["I. one", "1) two", "A three", "B four", "2) five", "II. six"],
    ),
    "goes-on": (
        flat_odt(
            items("L", ["one", "two"]) + paragraph("between") + items("L", ["three"], goes_on=True),
            lists=list_style("L", number(1, "1")),
        ),
        ["1. one", "2. two", "between", "3. three"],
    ),
    "begins-anew": (
        flat_odt(
            items("L", ["one", "two"]) + paragraph("between") + items("L", ["three"]),
            lists=list_style("L", number(1, "1")),
        ),
        ["1. one", "2. two", "between", "1. three"],
    ),
    "two-lists": (
        flat_odt(
            items("L", ["one"]) + items("M", ["alpha", "beta"]) + items("L", ["two"], goes_on=False, start=2),
            lists=list_style("L", number(1, "1")) + list_style("M", number(1, "a")),
        ),
        ["1. one", "a. alpha", "b. beta", "2. two"],
    ),
    "restarted-item": (
        flat_odt(items("L", ["five", "six"], start=5), lists=list_style("L", number(1, "1"))),
        ["5. five", "6. six"],
    ),
    "past-z": (
        flat_odt(items("L", ["y", "z", "aa"], start=25), lists=list_style("L", number(1, "a", after=")"))),
        ["y) y", "z) z", "aa) aa"],
    ),
    "unnumbered-item": (
        flat_odt(
            '<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>more of one</text:p>'
            "</text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>",
            lists=list_style("L", number(1, "1")),
        ),
        ["1. one", "more of one", "2. two"],
    ),
    "headings": (
        flat_odt(
            heading("Breach", 1)
            + heading("Notice", 2)
            + paragraph("Text.")
            + heading("Content", 2)
            + heading("Audit", 1),
            outline="<text:outline-style style:name='Outline'>"
            "<text:outline-level-style text:level='1' style:num-format='1' style:num-suffix='.'/>"
            "<text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/>"
            "</text:outline-style>",
        ),
        ["# 1. Breach", "## 1.1 Notice", "Text.", "## 1.2 Content", "# 2. Audit"],
    ),
}

GRID = '<table:table-column table:number-columns-repeated="{}"/>'


def grid(columns: int, *rows: str, head: str = "") -> str:
    heads = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    return flat_odt(f"<table:table>{GRID.format(columns)}{heads}{''.join(rows)}</table:table>{paragraph('after')}")


def line(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def slot(text: str, attributes: str = "", inside: str = "") -> str:
    return f"<table:table-cell {attributes}>{inside or paragraph(text)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"
TABLES: dict[str, tuple[str, list[str]]] = {
    "plain": (grid(2, line(slot("a"), slot("b")), line(slot("c"), slot("d"))), ["| a | b |", "| c | d |", "after"]),
    "head": (grid(2, line(slot("c"), slot("d")), head=line(slot("a"), slot("b"))),
             ["| a | b |", "| --- | --- |", "| c | d |", "after"]),
    "over-columns": (grid(3, line(slot("wide", 'table:number-columns-spanned="2"'), COVERED, slot("c")),
                          line(slot("d"), slot("e"), slot("f"))), ["| wide | wide | c |", "| d | e | f |", "after"]),
    "over-rows": (grid(2, line(slot("tall", 'table:number-rows-spanned="2"'), slot("b")), line(COVERED, slot("d"))),
                  ["| tall | b |", "| tall | d |", "after"]),
    "several-paragraphs": (grid(2, line(slot("a"), slot("", inside=paragraph("One.") + paragraph("Two.")))),
                           ["| a | One. Two. |", "after"]),
    "nested": (
        grid(2, line(slot("left"), slot("", inside=paragraph("right") + "<table:table>" + GRID.format(2)
             + line(slot("x"), slot("y")) + "</table:table>" + paragraph("end")))),
        ["left", "right", "| x | y |", "end", "after"],
    ),
    "one-column": (grid(1, line(slot("boxed"))), ["boxed", "after"]),
}  # fmt: skip

TEXTS: dict[str, str] = {
    "footnote": flat_odt(
        '<text:p>Within 24 hours<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Not at weekends.</text:p></text:note-body></text:note> of a breach.</text:p>"
    ),
    "hidden": flat_odt(
        '<text:p>The Processor shall <text:span text:style-name="G">not </text:span>notify.</text:p>'
        '<text:p text:style-name="P"><text:span text:style-name="W">White words.</text:span></text:p>',
        styles='<style:style style:name="G" style:family="text"><style:text-properties text:display="none"/>'
        "</style:style>"
        '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"/>',
    ),
    "changes": flat_odt(
        changes(deletion(1, "ninety "), insertion(2), deletion(3, "Old clause.", ""), insertion(4), deletion(5, "", ""))
        + paragraph(f"Within {deleted(1)}{inserted(2, 'thirty ')}days.")
        + paragraph(f"{deleted(3)}Second clause.")
        + paragraph('<text:change-start text:change-id="c4"/>New clause.')
        + paragraph('<text:change-end text:change-id="c4"/>Third clause.')
        + paragraph(f"Half of it, {deleted(5)}and the rest.")
    ),
}


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    sources = {name: source for name, (source, _) in (LISTS | TABLES).items()} | TEXTS
    return convert_all(sources, "docx", tmp_path_factory.mktemp("office"))


def read(path: Path) -> Extraction:
    return extract(path.read_bytes(), DEFAULTS)


@pytest.mark.parametrize("name", LISTS)
def test_lists(office_files: dict[str, Path], name: str) -> None:
    assert lines(read(office_files[name])) == LISTS[name][1]


@pytest.mark.parametrize("name", TABLES)
def test_tables(office_files: dict[str, Path], name: str) -> None:
    assert lines(read(office_files[name])) == TABLES[name][1]


def test_footnotes(office_files: dict[str, Path]) -> None:
    assert lines(read(office_files["footnote"])) == ["Within 24 hours of a breach.", "Footnote 1: Not at weekends."]


def test_hidden_text(office_files: dict[str, Path]) -> None:
    found = read(office_files["hidden"])
    assert lines(found) == ["The Processor shall notify."]
    assert [h.text for h in found.hidden] == ["not", "White words."]


def test_tracked_changes(office_files: dict[str, Path]) -> None:
    path = office_files["changes"]
    assert lines(read(path)) == [
        "Within thirty days.", "Second clause.", "New clause.", "Third clause.", "Half of it, and the rest.",
    ]  # fmt: skip
    assert lines(extract(path.read_bytes(), ORIGINAL)) == [
        "Within ninety days.", "Old clause.", "Second clause.", "Third clause.", "Half of it,", "and the rest.",
    ]  # fmt: skip


MARKDOWN = """
# Data Processing Agreement

1.  The Processor shall

    a)  act on instructions;
    b)  keep data secret.

2.  It notifies[^n] breaches.

    - at once
    - in writing

[^n]: Within 24 hours.

| Purpose | Term   |
|---------|--------|
| Hosting | 1 year |

Term
:   What it means.

> Quoted words.

**Audits.** The Controller may audit.
"""


def test_what_pandoc_writes(tmp_path: Path) -> None:
    found = lines(read(pandoc(MARKDOWN, "docx", tmp_path / "dpa.docx")))
    assert found == [
        "# Data Processing Agreement",
        "1. The Processor shall",
        "a) act on instructions;",
        "b) keep data secret.",
        "2. It notifies breaches.",
        "- at once",
        "- in writing",
        "| Purpose | Term |",
        "| --- | --- |",
        "| Hosting | 1 year |",
        "**Term**",
        "What it means.",
        "Quoted words.",
        "**Audits.** The Controller may audit.",
        "Footnote 1: Within 24 hours.",
    ]
