"""Word files that are damaged, protected, or made to do harm, and such of unusual making."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from clause_auditor.documents import ReadingOptions, read_data, read_file
from clause_auditor.documents.options import DEFAULTS
from clause_auditor.documents.word import extract
from clause_auditor.documents.xml_source import parse_xml
from clause_auditor.errors import InputError, LimitError

from .word_files import cell, lines, p, r, row, table, word_file

TEXT = p(r("The Processor shall notify."))
BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;"}">' for n in range(12)
) + "]>"  # fmt: skip


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The file with some members replaced, added, or (None) left out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return packed.getvalue()


def document(inside: str, head: str = "") -> bytes:
    xml = zipfile.ZipFile(io.BytesIO(word_file(inside))).read("word/document.xml").decode()
    return repacked(word_file(TEXT), {"word/document.xml": (head + xml).encode()})


@pytest.mark.parametrize(
    "data",
    [
        document(p("<w:r><w:t>&a11;</w:t></w:r>"), BOMB),
        document(p("<w:r><w:t>&e;</w:t></w:r>"), '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        document(TEXT, '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">'),
        repacked(word_file(TEXT), {"word/styles.xml": b"<!DOCTYPE a><a/>"}),
        repacked(word_file(TEXT), {"word/document.xml": f"{BOMB}<a>&a11;</a>".encode("utf-16")}),
    ],
)
def test_document_types_and_entities_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="document type"):
        extract(data, DEFAULTS)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"word/document.xml": b"<w:document"}, "damaged"),
        ({"word/document.xml": b""}, "damaged"),
        ({"word/document.xml": b"<a/>"}, "without a document"),
        ({"word/document.xml": None}, "without a document"),
        ({"word/styles.xml": b"\xff\xfe\xfd"}, "damaged"),
        ({"word/document.xml": b"<a>" * 5000 + b"</a>" * 5000}, "nested without measure"),
    ],
)
def test_damaged_files(changes: dict[str, bytes | None], words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_data(repacked(word_file(TEXT), changes), "x.docx")
    assert caught.value.faults[0].place == "x.docx"
    assert caught.value.faults[0].cure


def test_a_file_cut_off_anywhere_is_refused() -> None:
    data = word_file(TEXT, styles="", numbering="")
    chance = random.Random(5)
    for cut in [*range(4, 60), *(chance.randrange(4, len(data) - 1) for _ in range(40))]:
        with pytest.raises(InputError):
            extract(data[:cut], DEFAULTS)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "holds no text"),
        (p(), "holds no text"),
        (p(r("x", "<w:vanish/>")), "nothing that the eye sees"),
        (p('<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>'), "pictures and no text"),
    ],
)
def test_files_in_which_there_is_nothing_to_read(body: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        extract(word_file(body), DEFAULTS)


def test_deep_nesting_is_read_or_refused() -> None:
    for depth in (10, 60, 120, 400):
        inner = TEXT
        for _ in range(depth):
            inner = table(row(cell(inside=inner)))
        try:
            assert "shall notify" in read_data(word_file(inner), "x.docx").documents[0].text
        except InputError as error:
            assert depth > 60 and error.faults[0].cure


def test_a_text_over_the_limit() -> None:
    with pytest.raises(LimitError, match="max_text_bytes"):
        extract(word_file(TEXT * 50), ReadingOptions(max_text_bytes=500))


def test_macros_are_passed_over_and_named() -> None:
    data = repacked(word_file(TEXT), {"word/vbaProject.bin": b"\0macro"})
    assert extract(data, DEFAULTS).remarks == ("Its macros were not read and not run.",)


def test_the_strict_form_is_read_like_the_usual_one() -> None:
    strict = (
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict words'
        "</w:t></w:r></w:p></w:body></w:document>"
    )
    assert extract(repacked(word_file(TEXT), {"word/document.xml": strict.encode()}), DEFAULTS).text == "Strict words"


def test_the_document_is_found_by_its_relation_whatever_it_is_called() -> None:
    data = word_file(TEXT)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml, rels = archive.read("word/document.xml"), archive.read("_rels/.rels")
    moved = {"word/document.xml": None, "word/document2.xml": xml, "[Content_Types].xml": b"<Types/>"}
    found = repacked(data, moved | {"_rels/.rels": rels.replace(b"document.xml", b"document2.xml")})
    assert read_data(found, "x.docx").documents[0].text == "The Processor shall notify."


def test_files_over_the_limit_are_refused_before_they_are_read(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "huge.docx"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(LimitError, match="max_file_bytes"):
        read_file(path)


def test_outside_references_are_not_followed() -> None:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        b'Type="x/styles" Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/><Relationship Id="b" '
        b'Type="x/numbering" Target="../../../../etc/passwd"/></Relationships>'
    )
    data = repacked(word_file(TEXT), {"word/_rels/document.xml.rels": rels})
    assert lines(extract(data, DEFAULTS)) == ["The Processor shall notify."]


def test_comments_in_xml_are_no_text() -> None:
    assert parse_xml(b"<a>x<!-- y --><?z?></a>").text == "x"


def test_long_headers_and_footers_are_named_short_ones_left_out() -> None:
    def part(count: int) -> bytes:
        with zipfile.ZipFile(io.BytesIO(word_file(p(r("word " * count))))) as archive:
            return archive.read("word/document.xml")

    short = extract(repacked(word_file(TEXT), {"word/header1.xml": part(9)}), DEFAULTS)
    assert (short.text, short.remarks) == ("The Processor shall notify.", ())
    long = extract(repacked(word_file(TEXT), {"word/footer2.xml": part(60)}), DEFAULTS)
    assert long.remarks == ("A page header or footer of more than 40 words was not read.",)
