"""Bytes to text: what is decoded, what is refused, and what the refusal says."""

from __future__ import annotations

from typing import NamedTuple

from clause_auditor.documents.compose import canonical_text
from clause_auditor.documents.encodings import MARKS, tell_encoding
from clause_auditor.documents.options import MAX_TEXT_BYTES
from clause_auditor.documents.sniffing import sniff
from clause_auditor.errors import ClauseAuditorError, Fault, InputError, LimitError

_GUESSED = "Its encoding is not told and was taken to be {}: its accents and signs may be others."
_CONVERT = "Save it as plain text or Markdown in UTF-8 and audit that file"


class Decoded(NamedTuple):
    """A text, and what is to be said of how it was read."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(data: bytes, name: str, limit: int = MAX_TEXT_BYTES) -> str:
    """Return the canonical text of a file's bytes; InputError names the file, the byte offset and the cure."""
    return read_text(data, name, limit).text


def read_text(data: bytes, name: str, limit: int = MAX_TEXT_BYTES) -> Decoded:
    """Return the canonical text of a file's bytes as `decode` does, with remarks."""
    check_size(len(data), name, limit)
    try:
        sniff(data, name)
        return decode_text(data)
    except ClauseAuditorError as error:
        faults = [Fault(fault.place or name, fault.problem, fault.cure) for fault in error.faults]
    raise InputError(faults)


def decode_text(data: bytes) -> Decoded:
    """Return the canonical text of bytes that are a text; `InputError.at("", ...)` if they are none, or empty."""
    decoded = _decode(data)
    text = canonical_text(decoded.text, "")
    if not text.strip():
        raise InputError.at("", "the file is empty", "Name a file that holds the text of a contract")
    return Decoded(text, decoded.remarks)


def check_size(size: int, name: str, limit: int, setting: str = "max_text_bytes") -> None:
    """Raise LimitError if a file of that many bytes is over the limit."""
    if size > limit:
        cure = f"Split the contract, or raise {setting} in the settings"
        raise LimitError.at(name, f"{size} bytes are more than the limit of {limit} bytes", cure)


def _decode(data: bytes) -> Decoded:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, len(mark), encoding))
    found = tell_encoding(data)
    if not found.name and b"\0" in data:
        raise InputError.at("", f"binary data: a NUL byte at offset {data.index(0)}", _CONVERT)
    text = _strictly(data, 0, found.name or "utf-8")
    return Decoded(text) if found.sure else Decoded(text, (_GUESSED.format(found.name.upper()),))


def _strictly(data: bytes, skip: int, encoding: str) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"byte {error.start + skip} cannot be decoded as {encoding.upper()}"
    raise InputError.at("", problem, "Save the file as UTF-8")
