"""What a file is, told by its content; the name only decides between texts."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import Final

from clause_auditor.errors import ClauseAuditorError, InputError, ProtectedError


class Format(StrEnum):
    """What can be read, by the way in which it is read."""

    TEXT = "text"
    """Plain text, Markdown, and structured contracts as JSON or YAML."""
    PDF = "pdf"
    HTML = "html"
    ZIP = "zip"
    """A ZIP archive, or a Word file, which is one: its members tell."""
    MAIL = "mail"
    """A message with its attachments, or a web page saved as one (.mht)."""


class UnreadFormatError(InputError):
    """No contract comes in this format: among several files it is passed over and named."""


_WORD_FILE: Final = "Open it in a word processor, save it as .docx, and audit that file"
_REFUSED: Final = (
    (b"Rar!\x1a\x07", "a RAR archive, which is not read", "Unpack it and audit its files"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive, which is not read", "Unpack it and audit its files"),
    (b"\x1f\x8b", "a gzip archive, which is not read", "Unpack it and audit its files"),
    (b"BZh", "a bzip2 archive, which is not read", "Unpack it and audit its files"),
    (b"\xfd7zXZ\x00", "an xz archive, which is not read", "Unpack it and audit its files"),
    *(
        (
            head,
            "a picture, in which there is no text to read",
            "Run text recognition (OCR) over it and audit the result",
        )
        for head in (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM\x00\x00")
    ),
    (b"\x7fELF", "a program, no contract", "Name the file that holds the contract"),
    (b"MZ\x90\x00", "a program, no contract", "Name the file that holds the contract"),
)
_RTF: Final = b"{\\rtf"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_XML_WORD = re.compile(rb"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)|progid=.Word\.Document")
_HTML = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_LIKE = re.compile(
    rb"<(?:p|div|table|h[1-6]|ul|ol|span|br|meta|title|style|section|article)\b[^<>]{0,400}>", re.IGNORECASE
)
_HTML_SUFFIX = re.compile(r"\.(?:x?html?|aspx?)\Z", re.IGNORECASE)
_MAIL_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*|[ \t][^\r\n]*)\Z")
_MAIL_SIGNS: Final = (b"mime-version:", b"message-id:", b"received:", b"return-path:", b"dkim-signature:", b"x-mailer:")
_HEAD: Final = 4096


def sniff(data: bytes, name: str = "") -> Format:
    """Return the format of a file; `InputError.at("", ...)` says of one that cannot be read what it is and the cure."""
    if not data.strip(b"\0\t\n\r\x0b\x0c "):
        raise InputError.at("", "the file is empty", "Name a file that holds the text of a contract")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.ZIP
    if data.startswith(_OLE):
        raise _old_office(data)
    if data.startswith(_RTF):
        raise InputError.at("", "an RTF file, which is not read", _WORD_FILE)
    for head, problem, cure in _REFUSED:
        if data.startswith(head):
            raise UnreadFormatError.at("", problem, cure)
    return _sniff_text(data, name)


def kind_of(data: bytes, name: str, place: str = "") -> Format:
    """Return the format of a file of that name; the InputError of one that cannot be read names place or file."""
    try:
        return sniff(data, name)
    except ClauseAuditorError as error:
        faults = [replace(fault, place=fault.place or place or name) for fault in error.faults]
        refusal = type(error)(faults)
    raise refusal


def _sniff_text(data: bytes, name: str) -> Format:
    head = _bare(data[:_HEAD])
    if _XML_WORD.search(head):
        raise InputError.at("", "a Word file in the XML form of 2003, which is not read", _WORD_FILE)
    if _HTML.match(head) or (_HTML_SUFFIX.search(name) and _HTML_LIKE.search(head)):
        return Format.HTML
    return Format.MAIL if _is_mail(head) else Format.TEXT


def _bare(head: bytes) -> bytes:
    """The first bytes as if they were one byte a character, without a byte order mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_mail(head: bytes) -> bool:
    """Header lines up to the first empty one, and among them one that only a message has."""
    lines = re.split(rb"\r?\n", head.removeprefix(b"\n"))
    if lines[0].startswith(b"From "):
        del lines[0]
    header = lines[: lines.index(b"")] if b"" in lines else lines[:-1]
    if not header or not all(_MAIL_LINE.match(line) for line in header):
        return False
    return any(line.lower().startswith(_MAIL_SIGNS) for line in header)


def _old_office(data: bytes) -> ClauseAuditorError:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        cure = "Open it in Word with the password, save it without one, and audit that file"
        return ProtectedError.at("", "the file is protected by a password", cure)
    if holds("WordDocument"):
        kind, cure = "a Word file of the old form (.doc), which is not read", _WORD_FILE
    elif holds("__substg1.0_"):
        kind, cure = "an Outlook message (.msg), which is not read", "Save the message as .eml, or its attachments"
    else:
        return UnreadFormatError.at("", "an old Office file, which is not read", _WORD_FILE)
    return InputError.at("", kind, cure)
