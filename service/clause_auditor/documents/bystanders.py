"""What lies beside contracts and is none: pictures, fonts, sound, signatures, style sheets, told by their content."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

_NAME_ONE: Final = "Name the file that holds the contract"
PICTURE: Final = (
    "a picture, in which there is no text to read",
    "Run text recognition (OCR) over it and audit the result",
)
_HEADS: Final[tuple[tuple[bytes, tuple[str, str] | str], ...]] = (
    *((head, PICTURE) for head in (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM\0\0")),
    *((head, "a program") for head in (b"\x7fELF", b"MZ\x90\0", b"\xca\xfe\xba\xbe", b"\0asm")),
    *((head, "a font") for head in (b"wOFF", b"wOF2", b"OTTO", b"ttcf", b"\0\1\0\0")),
    *((head, "a sound recording") for head in (b"ID3", b"OggS", b"fLaC", b"MThd")),
    *((head, "a video") for head in (b"\x1aE\xdf\xa3", b"\0\0\1\xba", b"FLV\1", b"0&\xb2u\x8ef\xcf\x11")),
    (b"SQLite format 3\0", "a database"),
)
_PARTED: Final[tuple[tuple[re.Pattern[bytes], tuple[str, str] | str], ...]] = (
    (re.compile(rb"RIFF....WEBP|....ftyp(?:hei|hev|mif|msf|avi)", re.DOTALL), PICTURE),
    (re.compile(rb"RIFF....(?:WAVE|AVI )|....ftyp", re.DOTALL), "a recording"),
    (re.compile(rb"(?:\s|<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|<!DOCTYPE svg[^>]{0,400}>)*+<svg[\s>]", re.DOTALL),
     PICTURE),
    (re.compile(rb"\s*BEGIN:VCARD\b", re.IGNORECASE), "an address card"),
    (re.compile(rb"\s*BEGIN:VCALENDAR\b", re.IGNORECASE), "a calendar entry"),
    (re.compile(rb"\s*-----BEGIN (?:PGP SIGNATURE|PGP PUBLIC KEY|PKCS7|[A-Z ]*CERTIFICATE|[A-Z ]*KEY)"),
     "a signature or a certificate"),
)  # fmt: skip
_DER: Final = frozenset({".p7s", ".p7b", ".p7c", ".cer", ".crt", ".der", ".p12", ".pfx"})
_CODE: Final = {".css": "a style sheet"} | dict.fromkeys(
    (".js", ".mjs", ".ts", ".py", ".sh", ".bat", ".cmd", ".ps1", ".vbs", ".map"), "a script"
)
_ASIDE = re.compile(rb"(?<!\S)\(\w{1,5}\)|/\*.*?(?:\*/|\Z)", re.DOTALL)
"""Labels of a list, which prose has too, and remarks of a programmer, which are prose."""
_MARKS = re.compile(rb"[{}()=;<>\[\]]")
_WORDS = re.compile(rb"\w+")
_HEAD: Final = 4096
_DROPPINGS: Final = frozenset({"__macosx", ".ds_store", "thumbs.db", "desktop.ini"})


def name_bystander(data: bytes, name: str) -> tuple[str, str] | None:
    """Return what a file is that no contract comes in, and the cure; None if it may be one.

    The content decides; only where it is no proof by itself (code, certificates), the name has to agree.
    """
    found = _by_content(data[:_HEAD]) or _by_name(data[:_HEAD], PurePath(name).suffix.lower())
    return (f"{found}, no contract", _NAME_ONE) if isinstance(found, str) else found


def is_dropping(name: str) -> bool:
    """Tell by its name what systems and word processors leave behind unasked: no one sent it."""
    parts = [part.lower() for part in PurePath(name.replace("\\", "/")).parts]
    return not parts or not _DROPPINGS.isdisjoint(parts) or parts[-1].startswith((".", "~$"))


def _by_content(head: bytes) -> tuple[str, str] | str | None:
    for start, what in _HEADS:
        if head.startswith(start):
            return what
    return next((what for pattern, what in _PARTED if pattern.match(head)), None)


def _by_name(head: bytes, suffix: str) -> str | None:
    if suffix in _DER and head.startswith(b"0"):
        return "a signature or a certificate"
    if suffix == ".mp3" and head.startswith(b"\xff"):
        return "a sound recording"
    if suffix == ".eot" and head[34:36] == b"LP":
        return "a font"
    return _CODE.get(suffix) if _is_code(head) else None


def _is_code(head: bytes) -> bool:
    """Tell code from prose, which has a bracket or a semicolon for every twenty words, where code has one for three."""
    head = _ASIDE.sub(b" ", head)
    return len(_MARKS.findall(head)) * 4 >= len(_WORDS.findall(head)) > 0
