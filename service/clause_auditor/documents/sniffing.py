"""What a file is, told by its content; the name only decides between texts."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from typing import Final

from clause_auditor.documents.bystanders import PICTURE, name_bystander
from clause_auditor.documents.sealed import WORD_FILE, is_bare_envelope, refuse_sealed
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


class BystanderError(UnreadFormatError):
    """Nor could one: a font, a video, a signature."""


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_XML_WORD = re.compile(rb"schemas\.microsoft\.com/office/(?:word/2003/wordml|2006/xmlPackage)|progid=.Word\.Document")
_HTML = re.compile(  # *+ takes what it took: no second try at a comment's end
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*+<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_LIKE = re.compile(
    rb"<(?:p|div|table|h[1-6]|ul|ol|span|br|meta|title|style|section|article)\b[^<>]{0,400}>", re.IGNORECASE
)
_HTML_SUFFIX = re.compile(r"\.(?:x?html?|aspx?)\Z", re.IGNORECASE)
_MAIL_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*|[ \t][^\r\n]*)\Z")
_MAIL_SIGNS: Final = (b"mime-version:", b"message-id:", b"received:", b"return-path:", b"dkim-signature:", b"x-mailer:")
_NAME_ONE: Final = "Name the file that holds the contract"
_HEAD: Final = 4096


def sniff(data: bytes, name: str = "") -> Format:
    """Return the format of a file; `InputError.at("", ...)` says of one that cannot be read what it is and the cure."""
    if is_empty(data):
        raise InputError.at("", "the file is empty", "Name a file that holds the text of a contract")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.ZIP
    if data.startswith(_OLE):
        raise _old_office(data)
    refuse_sealed(data, name)
    if is_bare_envelope(data):
        raise BystanderError.at("", "an Outlook envelope (winmail.dat) with nothing enclosed", _NAME_ONE)
    if bystander := name_bystander(data, name):
        raise (UnreadFormatError if bystander == PICTURE else BystanderError).at("", *bystander)
    return _sniff_text(data, name)


def is_empty(data: bytes) -> bool:
    """Tell whether a file holds nothing but white space."""
    return not data.strip(b"\0\t\n\r\x0b\x0c ")


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
        raise InputError.at("", "a Word file in the XML form of 2003, which is not read", WORD_FILE)
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
        kind, cure = "a Word file of the old form (.doc), which is not read", WORD_FILE
    elif holds("__substg1.0_"):
        kind, cure = "an Outlook message (.msg), which is not read", "Save the message as .eml, or its attachments"
    else:
        return UnreadFormatError.at("", "an old Office file, which is not read", WORD_FILE)
    return InputError.at("", kind, cure)
