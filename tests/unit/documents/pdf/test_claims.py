"""What is drawn is judged; what the file says beside it is told where it says something else."""

from __future__ import annotations

from pathlib import Path

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from clause_auditor.documents.pdf.actual_text import agrees, decode_words
from clause_auditor.domain.contract import HiddenKind
from clause_auditor.errors import InputError

from .files import SENTENCE, assemble, by_hand, drawn, last_block, line, read, scan, stream, text_at, to_unicode

OTHERWISE = HiddenKind.RENDERED_OTHERWISE
VERA = ("Vera", "VeraBd", "VeraIt", "VeraBI")
STANDARD = ("Helvetica", "Helvetica-Oblique", "Times-Roman", "Times-BoldItalic", "Courier-Bold")
PANGRAMS = (
    "Within 48 hours of 30 May 2027, Jack Quiz's extra five big dogs vow to hike past 16 old lynx gazing.",
    "THE FIVE BOXING WIZARDS JUMP QUICKLY; (a) 1,234.56 EUR / 78 % & 90 days - 'no' \"yes\" [c] #7 @x +1 = 2!",
)


def replaced(shown: str, said: str) -> bytes:
    """Words drawn, and others given in their place."""
    marked = f"/Span <</ActualText <FEFF{said.encode('utf-16-be').hex()}>>> BDC ({shown}) Tj EMC".encode("latin-1")
    return b"BT /F1 11 Tf 50 560 Td (The breach is told within ) Tj %s ( of it.) Tj ET" % marked


def test_words_in_the_place_of_others_are_told_and_the_drawn_ones_judged() -> None:
    assert last_block(by_hand(replaced("90 days", "24 hours"))) == (
        "The breach is told within 90 days of it.",
        [(OTHERWISE, "24 hours")],
    )


@pytest.mark.parametrize(
    ("shown", "said"),
    [("office", "o\ufb03ce"), ("noti-", "noti\u00ad"), ("THE TERM", "The Term"), ("\x95", "\u2022 "),
     ("caf\xe9", "cafe\u0301"), ("30 days", "30\u00a0days"), ("", "")],
)  # fmt: skip
def test_words_in_the_place_of_the_same_raise_no_alarm(shown: str, said: str) -> None:
    assert last_block(by_hand(replaced(shown, said)))[1] == []


@pytest.mark.parametrize(
    ("said", "shown", "same"),
    [("office", "o\ufffdce", True), ("not", "\ufffd\ufffd", True), ("shall not", "shall \ufffd", True),
     ("shall never at all", "shall \ufffd", False), ("24 hours", "\ufffd90", False), ("24", "", False),
     ("", "90", False), ("\u05d0\u05d1", "\u05d1\u05d0", True)],
)  # fmt: skip
def test_letters_that_the_file_does_not_tell_may_stand_for_a_few(said: str, shown: str, same: bool) -> None:
    assert agrees(said, shown) is same


def test_words_said_where_nothing_is_drawn_are_told() -> None:
    text, hidden = last_block(by_hand(replaced("  ", "not ")))
    assert (" ".join(text.split()), hidden) == ("The breach is told within of it.", [(OTHERWISE, "not")])


def test_words_that_two_pages_share_are_told_on_both() -> None:
    content = b"/Span /P0 BDC BT /F 11 Tf 50 560 Td (Told within 90 days, and not later.) Tj ET EMC"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/Properties<</P0 6 0 R>>>>>>"
    )
    data = assemble([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 2>>", page, stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</ActualText(Told within 24 hours, and not later.)>>", page,
    ])  # fmt: skip
    taken = read(data)
    assert taken.text.count("90 days") == 2
    assert [passage.text for passage in taken.hidden] == ["Told within 24 hours, and not later."] * 2


def test_recognised_text_of_a_scan_may_be_given_in_the_place_of_letters() -> None:
    lines = [f"Line {number} of the scan that somebody made" for number in range(10)]

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(scan(lines), 0, 0, 595, 842)
        for number, words in enumerate(lines):
            canvas._code.append(f"/Span <</ActualText ({words})>> BDC")
            text_at(canvas, 50, 772 - 60 * number, words, 19, mode=3)
            canvas._code.append("EMC")

    taken = read(drawn(draw))
    assert all(words in " ".join(taken.text.split()) for words in lines)
    assert taken.hidden == ()


def spelled(shown: str, said: str) -> bytes:
    """A line whose letters are drawn by their names, and said to be others."""
    names = {" ": "space", ".": "period", ",": "comma"} | {str(d): n for d, n in enumerate(
        "zero one two three four five six seven eight nine".split())}  # fmt: skip
    glyphs = " ".join(f"/{names.get(letter, letter)}" for letter in shown)
    font = f"/Encoding<</Type/Encoding/Differences[128 {glyphs}]>>/ToUnicode 7 0 R".encode()
    codes = bytes(range(128, 128 + len(shown)))
    content = b"BT /F2 11 Tf 50 560 Td <%s> Tj ET" % codes.hex().encode()
    return by_hand(content, [to_unicode(dict(zip(codes, said, strict=True)))], font)


@pytest.mark.parametrize("turn", ["", "/Rotate 90", "/Rotate 180"])
def test_a_font_that_says_another_sentence_is_found_out(turn: str) -> None:
    shown, said = "The vendor may sell data whenever it wishes.", "The vendor shall never sell any data at all."
    data = spelled(shown, said).replace(b"/Contents 4 0 R", b"/Contents 4 0 R" + turn.encode())
    text, hidden = last_block(data)
    assert text == shown
    assert [kind for kind, _ in hidden] == [OTHERWISE]
    assert "shall never sell any" in hidden[0][1]


def test_one_figure_that_is_another_is_found_out() -> None:
    said = {code: chr(code) for code in range(32, 127)} | {ord("9"): "2"}
    font = b"/Encoding/WinAnsiEncoding/ToUnicode 7 0 R"
    text, hidden = last_block(by_hand(line(560, "Within 99 hours, not 22.", "F2"), [to_unicode(said)], font))
    assert (text, hidden) == ("Within 99 hours, not 22.", [(OTHERWISE, "22")])


def test_letters_that_are_said_and_draw_nothing_are_hidden() -> None:
    font = b"/Encoding<</Type/Encoding/Differences[128/space/space/space]>>/ToUnicode 7 0 R"
    content = b"BT /F1 11 Tf 50 560 Td (The vendor shall ) Tj /F2 11 Tf <808182> Tj /F1 11 Tf ( sell data.) Tj ET"
    text, hidden = last_block(by_hand(content, [to_unicode({128: "n", 129: "o", 130: "t"})], font))
    assert (" ".join(text.split()), hidden) == ("The vendor shall sell data.", [(HiddenKind.HIDDEN_RUN, "not")])


def plain(text: str) -> str:
    """A text without spaces, and without the marks of bold paragraphs."""
    return "".join(text.split()).replace("*", "")


def written_in(font: str) -> bytes:
    """The pangrams in a font, embedded if it is not one that every program has."""
    if font in VERA:
        pdfmetrics.registerFont(TTFont(font, Path(reportlab.__file__).parent / "fonts" / f"{font}.ttf"))

    def draw(canvas: Canvas) -> None:
        for number, words in enumerate(PANGRAMS):
            text_at(canvas, 40, 700 - 30 * number, words, 8, font=font)

    return drawn(draw, pageCompression=0)


@pytest.mark.parametrize("font", [*VERA, *STANDARD])
def test_fonts_that_say_what_they_draw_raise_no_alarm(font: str) -> None:
    taken = read(written_in(font))
    assert plain(taken.text) == plain(" ".join(PANGRAMS))
    assert (taken.hidden, taken.remarks) == ((), ())


@pytest.mark.parametrize("font", VERA)
@pytest.mark.parametrize(("shown", "said"), ["30", "48", "78", "61"])
def test_an_embedded_font_that_says_another_figure_is_found_out(font: str, shown: str, said: str) -> None:
    sound = written_in(font)
    lying = sound.replace(b"<%04X>" % ord(shown), b"<%04X>" % ord(said))
    assert lying != sound
    taken = read(lying)
    assert plain(taken.text) == plain(" ".join(PANGRAMS))
    assert {passage.kind for passage in taken.hidden} == {OTHERWISE}


def test_a_font_whose_letters_are_like_none_is_told_once() -> None:
    said = {code: chr(code) for code in range(32, 127)}
    font = b"/BaseFont/ZapfDingbats/ToUnicode 7 0 R"
    data = by_hand(line(560, SENTENCE, "F2"), [to_unicode(said)], font).replace(
        b"/BaseFont/Helvetica/BaseFont", b"/BaseFont"
    )
    assert read(data).remarks == ("The letters of 1 font could not be compared with what is drawn.",)


def coded(*lines: str) -> bytes:
    """Lines in a font that says control characters for its letters."""
    glyphs = sorted({*"".join(lines)} - {" "})
    font = f"/Encoding<</Type/Encoding/Differences[1 {' '.join(f'/{glyph}' for glyph in glyphs)}]>>/ToUnicode 7 0 R"
    content = b""
    for number, words in enumerate(lines):
        codes = bytes(glyphs.index(letter) + 1 if letter != " " else 32 for letter in words)
        content += b"BT /F2 11 Tf 50 %d Td <%s> Tj ET " % (560 - 14 * number, codes.hex().encode())
    said = {code: chr(code) for code in [*range(1, len(glyphs) + 1), 32]}
    return by_hand(content, [to_unicode(said)], font.encode())


def test_a_font_that_names_no_letters_is_read_by_its_looks_if_little_is_written_in_it() -> None:
    taken = read(coded("shall not sell"))
    assert taken.text.endswith("shall not sell")
    assert taken.hidden == ()
    assert taken.remarks == ("The letters of 1 font are not named in the file; they were read by their looks.",)


def test_a_file_whose_fonts_name_no_letters_is_refused() -> None:
    with pytest.raises(InputError, match=r"fonts do not tell which letters they draw.*OCR"):
        read(coded(*["the vendor shall not sell data of any one to any other one at all"] * 9))


@pytest.mark.parametrize(
    ("words", "said"),
    [(b"\xfe\xff\x00n\x00o", "no"), (b"\xff\xfen\x00o\x00", "no"), (b"\xef\xbb\xbfn\xc3\xb6", "n\u00f6"),
     (b"n\xf6\x93\xa0", "n\u00f6\ufb01\u20ac"), (b"\xfe\xff\xd8\x00\x00", "\ufffd")],
)  # fmt: skip
def test_words_are_decoded_as_the_standard_has_it(words: bytes, said: str) -> None:
    assert decode_words(words).rstrip("\ufffd") == said.rstrip("\ufffd")
