"""Reading order, paragraphs, hyphens, running heads: what a page shows, whatever the order in its file."""

from __future__ import annotations

import random

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, Spacer, Table

from .files import SENTENCE, blocks, body, drawn, flowing, heading, read, text_at


def test_two_columns_are_read_one_after_the_other() -> None:
    story = [body(f"{number}.1 begin{number} {SENTENCE * (2 + number % 4)} end{number}.") for number in range(1, 24)]
    text = read(flowing(story, columns=2, foot="Acme DPA")).text
    places = [text.index(f"begin{n} ") for n in range(1, 24)] + [text.index(f"end{n}.") for n in range(1, 24)]
    assert [places[n // 2 + (n % 2) * 23] for n in range(46)] == sorted(places)
    assert all(f"end{n}." in block for n in range(1, 24) for block in text.split("\n\n") if f"begin{n} " in block)


def test_three_columns_under_a_title_that_spans_them() -> None:
    def draw(canvas: Canvas) -> None:
        text_at(canvas, 60, 780, "A title that spans all of the columns of this page, from left to right", 16)
        for column in range(3):
            for line in range(20):
                text_at(canvas, 60 + 165 * column, 740 - 13 * line, f"col{column} line{line} goes on to next", 10)

    text = read(drawn(draw)).text
    places = [text.index(f"col{column} line{line} ") for column in range(3) for line in range(20)]
    assert places == sorted(places)
    assert text.startswith("# A title that spans")


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_file_is_not_the_order_of_reading(seed: int) -> None:
    lines = [f"line{n:02d} of a text that is written to the file in no order at all," for n in range(40)]
    shuffled = random.Random(seed).sample(range(40), 40)

    def draw(canvas: Canvas) -> None:
        for number in shuffled:
            text_at(canvas, 72, 780 - 14 * number, lines[number])

    assert read(drawn(draw)).text == " ".join(lines)


def test_words_written_from_right_to_left_letter_by_letter_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        words = "The Processor shall notify"
        for place in reversed(range(len(words))):
            canvas.drawString(72 + canvas.stringWidth(words[:place]), 700, words[place])

    assert read(drawn(draw)).text == "The Processor shall notify"


def test_lines_of_a_paragraph_are_put_together_and_paragraphs_kept_apart() -> None:
    found = blocks(flowing([heading("Breach"), body(SENTENCE * 6), Spacer(1, 4), body(SENTENCE * 3)]))
    assert found == ["# Breach", (SENTENCE * 6).strip(), (SENTENCE * 3).strip()]


def test_paragraphs_without_space_between_are_told_by_their_short_last_lines() -> None:
    lines = ["This line of the first paragraph reaches across the whole width,", "and this one does not.",
             "The second paragraph begins here, and it is as wide as the first", "one is."]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            text_at(canvas, 72, 700 - 13 * number, line)

    assert blocks(drawn(draw)) == [" ".join(lines[:2]), " ".join(lines[2:])]


def hyphenated(first: str, second: str, *more: str) -> str:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate((first, second, *more)):
            text_at(canvas, 72, 700 - 13 * number, line)

    return read(drawn(draw)).text


def test_hyphens_at_line_ends_are_mended() -> None:
    text = hyphenated("The Processor shall without undue delay in every case noti-", "fy the Controller.")
    assert text == "The Processor shall without undue delay in every case notify the Controller."


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [("third-", "party", "third-party"), ("non-", "public", "non-public"), ("sub-", "processor", "sub-processor"),
     ("Val-", "d’Orbe", "Val-d’Orbe"), ("2024-", "2025", "2024-2025"), ("Data-", "Protection", "Data-Protection")],
)  # fmt: skip
def test_hyphens_that_belong_to_a_word_stay(before: str, after: str, joined: str) -> None:
    assert joined in hyphenated(
        f"The words of this line reach to its end where they break {before}", f"{after} goes on."
    )


def test_words_of_the_document_tell_which_hyphen_stays() -> None:
    long = "All of the words of this line reach to its end where they break "
    assert "riskbased" in hyphenated("A riskbased one.", "", f"{long} risk-", "based approach.")
    assert "risk-based" in hyphenated("A risk-based one.", "", f"{long} risk-", "based approach.")


def test_a_hanging_hyphen_before_and_stays_apart() -> None:
    text = hyphenated("The Processor shall see to it that in every case the pre-", "and post-contract data are kept.")
    assert "pre- and post-contract" in text


def test_running_heads_and_page_numbers_are_dropped_from_all_pages() -> None:
    story = [body(f"Clause {number}. {SENTENCE * 6}") for number in range(1, 40)]
    text = read(flowing(story, foot="Acme GmbH – Data Processing Agreement")).text
    assert "Acme GmbH" not in text
    assert "Page" not in text
    assert text.count("Clause") == 39


def test_a_sentence_goes_on_over_the_page_and_carries_both_pages() -> None:
    story = [body(SENTENCE * 120)]
    taken = read(flowing(story, foot="Acme"))
    assert taken.text == (SENTENCE * 120).strip()
    assert [(anchor.page, anchor.paragraph) for anchor in taken.anchors][:2] == [(1, 1), (2, 1)]
    assert taken.text[taken.anchors[1].start - 1] == " "


def test_titles_of_annexes_at_the_top_of_pages_are_no_running_heads() -> None:
    def sheet(number: int):
        def draw(canvas: Canvas) -> None:
            text_at(canvas, 72, 780, f"Annex {number}", 12, font="Helvetica-Bold")
            for line in range(10):
                text_at(
                    canvas, 72, 740 - 13 * line, f"Line {line} of sheet {number}, which says what it says and more,"
                )

        return draw

    text = read(drawn(*map(sheet, range(1, 6)))).text
    assert [f"Annex {number}" in text for number in range(1, 6)] == [True] * 5


def test_headings_are_ranked_by_size() -> None:
    story = [
        heading("Agreement", 1),
        heading("Security", 2),
        body(SENTENCE * 5),
        heading("Audit", 2),
        body(SENTENCE * 5),
    ]
    assert [block for block in blocks(flowing(story)) if block[0] == "#"] == ["# Agreement", "## Security", "## Audit"]


def test_bold_titles_and_leads_are_marked() -> None:
    found = blocks(flowing([body("<b>Security</b>"), body(f"<b>Audit.</b> {SENTENCE}")]))
    assert found == ["**Security**", f"**Audit.** {SENTENCE.strip()}"]


def test_numbered_clauses_and_lists_keep_their_numbers() -> None:
    letters = ListFlowable([body("notify;"), body("delete.")], bulletType="a", bulletFormat="(%s)")
    story = [body("4.2 The Processor shall:"), letters,
             ListFlowable([body("dot one"), body("dot two")], bulletType="bullet")]  # fmt: skip
    assert [block.strip() for block in blocks(flowing(story))] == [
        "4.2 The Processor shall:", "(a) notify;", "(b) delete.", "- dot one", "- dot two",
    ]  # fmt: skip


GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")
ROWS = [["Purpose", "Term"], ["Hosting of the platform", "1 year"], ["Support", "2 years"]]
AS_ROWS = ["| Purpose | Term |", "| --- | --- |", "| Hosting of the platform | 1 year |", "| Support | 2 years |"]


@pytest.mark.parametrize("style", [[GRID], [("LINEBELOW", (0, 0), (-1, 0), 1, "black")], []])
def test_ruled_and_aligned_tables_become_rows(style: list[object]) -> None:
    story = [body(SENTENCE * 3), Table(ROWS, colWidths=[200, 100], style=style), Spacer(1, 20), body(SENTENCE * 3)]
    lines = read(flowing(story)).text.split("\n")
    assert [line for line in lines if line.startswith("|")] == AS_ROWS


def test_cells_of_several_lines_stay_cells() -> None:
    cells = [
        [body("Duty"), body("Text")],
        [body("Breach"), body(SENTENCE * 2)],
        [body("Audit"), body("Once a year, " * 12)],
    ]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    rows = read(flowing([Table(cells, colWidths=[80, 200], style=style)])).text.split("\n")
    assert f"| Breach | {(SENTENCE * 2).strip()} |" in rows
    assert len(rows) == 4


def test_a_table_over_two_pages_is_one_table() -> None:
    cells = [["No", "Duty"], *([str(n), f"Duty number {n} of the Processor"] for n in range(1, 60))]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    text = read(flowing([Table(cells, colWidths=[60, 300], style=style, repeatRows=1)], foot="Acme")).text
    assert text.count("| No | Duty |") == 1
    assert "\n\n" not in text
    assert [line.split(" | ")[0] for line in text.split("\n")[2:]] == [f"| {n}" for n in range(1, 60)]


def test_a_page_lying_on_its_side_is_read_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        for number in range(10):
            text_at(canvas, 72, -100 - 14 * number, f"Line {number} of a page that lies on its side, which goes on,")

    text = read(drawn(draw)).text
    assert text.startswith("Line 0 of a page")
    assert [text.index(f"Line {number}") for number in range(10)] == sorted(text.index(f"Line {n}") for n in range(10))


def test_a_stamp_across_the_page_does_not_cut_its_lines() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(20):
            text_at(
                canvas,
                72,
                780 - 14 * number,
                f"line{number:02d} of a text that reads on across the page without an end,",
            )
        canvas.saveState()
        canvas.translate(200, 500)
        canvas.rotate(40)
        canvas.drawString(0, 0, "CONFIDENTIAL DRAFT")
        canvas.restoreState()

    found = blocks(drawn(draw, draw))
    assert [block for block in found if "DRAFT" in block] == ["CONFIDENTIAL DRAFT"]
    assert "line08 of a text that reads on across the page without an end, line09 of a text" in found[0]


def test_notes_are_marked_and_figures_not_glued_to_words() -> None:
    text = read(flowing([body(f"Within 30 days<super size=6>2</super> of it. {SENTENCE}")])).text
    assert "30 days[2] of it." in text


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        text_at(canvas, 72, 700, "1. Breach " + "." * 60 + " 3")
        text_at(canvas, 72, 640, "The Processor shall delete.")

    assert read(drawn(draw)).text == "The Processor shall delete."


def test_notes_at_the_foot_of_a_page_do_not_cut_the_sentence_above_them() -> None:
    def first(canvas: Canvas) -> None:
        for line in range(20):
            text_at(
                canvas, 72, 780 - 14 * line, f"line{line:02d} of a text that goes on over the end of its page and then,"
            )
        text_at(canvas, 72, 60, "1", 6)
        text_at(canvas, 76, 57, "Not at weekends.", 9)

    def second(canvas: Canvas) -> None:
        text_at(canvas, 72, 780, "on the next page, comes to its end.")

    found = blocks(drawn(first, second))
    assert found[0].endswith("and then, on the next page, comes to its end.")
    assert found[1:] == ["[1] Not at weekends."]
