"""Files that cannot be read, or not wholly: a clear word, a cure, bounded work."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import pdfencrypt

from clause_auditor.documents import read_data
from clause_auditor.documents.options import DEFAULTS
from clause_auditor.errors import InputError, LimitError

from .files import HEIGHT, SENTENCE, WIDTH, assemble, body, drawn, flowing, heading, read, scan, text_at

GOOD = flowing([heading("Breach"), *(body(SENTENCE * 4) for _ in range(20))], foot="Acme")


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    (fault,) = caught.value.faults
    assert fault.cure
    assert fault.place == ""
    return fault.problem


def locked(password: str) -> bytes:
    guard = pdfencrypt.StandardEncryption(password, ownerPassword="owner", strength=128)
    return drawn(lambda c: text_at(c, 72, 700, "The Processor shall delete."), encrypt=guard)


def test_a_file_behind_a_password_says_so() -> None:
    assert "password" in refusal(locked("secret"))


def test_a_file_that_only_may_not_be_printed_is_read() -> None:
    assert read(locked("")).text == "The Processor shall delete."


def test_a_scan_without_text_is_said_to_be_one() -> None:
    picture = scan(["The Processor shall delete."] * 8)
    data = drawn(*[lambda c: c.drawImage(picture, 0, 0, WIDTH, HEIGHT)] * 3)
    with pytest.raises(InputError, match=r"scan.*OCR"):
        read(data)


def test_a_scan_with_a_stamp_on_each_page_is_one_too() -> None:
    picture = scan(["The Processor shall delete."] * 8)
    data = drawn(*[lambda c: (c.drawImage(picture, 0, 0, WIDTH, HEIGHT), text_at(c, 50, 20, "Envelope 4711"))] * 3)
    assert "scan" in refusal(data)


def test_a_scanned_page_among_others_is_named() -> None:
    def plain(canvas) -> None:
        for line in range(20):
            text_at(canvas, 72, 780 - 14 * line, f"Line {line} of a page with text that reads on to the next one,")

    data = drawn(plain, lambda c: c.drawImage(scan(["x"]), 0, 0, WIDTH, HEIGHT), plain)
    assert read(data).remarks == ("Pages that are pictures without text were not read: 2.",)


def test_pages_without_anything_are_said_to_be_so() -> None:
    assert "no text" in refusal(drawn(lambda c: None, lambda c: None))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", GOOD[:300], GOOD[:1000] + b"%%EOF"])
def test_what_is_cut_off_is_said_to_be_damaged(data: bytes) -> None:
    assert "damaged" in refusal(data)


@pytest.mark.parametrize(
    "broken",
    [
        GOOD.replace(b"startxref", b"startxxxx"),
        GOOD.replace(b"\nxref\n", b"\nxxxx\n"),
        GOOD[: GOOD.rindex(b"trailer")],
        b"junk before\n" * 20 + GOOD,
        GOOD + b"\0" * 3000,
    ],
    ids=["no startxref", "no table", "no trailer", "junk before", "junk behind"],
)
def test_a_broken_table_of_objects_is_mended_or_refused(broken: bytes) -> None:
    try:
        assert read(broken).text.startswith("# Breach")
    except InputError as error:
        assert "damaged" in str(error)


def test_too_many_pages_are_refused_before_they_are_read() -> None:
    count = 50_000
    kids = b" ".join(b"3 0 R" for _ in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>"]  # fmt: skip
    begun = time.perf_counter()
    with pytest.raises(LimitError, match=r"50000 pages.*5000.*Split it into files of fewer pages"):
        read(assemble(objects))
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "-1e8 -1e8 1e8 1e8", "600 800 0 0", "0 0 14400 14400"])
def test_pages_of_absurd_size_are_read_in_bounded_time(box: str) -> None:
    stream = b"BT /F 12 Tf 20 20 Td (The Processor shall delete.) Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
               b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[%s]/Resources<</Font<</F 5 0 R>>>>>>" % box.encode(),
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]  # fmt: skip
    begun = time.perf_counter()
    assert read(assemble(objects)).text == "The Processor shall delete."
    assert time.perf_counter() - begun < 5


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(LimitError, match="max_text_bytes"):
        read(GOOD, replace(DEFAULTS, max_text_bytes=500))


def test_a_wrong_name_does_not_matter_and_the_message_names_the_file() -> None:
    assert read_data(GOOD, "contract.docx").documents[0].title == "Breach"
    with pytest.raises(InputError, match=r"^locked\.txt: .*password"):
        read_data(locked("secret"), "locked.txt")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_damaged_files_are_read_or_refused_and_offsets_hold(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        taken = read(bytes(data))
    except InputError:
        return
    assert [anchor.start for anchor in taken.anchors] == sorted(anchor.start for anchor in taken.anchors)
    assert all(0 <= passage.offset <= len(taken.text) for passage in taken.hidden)
