"""Characters that deceive: what the eye reads in a line, and what the machine would have read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, NamedTuple

from clause_auditor.documents.look_alikes import FOREIGN, LATIN_OF
from clause_auditor.domain.contract import HiddenKind


class Unseen(NamedTuple):
    """A passage that the eye does not see; between the pieces of a block it marks where it stands."""

    kind: HiddenKind
    text: str


class Seen(NamedTuple):
    """A text as the eye reads it, and what was taken out or mended: (offset in that text, passage)."""

    text: str
    found: tuple[tuple[int, Unseen], ...] = ()


_CONTROLS: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_SUSPECT = re.compile(f"[{_CONTROLS}{FOREIGN}\ufb00-\ufb06\U0001d400-\U0001d7ff]")
_CONTROL_RUN = re.compile(f"[{_CONTROLS}]+")
_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = frozenset("\u200c\u200d")
_QUIET = frozenset("\u00ad\u200e\u200f\u034f\u180b\u180c\u180d\u180e\u17b4\u17b5")
_OVERRIDES = frozenset("\u202d\u202e")
_LEAST_LATIN: Final = 3
_MOST_FOUND: Final = 1_000


def read_seen(text: str) -> Seen:
    """Return a text without characters that nobody sees, and with letters for what they look like.

    Joiners between letters that need them (Arabic, Indic) stay. Linear in the length of the text.
    """
    if text.isascii() or not _SUSPECT.search(text):
        return Seen(text)
    found: list[tuple[int, Unseen]] = []
    bare = _drop_controls(text, found)
    mended = _mend_words(bare, found)
    return Seen(mended, tuple(sorted(found[:_MOST_FOUND], key=lambda each: each[0])))


def _drop_controls(text: str, found: list[tuple[int, Unseen]]) -> str:
    pieces: list[str] = []
    length = place = 0
    for match in _CONTROL_RUN.finditer(text):
        pieces.append(text[place : match.start()])
        length += match.start() - place
        place = match.end()
        kept, unseen = _weigh(text, match)
        if unseen:
            found.append((length, unseen))
        pieces.append(kept)
        length += len(kept)
    return "".join([*pieces, text[place:]])


def _weigh(text: str, match: re.Match[str]) -> tuple[str, Unseen | None]:
    """Return what stays of a run of controls, and what to tell of it."""
    run = match[0]
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if tags := "".join(chr(ord(mark) - 0xE0000) for mark in run if 0xE0020 <= ord(mark) <= 0xE007E):
        return "", None if before == "\U0001f3f4" else Unseen(HiddenKind.ZERO_WIDTH, tags)
    if _OVERRIDES.intersection(run):
        return "", Unseen(HiddenKind.ZERO_WIDTH, _written(text, match))
    if _JOINERS.issuperset(run) and (_needs_joiners(before) or _needs_joiners(after)):
        return run, None
    inside = _is_plain_letter(before) and _is_plain_letter(after)
    loud = any(mark not in _QUIET and not "\ufe00" <= mark <= "\ufe0f" for mark in run)
    return "", Unseen(HiddenKind.ZERO_WIDTH, _written(text, match)) if inside and loud else None


def _needs_joiners(letter: str) -> bool:
    return bool(letter) and not _is_plain_letter(letter) and not letter.isspace() and letter > "\u024f"


def _is_plain_letter(letter: str) -> bool:
    """True for letters of Latin, Greek and Cyrillic, which need no joiners."""
    return letter.isalpha() and (letter < "\u0530" or "\u1e00" <= letter < "\u2000" or _plain(letter) != letter)


def _written(text: str, match: re.Match[str]) -> str:
    """The word around a run, with the names of its characters in the place of nothing."""
    names = "".join(f"<U+{ord(mark):04X}>" for mark in match[0][:8])
    lead = re.search(r"[^\W_]{0,40}\Z", text[max(0, match.start() - 40) : match.start()])
    tail = re.match(r"[^\W_]{0,40}", text[match.end() : match.end() + 40])
    return f"{lead[0] if lead else ''}{names}{tail[0] if tail else ''}"


def _mend_words(text: str, found: list[tuple[int, Unseen]]) -> str:
    if not _SUSPECT.search(text):
        return text
    latin = _is_latin(text)
    pieces: list[str] = []
    told: list[tuple[int, Unseen]] = []
    shifts = [(0, 0)]
    place = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isascii() or not _SUSPECT.search(word):
            continue
        mended, loud = _mend(word, latin)
        if mended != word:
            if loud:
                told.append((match.start() + shifts[-1][1], Unseen(HiddenKind.LOOK_ALIKE, word[:200])))
            pieces += [text[place : match.start()], mended]
            place = match.end()
            shifts.append((place, shifts[-1][1] + len(mended) - len(word)))
    ends = [end for end, _ in shifts]
    found[:] = [(at + shifts[bisect_right(ends, at) - 1][1], unseen) for at, unseen in found] + told
    return "".join([*pieces, text[place:]])


def _mend(word: str, latin: bool) -> tuple[str, bool]:
    """Return the word as it looks, and whether that is worth telling (a ligature is not)."""
    plain = "".join(_plain(letter) for letter in word)
    foreign = [letter for letter in plain if letter in LATIN_OF]
    others = [letter for letter in plain if letter not in LATIN_OF]
    mixed = bool(foreign) and bool(others) and all(_is_latin_letter(letter) for letter in others)
    whole = bool(foreign) and not others and latin and len(word) > 1
    if mixed or whole:
        return "".join(LATIN_OF.get(letter, letter) for letter in plain), True
    return plain, any(letter >= "\U0001d400" for letter in word)


def _plain(letter: str) -> str:
    if "\ufb00" <= letter <= "\ufb06" or "\U0001d400" <= letter <= "\U0001d7ff":
        return unicodedata.normalize("NFKC", letter)
    return letter


def _is_latin_letter(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"


def _is_latin(text: str) -> bool:
    """True if the text is written in Latin letters: no word of another script but such that could be Latin."""
    latin = 0
    for match in _WORD.finditer(text):
        word = "".join(map(_plain, match[0]))
        some = any(map(_is_latin_letter, word))
        if some and all(_is_latin_letter(letter) or letter in LATIN_OF for letter in word):
            latin += 1
        elif not some and not any(letter in LATIN_OF for letter in word):
            return False
    return latin >= _LEAST_LATIN
