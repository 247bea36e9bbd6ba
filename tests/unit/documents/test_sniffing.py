"""What a file is, is told by what is in it."""

from __future__ import annotations

import pytest

from clause_auditor.documents.sniffing import BystanderError, Format, UnreadFormatError, sniff
from clause_auditor.errors import InputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
TNEF = b"\x78\x9f\x3e\x22\x01\0"
MAIL = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: DPA\r\nMIME-Version: 1.0\r\n\r\nPlease find attached."


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"# Terms", "a.md", Format.TEXT),
        (b"# Terms", "a.docx", Format.TEXT),
        (b"%PDF-1.7", "a.txt", Format.PDF),
        (b"\n\n%PDF-1.4", "a", Format.PDF),
        (b"PK\x03\x04....", "a.txt", Format.ZIP),
        (b"<!DOCTYPE html><p>", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf  <html lang=en>", "a", Format.HTML),
        (b"<!-- saved -->\n<HTML>", "a", Format.HTML),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "a", Format.HTML),
        ("<html><body>x".encode("utf-16"), "a", Format.HTML),
        (b"<div class=x>terms</div>", "a.html", Format.HTML),
        (b"<div class=x>terms</div>", "a.md", Format.TEXT),
        (b"a < b and no tags", "a.html", Format.TEXT),
        (MAIL, "a.txt", Format.MAIL),
        (b"From x@y Mon Jan 1\n" + MAIL, "a", Format.MAIL),
        (b"From: Acme\nTo: Bolt\nDate: 1 May\n\nDear Sirs,", "a.txt", Format.TEXT),
        (b"documents:\n- id: a\n", "a.yaml", Format.TEXT),
        (b'{"facts": {}}', "a", Format.TEXT),
        (b"Received: in good order\nand more words\n\nx", "a.txt", Format.TEXT),
    ],
)
def test_the_content_tells(data: bytes, name: str, form: Format) -> None:
    assert sniff(data, name) is form


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\0\0\0 \n", "empty"),
        (b"{\\rtf1\\ansi x}", "RTF"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"Rar!\x1a\x07\x00", "RAR archive"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
        (b"\x1f\x8b\x08", "gzip archive"),
        (b"-----BEGIN PGP MESSAGE-----\n\nx", "encrypted"),
        (TNEF + b"\x02" + bytes(10), "winmail.dat"),
        (TNEF + b"\x01\x06\x90\x08\0\xff\0\0\0cut off", "winmail.dat"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), ".msg"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "XML form"),
    ],
)
def test_contracts_that_cannot_be_read_are_named_with_a_cure(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        sniff(data)
    assert not isinstance(caught.value, UnreadFormatError)
    assert all(fault.cure for fault in caught.value.faults)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"\0\0\0\x18ftypheic\0\0",
        b'<?xml version="1.0"?><!-- x --><svg xmlns="x">',
        OLE,
    ],
)
def test_what_no_contract_comes_in(data: bytes) -> None:
    with pytest.raises(UnreadFormatError) as caught:
        sniff(data)
    assert all(fault.problem and fault.cure for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"wOF2\0\1\0\0", "f", "font"),
        (b"\0\1\0\0\0\x0f", "font.ttf", "font"),
        (b"\0\0\0\x20ftypisom", "v.mp4", "recording"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "a.wav", "recording"),
        (b"\xff\xfb\x90d", "a.mp3", "sound"),
        (b"BEGIN:VCARD\nFN:Anna", "anna.vcf", "address card"),
        (b"\nBEGIN:VCALENDAR\n", "x", "calendar entry"),
        (b"0\x82\1\n\2\x82", "smime.p7s", "signature"),
        (b"-----BEGIN PGP SIGNATURE-----\n", "signature.asc", "signature"),
        (b"body{color:#000}", "page/style.css", "style sheet"),
        (b"var x=1;", "a.js", "script"),
        (b"print(1)", "a.py", "script"),
        (b"MZ\x90\0", "setup.exe", "program"),
        (TNEF, "winmail.dat", "nothing enclosed"),
        (TNEF + b"\x01\x06\x90\x08\0\x04\0\0\0\0\0\1\0\1\0", "winmail.dat", "nothing enclosed"),
    ],
)
def test_what_lies_beside_contracts(data: bytes, name: str, word: str) -> None:
    with pytest.raises(UnreadFormatError, match=word) as caught:
        sniff(data, name)
    assert isinstance(caught.value, BystanderError)
    assert all(fault.cure for fault in caught.value.faults)


@pytest.mark.parametrize("name", ["terms.css", "terms.js", "dpa.p7s", "dpa.cer", "dpa.mp3"])
def test_a_name_alone_makes_no_bystander(name: str) -> None:
    assert sniff(b"5. The Processor shall (a) notify the Controller; and (b) keep records of it.", name) is Format.TEXT


def test_comments_without_end_cost_no_time() -> None:
    assert sniff(b"<!---->" * 500 + b"x", "a.txt") is Format.TEXT
