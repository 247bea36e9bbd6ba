"""Bytes to text: what is decoded, what is refused, and what the refusal says."""

from __future__ import annotations

import codecs

from clause_auditor.documents.compose import canonical_text
from clause_auditor.errors import InputError, LimitError

MAX_TEXT_BYTES = 16 * 1024 * 1024
"""The default size limit of one file."""

_CONVERT = "Save it as plain text or Markdown in UTF-8 and audit that file"
_BINARY = (
    (b"%PDF", "a PDF file; this version reads no PDF"),
    (b"PK\x03\x04", "a zip archive, as Word makes; this version reads no .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; this version reads none"),
    (b"{\\rtf", "an RTF file; this version reads no RTF"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str, limit: int = MAX_TEXT_BYTES) -> str:
    """Return the canonical text of a file's bytes; InputError names the file, the byte offset and the cure."""
    check_size(len(data), name, limit)
    if not data.strip():
        raise InputError.at(name, "the file is empty", "Name a file that holds the text of a contract")
    for head, kind in _BINARY:
        if data.startswith(head):
            raise InputError.at(name, kind, _CONVERT)
    text = canonical_text(_decode(data, name), name)
    if not text.strip():
        raise InputError.at(name, "the file is empty", "Name a file that holds the text of a contract")
    return text


def check_size(size: int, name: str, limit: int) -> None:
    """Raise LimitError if a file of that many bytes is over the limit."""
    if size > limit:
        cure = "Split the contract, or raise max_text_bytes in the settings"
        raise LimitError.at(name, f"{size} bytes are more than the limit of {limit} bytes", cure)


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding, name)
    if b"\0" in data:
        raise InputError.at(name, f"binary data: a NUL byte at offset {data.index(0)}", _CONVERT)
    return _strictly(data, 0, "utf-8", name)


def _strictly(data: bytes, skip: int, encoding: str, name: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start + skip} cannot be decoded as {encoding.upper()}"
    raise InputError.at(name, problem, "Save the file as UTF-8")
