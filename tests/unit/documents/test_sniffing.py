"""What a file is, is told by what is in it."""

from __future__ import annotations

import pytest

from clause_auditor.documents.sniffing import Format, UnreadFormatError, sniff
from clause_auditor.errors import InputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
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
        b"Rar!\x1a\x07\x00",
        b"7z\xbc\xaf\x27\x1c",
        b"\x1f\x8b\x08",
        OLE,
    ],
)
def test_what_no_contract_comes_in(data: bytes) -> None:
    with pytest.raises(UnreadFormatError) as caught:
        sniff(data)
    assert all(fault.problem and fault.cure for fault in caught.value.faults)
