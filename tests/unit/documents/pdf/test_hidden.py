"""What the eye does not see on a page is left out and told; what it does see in unusual ways is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from clause_auditor.domain.contract import HiddenKind

from .files import HEIGHT, WIDTH, by_hand, drawn, last_block, line, read, scan, stream, text_at


def judge(draw: Callable[[Canvas], None]) -> tuple[str, list[tuple[HiddenKind, str]]]:
    def page(canvas: Canvas) -> None:
        text_at(canvas, 72, 780, "The Processor shall delete.")
        draw(canvas)

    taken = read(drawn(page))
    return taken.text.removeprefix("The Processor shall delete.").strip(), [(h.kind, h.text) for h in taken.hidden]


def white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)


def boxed(
    canvas: Canvas, *, words_first: bool, fill: tuple[float, float, float], ink: tuple[float, float, float]
) -> None:
    def words() -> None:
        canvas.setFillColorRGB(*ink)
        text_at(canvas, 72, 645, "secret words")

    if words_first:
        words()
    canvas.setFillColorRGB(*fill)
    canvas.rect(60, 640, 300, 20, stroke=0, fill=1)
    if not words_first:
        words()


def clip(canvas: Canvas, x: float, size: float) -> None:
    path = canvas.beginPath()
    path.rect(x, 600, size, size)
    canvas.clipPath(path, stroke=0)


HIDING: dict[str, tuple[HiddenKind, Callable[[Canvas], None]]] = {
    "white on white": (HiddenKind.SAME_COLOUR, lambda c: (white(c), text_at(c, 72, 700, "secret words"))),
    "nearly white": (
        HiddenKind.SAME_COLOUR, lambda c: (c.setFillColorRGB(0.99, 0.99, 0.98), text_at(c, 72, 700, "secret words")),
    ),
    "clear": (HiddenKind.SAME_COLOUR, lambda c: (c.setFillAlpha(0), text_at(c, 72, 700, "secret words"))),
    "blue on blue": (
        HiddenKind.SAME_COLOUR, lambda c: boxed(c, words_first=False, fill=(0, 0, 0.5), ink=(0, 0, 0.5)),
    ),
    "tiny": (HiddenKind.TINY, lambda c: text_at(c, 72, 700, "secret words", 0.9)),
    "scaled down": (
        HiddenKind.TINY, lambda c: (c.scale(0.05, 0.05), text_at(c, 1500, 14000, "secret words", 12)),
    ),
    "not painted": (HiddenKind.HIDDEN_RUN, lambda c: text_at(c, 72, 700, "secret words", mode=3)),
    "below the page": (HiddenKind.OUTSIDE_PAGE, lambda c: text_at(c, 72, -60, "secret words")),
    "left of the page": (HiddenKind.OUTSIDE_PAGE, lambda c: text_at(c, -400, 600, "secret words")),
    "cut to nothing": (HiddenKind.OUTSIDE_PAGE, lambda c: (clip(c, 72, 0), text_at(c, 72, 700, "secret words"))),
    "cut to elsewhere": (HiddenKind.OUTSIDE_PAGE, lambda c: (clip(c, 400, 90), text_at(c, 72, 700, "secret words"))),
    "under a box": (HiddenKind.COVERED, lambda c: boxed(c, words_first=True, fill=(1, 1, 1), ink=(0, 0, 0))),
    "under a picture": (
        HiddenKind.COVERED,
        lambda c: (text_at(c, 72, 500, "secret words"), c.drawImage(scan([]), 50, 400, 300, 200)),
    ),
    "white on a white picture": (
        HiddenKind.SAME_COLOUR,
        lambda c: (c.drawImage(scan([]), 50, 400, 300, 200), white(c), text_at(c, 72, 500, "secret words")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(HIDING))
def test_what_is_not_seen_is_no_text_and_is_told(name: str) -> None:
    kind, draw = HIDING[name]
    assert judge(draw) == ("", [(kind, "secret words")])


SHOWING: dict[str, Callable[[Canvas], None]] = {
    "white on blue": lambda c: boxed(c, words_first=False, fill=(0, 0, 0.5), ink=(1, 1, 1)),
    "grey": lambda c: (c.setFillColorRGB(0.6, 0.6, 0.6), text_at(c, 72, 700, "secret words")),
    "small print": lambda c: text_at(c, 72, 700, "secret words", 5),
    "outlined": lambda c: (white(c), text_at(c, 72, 700, "secret words", mode=1)),
    "beside a box": lambda c: (text_at(c, 72, 700, "secret words"), white(c), c.rect(300, 600, 90, 200, 0, 1)),
    "cut to where it stands": lambda c: (clip(c, 60, 300), text_at(c, 72, 700, "secret words")),
    "under a line": lambda c: (text_at(c, 72, 700, "secret words"), c.rect(60, 703, 200, 1, fill=1)),
    "under a marker": lambda c: (
        text_at(c, 72, 700, "secret words"), c.setFillAlpha(0.3), c.setFillColorRGB(1, 1, 0),
        c.rect(60, 690, 99, 30, 0, 1),
    ),
    "white on a dark picture": lambda c: (
        c.drawImage(scan(["#" * 30] * 12), 50, 400, 300, 200, mask=None), c.setFillColorRGB(0, 0, 0.2),
        c.rect(60, 490, 200, 30, fill=1), white(c), text_at(c, 72, 500, "secret words"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", list(SHOWING))
def test_what_is_seen_is_text(name: str) -> None:
    assert judge(SHOWING[name]) == ("secret words", [])


def test_a_hidden_word_within_a_sentence_stands_where_it_would() -> None:
    def draw(canvas: Canvas) -> None:
        text_at(canvas, 72, 700, "The Processor shall")
        white(canvas)
        text_at(canvas, 176, 700, "not", 10)
        canvas.setFillColorRGB(0, 0, 0)
        text_at(canvas, 195, 700, "sell the data.")

    taken = read(drawn(draw))
    assert taken.text == "The Processor shall sell the data."
    assert [(passage.text, taken.text[: passage.offset].strip()) for passage in taken.hidden] == [
        ("not", "The Processor shall")
    ]


LINES = [f"Line {number} of the scan that somebody made" for number in range(10)]


@pytest.mark.parametrize(
    "mode", [3, 0], ids=["recognised text over nothing painted", "recognised text under the picture"]
)
def test_recognised_text_of_a_scan_is_text_where_the_picture_shows_some(mode: int) -> None:
    def layer(canvas: Canvas) -> None:
        for number, words in enumerate(LINES):
            text_at(canvas, 50, HEIGHT - 70 - 60 * number, words, 19, mode=mode)

    def draw(canvas: Canvas) -> None:
        if mode == 0:
            layer(canvas)
        canvas.drawImage(scan(LINES), 0, 0, WIDTH, HEIGHT)
        if mode == 3:
            layer(canvas)
        text_at(canvas, 50, 60, "words where the picture is blank", 11, mode=3)

    taken = read(drawn(draw))
    assert all(line in " ".join(taken.text.split()) for line in LINES)
    assert [(h.kind, h.text) for h in taken.hidden] == [(HiddenKind.HIDDEN_RUN, "words where the picture is blank")]


WORDS = line(560, "secret words")
LAYER = b"<</Type/OCG/Name(A layer)>>"
IN_LAYER = b"/OC /L0 BDC " + WORDS + b"EMC "
NAMED = b"/Properties<</L0 7 0 R>>"
OFF = b"/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>"
ON = b"/OCProperties<</OCGs[7 0 R]/D<</Order[7 0 R]>>>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 842]/Resources<</Font<</F1 5 0 R>>>>"
BOX = stream(b"1 g 0 0 360 30 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 360 30]")
FRAME = stream(b"1 0 0 RG 1 1 358 28 re S", b"/Type/XObject/Subtype/Form/BBox[0 0 360 30]")


def note(kind: str) -> bytes:
    return b"<</Type/Annot/Subtype/%s/F 4/Rect[40 550 400 580]/AP<</N 8 0 R>>>>" % kind.encode()


BY_HAND: dict[str, tuple[HiddenKind | None, bytes]] = {
    "layer off": (HiddenKind.HIDDEN_RUN, by_hand(IN_LAYER, [LAYER], catalogue=OFF, resources=NAMED)),
    "layer on": (None, by_hand(IN_LAYER, [LAYER], catalogue=ON, resources=NAMED)),
    "form in a layer that is off": (
        HiddenKind.HIDDEN_RUN,
        by_hand(b"/X Do", [LAYER, stream(WORDS, FORM + b"/OC 7 0 R")], catalogue=OFF,
                resources=b"/XObject<</X 8 0 R>>"),
    ),
    "form drawn in a layer that is off": (
        HiddenKind.HIDDEN_RUN,
        by_hand(b"/OC /L0 BDC /X Do EMC", [LAYER, stream(WORDS, FORM)], catalogue=OFF,
                resources=NAMED + b"/XObject<</X 8 0 R>>"),
    ),
    "form in a layer that is on": (
        None,
        by_hand(b"/X Do", [LAYER, stream(WORDS, FORM + b"/OC 7 0 R")], catalogue=ON, resources=b"/XObject<</X 8 0 R>>"),
    ),
    "squeezed by its matrix": (
        HiddenKind.TINY, by_hand(b"BT /F1 11 Tf 0.05 0 0 1 50 560 Tm (secret words) Tj ET")
    ),
    "squeezed by its scale": (HiddenKind.TINY, by_hand(b"BT /F1 11 Tf 10 Tz 50 560 Td (secret words) Tj ET")),
    "narrow": (None, by_hand(b"BT /F1 11 Tf 60 Tz 50 560 Td (secret words) Tj ET")),
    "under a white square": (HiddenKind.COVERED, by_hand(WORDS, [note("Square"), BOX], page=b"/Annots[7 0 R]")),
    "under a redaction": (HiddenKind.COVERED, by_hand(WORDS, [note("Redact"), BOX], page=b"/Annots[7 0 R]")),
    "in a frame": (None, by_hand(WORDS, [note("Square"), FRAME], page=b"/Annots[7 0 R]")),
}  # fmt: skip


@pytest.mark.parametrize("name", list(BY_HAND))
def test_layers_squeezed_letters_and_boxes_over_words(name: str) -> None:
    kind, data = BY_HAND[name]
    assert last_block(data) == (("secret words", []) if kind is None else ("", [(kind, "secret words")]))


def test_a_word_outside_of_the_crop_box_is_not_seen() -> None:
    data = drawn(lambda c: (text_at(c, 72, 780, "The Processor shall delete."), text_at(c, 72, 100, "cut off words")))
    cropped = data.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 595 842 ]/CropBox [ 0 400 595 842 ]")
    assert cropped != data
    taken = read(cropped)
    assert (taken.text, [(h.kind, h.text) for h in taken.hidden]) == (
        "The Processor shall delete.",
        [(HiddenKind.OUTSIDE_PAGE, "cut off words")],
    )
