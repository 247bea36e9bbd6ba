"""The encoding of a text that no byte order mark tells: UTF-8, else declared, else what reads like a language."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32's stand before UTF-16's, which begin alike."""
_WIDE: Final = (("utf-32-le", 0, 4), ("utf-32-be", 3, 4), ("utf-16-le", 0, 2), ("utf-16-be", 1, 2))
"""Encoding, place of the byte that is not NUL in an ASCII character, bytes of a character."""
_HTML_ALIASES: Final = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "iso8859-1": "cp1252", "us-ascii": "cp1252"}
"""As browsers do: who declares these writes Windows-1252."""
_CANDIDATES: Final = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 iso8859_2 iso8859_15 mac_roman cp850 koi8_r shift_jis gb18030 big5"
    " euc_jp euc_kr cp874"
).split()
_OLD: Final = ("cp850", "mac_roman")
"""Encodings of the West that old programs write."""
_BEYOND = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE: Final = 64 * 1024
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTI = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN: Final = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŠŽ")
_WITHIN_WORDS: Final = frozenset("\u2018\u2019\u00b7\u00ad\u2013\u2014\u00a0\u00b4")
_SIGNS: Final = _WITHIN_WORDS | frozenset(
    "\u201a\u201c\u201d\u201e\u2026\u2022\u20ac\u2122\u2039\u203a§©®«»°ºª²×£¥¤¡¿µ"
)
_AFTER_FIGURES: Final = frozenset("±³¹¼½¾¶")
_EURO_SIGN = re.compile(rb"(?:[\d ,.(-]\xa4|\xa4[\d ])")


class Found(NamedTuple):
    """An encoding, and whether it is beyond doubt."""

    name: str
    sure: bool = True


def find_encoding(data: bytes, declared: str = "") -> str:
    """Return the encoding of bytes without a byte order mark; an empty string if they are no text of any."""
    return tell_encoding(data, declared).name


def tell_encoding(data: bytes, declared: str = "") -> Found:
    """Return the encoding as `find_encoding` does; it is not sure where others would read like words as well."""
    if wide := _find_wide(data):
        return Found(wide)
    if b"\0" in data:
        return Found("")
    if _decodes(data, "utf-8"):
        return Found("utf-8")
    if _is_broken_utf8(data):
        return Found("")
    if declared and (known := known_encoding(declared)) and _decodes(data, known):
        return Found(known)
    sample = _sample(data)
    others = [encoding for encoding in _OLD if _plausibility(sample, encoding) == 1 and _decodes(data, encoding)]
    western = _find_western(sample)
    if western and _decodes(data, western):
        return Found(western, sure=not others)
    old = max(others, key=lambda encoding: sum(map(str.isalpha, sample.decode(encoding))), default="")
    return Found(old or _guess(data, sample), sure=False)


def known_encoding(name: str) -> str:
    """Return Python's name of a declared encoding, read as browsers read it; empty if there is no such."""
    low = name.strip().lower().replace("_", "-")
    try:
        found = codecs.lookup(_HTML_ALIASES.get(low, low))
    except (LookupError, ValueError, OSError):
        return ""
    is_text = getattr(found, "_is_text_encoding", True) and found.name not in ("utf-7", "idna", "punycode")
    return _HTML_ALIASES.get(found.name, found.name) if is_text and "escape" not in found.name else ""


def _find_wide(data: bytes) -> str:
    """UTF-16 and UTF-32 without a mark: NULs at one place of each character, and nothing but text when decoded."""
    head = data[:4096]
    if head.count(0) * 4 < len(head):
        return ""
    for encoding, place, width in _WIDE:
        if len(data) % width == 0 and len(head) >= 2 * width and _fits(head, place, width) and _decodes(data, encoding):
            return encoding
    return ""


def _fits(head: bytes, place: int, width: int) -> bool:
    filled = head[place::width]
    return filled.count(0) == 0 and sum(byte == 0 for byte in head) >= 0.7 * (width - 1) * len(filled)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _is_broken_utf8(data: bytes) -> bool:
    """UTF-8 with a few wrong bytes is not to be read as another encoding, letter for letter wrong."""
    high = sum(len(run) for run in _HIGH.findall(data))
    valid = sum(len(run) for run in _MULTI.findall(data))
    return valid >= 0.8 * high


def _sample(data: bytes) -> bytes:
    """The surroundings of the bytes that tell, up to a measure."""
    if len(data) <= _SAMPLE:
        return data
    pieces: list[bytes] = []
    size = end = 0
    for match in _HIGH.finditer(data):
        if match.start() < end:
            continue
        end = match.end() + 24
        pieces.append(data[max(0, match.start() - 24) : end])
        size += len(pieces[-1])
        if size >= _SAMPLE:
            break
    return b" ".join(pieces)


def _find_western(sample: bytes) -> str:
    """Windows-1252, or ISO 8859-15 where its euro sign stands: if nearly all letters beyond ASCII read like words."""
    latin9 = bool(_EURO_SIGN.search(sample)) and not re.search(rb"[\x80-\x9f]", sample)
    encoding = "iso8859_15" if latin9 else "cp1252"
    return encoding if _plausibility(sample, encoding) >= 0.9 else ""


def _plausibility(sample: bytes, encoding: str) -> float:
    """Return the part of the letters beyond ASCII that read like words of a Western language."""
    text = f" {sample.decode(encoding, 'replace')} "
    if _CONTROL.search(text):
        return 0.0
    places = [match.start() for match in _BEYOND.finditer(text)]
    if "ø" in text and any(letter in text for letter in "ìùžèš"):
        return 0.0  # no language of the West writes both: Czech does, in Windows-1250
    plausible = sum(_is_plausible(text[place - 1], text[place], text[place + 1]) for place in places)
    return plausible / len(places) if places else 1.0


def _is_plausible(before: str, letter: str, after: str) -> bool:
    """Tell whether a character stands as it does in a Western language, between its neighbours."""
    if letter == "ÿ":
        return before.islower() and before.isascii()
    if letter in _WESTERN:
        alone = before.isascii() or after.isascii() or not (before.isalpha() and after.isalpha())
        return alone and not (before.islower() and letter.isupper()) and not (letter.islower() and after.isupper())
    if letter in _AFTER_FIGURES:
        return not after.isalpha() and not before.isalpha()
    return letter in _SIGNS and (letter in _WITHIN_WORDS or not (before.isalpha() and after.isalpha()))


def _guess(data: bytes, sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_CANDIDATES, threshold=0.15).best()
    return best.encoding if best is not None and _decodes(data, best.encoding) else ""
