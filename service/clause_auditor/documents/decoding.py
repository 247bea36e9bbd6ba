"""Bytes to text: what is decoded, what is refused, and what the refusal says."""

from __future__ import annotations

from clause_auditor.documents.compose import canonical_text
from clause_auditor.documents.encodings import MARKS, find_encoding
from clause_auditor.documents.options import MAX_TEXT_BYTES
from clause_auditor.documents.sniffing import sniff
from clause_auditor.errors import ClauseAuditorError, Fault, InputError, LimitError

_CONVERT = "Save it as plain text or Markdown in UTF-8 and audit that file"


def decode(data: bytes, name: str, limit: int = MAX_TEXT_BYTES) -> str:
    """Return the canonical text of a file's bytes; InputError names the file, the byte offset and the cure."""
    check_size(len(data), name, limit)
    try:
        sniff(data, name)
        return decode_text(data)
    except ClauseAuditorError as error:
        faults = [Fault(fault.place or name, fault.problem, fault.cure) for fault in error.faults]
    raise InputError(faults)


def decode_text(data: bytes) -> str:
    """Return the canonical text of bytes that are a text; `InputError.at("", ...)` if they are none, or empty."""
    text = canonical_text(_decode(data), "")
    if not text.strip():
        raise InputError.at("", "the file is empty", "Name a file that holds the text of a contract")
    return text


def check_size(size: int, name: str, limit: int, setting: str = "max_text_bytes") -> None:
    """Raise LimitError if a file of that many bytes is over the limit."""
    if size > limit:
        cure = f"Split the contract, or raise {setting} in the settings"
        raise LimitError.at(name, f"{size} bytes are more than the limit of {limit} bytes", cure)


def _decode(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding)
    encoding = find_encoding(data)
    if not encoding and b"\0" in data:
        raise InputError.at("", f"binary data: a NUL byte at offset {data.index(0)}", _CONVERT)
    return _strictly(data, 0, encoding or "utf-8")


def _strictly(data: bytes, skip: int, encoding: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start + skip} cannot be decoded as {encoding.upper()}"
    raise InputError.at("", problem, "Save the file as UTF-8")
