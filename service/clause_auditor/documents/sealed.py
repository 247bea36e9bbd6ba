"""What may well be a contract, or hold one, and is not read: each with a word on how it can be."""

from __future__ import annotations

from typing import Final

from clause_auditor.errors import ClauseAuditorError, InputError, ProtectedError

WORD_FILE: Final = "Open it in a word processor, save it as .docx, and audit that file"
_UNPACK: Final = "Unpack it and audit its files"
_HEADS: Final = (
    (b"{\\rtf", "an RTF file, which is not read", WORD_FILE),
    (b"Rar!\x1a\x07", "a RAR archive, which is not read", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive, which is not read", _UNPACK),
    (b"\x1f\x8b", "a gzip archive, which is not read", _UNPACK),
    (b"BZh", "a bzip2 archive, which is not read", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive, which is not read", _UNPACK),
)
_PGP: Final = b"-----BEGIN PGP MESSAGE-----"
_TNEF: Final = b"\x78\x9f\x3e\x22"


def refuse_sealed(data: bytes, name: str) -> None:
    """Raise InputError, or ProtectedError, if the file is one of these."""
    for head, problem, cure in _HEADS:
        if data.startswith(head):
            raise InputError.at("", problem, cure)
    if data[:256].lstrip().startswith(_PGP):
        raise ProtectedError.at("", "an encrypted message", "Open it in the mail program, and audit what it holds")
    if name.lower().endswith(".p7m") and data.startswith(b"0"):
        problem = "a signed or encrypted envelope (.p7m), which is not read"
        raise InputError.at("", problem, "Open it in the mail program, and audit what it holds")
    if error := _envelope(data):
        raise error


def is_bare_envelope(data: bytes) -> bool:
    """Tell whether a file is Outlook's envelope (winmail.dat) with nothing enclosed."""
    return data.startswith(_TNEF) and not _encloses(data)


def _envelope(data: bytes) -> ClauseAuditorError | None:
    if not data.startswith(_TNEF) or not _encloses(data):
        return None
    cure = "Ask the sender for the message without Rich Text, or save its attachments from Outlook and audit them"
    return InputError.at("", "an Outlook envelope (winmail.dat), which may hold attachments and is not read", cure)


def _encloses(data: bytes) -> bool:
    """Walk the attributes (MS-OXTNEF 2.1.3): those of level 2 belong to attachments. A damaged one may hold some."""
    at = 6
    while at < len(data):
        if data[at] != 1:
            return True
        at += 11 + int.from_bytes(data[at + 5 : at + 9], "little")
    return at > len(data)
