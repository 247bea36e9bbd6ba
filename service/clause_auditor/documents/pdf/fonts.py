"""The fonts of a file: which of their letters are drawn as others than the file says they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from clause_auditor.documents.pdf.likeness import Likeness, alphabet, shape_of
from clause_auditor.documents.pdf.opening import Handle, address
from clause_auditor.documents.pdf.specimen import Extent, Glyph, Specimens

_SIMPLE: Final = 256
_CODES: Final = 65_536
_PARTS: Final = 256
_MOST_CODES: Final = 2_000_000
"""Codes that are gone through in all fonts of a file: about thirty large fonts, or thousands of small ones."""
_MOST_LETTERS: Final = 1_000
"""Letters that are drawn of one font."""
_MUTE: Final = 3
_TOLD: Final = re.compile(r"[\x01-~\u00c0-\u017f]")
_READ: Final = re.compile(r"[\x01-~\u00c0-\u017f]{1,8}")


class Variant(NamedTuple):
    """One of the codes that a font says are the same letter."""

    drawn: str
    """What it looks like; as it is said to be, if nothing else is known."""
    extent: Extent


@dataclass(frozen=True, slots=True)
class Font:
    """What is known of a font."""

    lies: Mapping[str, tuple[Variant, ...]] = field(default_factory=dict)
    """What is said, where some of its letters are others."""
    strange: frozenset[str] = frozenset()
    """Letters that look like nothing known."""
    empty: frozenset[str] = frozenset()
    """Letters that draw nothing."""
    unread: bool = False
    """True if the font was not looked at."""
    mute: bool = False
    """True if the font says no letters but codes, some of which no letter has."""


HONEST: Final = Font()


class Typecase:
    """All fonts of a file that its pages have used so far."""

    def __init__(self, document: Handle) -> None:
        self._specimens = Specimens(document)
        self._fonts: dict[int, Font] = {}
        self._left = _MOST_CODES
        self.pattern: re.Pattern[str] | None = None
        """Finds what may be said of a letter that is another one; None: no font lies."""

    def close(self) -> None:
        """Let go of all fonts, before the file is closed."""
        self._specimens.close()

    def learn(self, font: Handle) -> Font:
        """Return what is known of a font; look at it if it is new."""
        place = address(font) if font else 0
        known = self._fonts.get(place)
        if known is None:
            known = self._fonts[place] = self._look(font) if place else HONEST
            if known.lies:
                self._note_lies()
        return known

    def _look(self, font: Handle) -> Font:
        self._specimens.keep(font)
        if self._left <= 0:
            return Font(unread=True)
        said = list(self._read(font))[:_MOST_LETTERS]
        glyphs = self._specimens.draw(font, [code for code, _ in said]) if said else []
        return _weigh([text for _, text in said], glyphs)

    def _note_lies(self) -> None:
        said = {text for font in self._fonts.values() for text in font.lies}
        self.pattern = re.compile("|".join(map(re.escape, sorted(said, key=lambda text: (-len(text), text)))))

    def _read(self, font: Handle) -> Iterator[tuple[int, str]]:
        """Yield the codes of a font that are said to be letters of ours, and which."""
        quarters = [range(at, at + _SIMPLE) for at in range(0, 4 * _SIMPLE, _SIMPLE)]
        _, *others = self._specimens.read(font, quarters)
        simple = others[0] and others[0] == others[1] == others[2]
        yield from self._search(font, range(_SIMPLE if simple else _CODES))

    def _search(self, font: Handle, codes: Sequence[int]) -> Iterator[tuple[int, str]]:
        self._left -= len(codes)
        if len(codes) <= _SIMPLE:
            yield from self._single(font, codes)
            return
        size = -(-len(codes) // _PARTS)
        parts = [codes[at : at + size] for at in range(0, len(codes), size)]
        for part, text in zip(parts, self._specimens.read(font, parts), strict=True):
            if _TOLD.search(text):
                yield from self._search(font, part)

    def _single(self, font: Handle, codes: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Each code stands twice: the library passes over a text without width."""
        for code, text in zip(codes, self._specimens.read(font, [[code, code] for code in codes]), strict=True):
            said = text[: -(-len(text) // 2)]
            if _READ.fullmatch(said):
                yield code, said


def _weigh(said: Sequence[str], glyphs: Sequence[Glyph]) -> Font:
    """Return what the letters of a font, as drawn, tell of it."""
    looks = [_look_at(text, glyph) for text, glyph in zip(said, glyphs, strict=True)]
    lying = any(look is not None and look.is_other for look in looks)
    variants: dict[str, list[Variant]] = defaultdict(list)
    known: set[str] = set()
    inked: set[str] = set()
    for text, glyph, look in zip(said, glyphs, looks, strict=True):
        variants[text].append(Variant(_drawn(text, glyph, look, lying), glyph.extent))
        if glyph.ink:
            inked.add(text)
        if look is None or not look.is_strange or not text.isascii():
            known.add(text)
    lies = {text: tuple(each) for text, each in variants.items() if any(variant.drawn != text for variant in each)}
    letters = {text for text in said if text.isalnum()}
    return Font(lies, frozenset(letters - known - set(lies)), frozenset(letters - inked), mute=_is_mute(lies))


def _is_mute(lies: Mapping[str, Sequence[Variant]]) -> bool:
    """Say whether a font gives codes and no letters: control characters, or all of them off by as much."""
    pairs = [(ord(text), ord(each[0].drawn)) for text, each in lies.items() if each[0].drawn.isalnum()]
    _, most = Counter(drawn - said for said, drawn in pairs).most_common(1)[0] if pairs else (0, 0)
    return sum(said < ord(" ") for said, _ in pairs) >= _MUTE or (most >= 2 * _MUTE and most > 0.7 * len(pairs))


def _drawn(text: str, glyph: Glyph, look: Likeness | None, lying: bool) -> str:
    """Return what a letter is; in a font that lies, what it most looks like."""
    if lying and not glyph.ink and len(text) == 1:
        return " "
    other = look is not None and (look.is_other or (lying and look.is_rather_other and text.isascii()))
    return look.nearest if look is not None and other else text


def _look_at(text: str, glyph: Glyph) -> Likeness | None:
    """Return what a letter looks like; None if it draws nothing, or nothing is known that it could be compared with."""
    if not glyph.ink or len(text) > 1 or (text.isprintable() and text != " " and not alphabet().knows(text)):
        return None
    return alphabet().compare(text, shape_of(glyph))
