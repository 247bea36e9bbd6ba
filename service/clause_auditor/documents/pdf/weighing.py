"""What the letters of a font, as drawn, tell of it: whether it says what it draws."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from clause_auditor.documents.pdf.likeness import NEAR, Likeness, alike, compare, shape_of
from clause_auditor.documents.pdf.specimen import Extent, Glyph

_MUTE: Final = 3
_MANY: Final = 5
"""Letters that are others; a font of which so many are says nothing true."""


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
    blank: frozenset[str] = frozenset()
    """Letters that some of its codes, used or not, draw without ink."""
    unread: bool = False
    """True if not all of its codes were looked at."""
    mute: bool = False
    """True if the font says no letters but codes, some of which no letter has."""


HONEST: Final = Font()
"""A font that nothing is said against."""


class _Letter(NamedTuple):
    """One code of a font."""

    said: str
    glyph: Glyph
    look: Likeness | None
    """None if it draws nothing, or there is nothing to compare it with."""


class Scales:
    """Weighs the fonts of one file, one after the other, and remembers what their letters look like."""

    def __init__(self) -> None:
        self._names: dict[Glyph, tuple[float, str]] = {}
        """The letter that each shape is most like of those that it is said to be, and how far it is from it."""

    def weigh(self, said: Sequence[str], glyphs: Sequence[Glyph]) -> Font:
        """Return what is known of a font, from what each of its codes is said to be and how it looks."""
        letters = [_Letter(*pair, _look_at(*pair)) for pair in zip(said, glyphs, strict=True)]
        self._remember(letters)
        likely = {letter.said for letter in letters if letter.look is not None and letter.look.is_likely_other}
        lying = len(likely) >= _MANY
        variants: dict[str, list[Variant]] = defaultdict(list)
        for letter in letters:
            variants[letter.said].append(Variant(self._drawn(letter, lying), letter.glyph.extent))
        lies = {said: tuple(each) for said, each in variants.items() if _lies(said, each, lying)}
        return Font(lies, _strange(letters).difference(lies), _blank(letters), mute=_is_mute(lies))

    def _remember(self, letters: Sequence[_Letter]) -> None:
        for said, glyph, look in letters:
            if look is not None and said.isalnum():
                self._names[glyph] = min(self._names.get(glyph, (look.claimed, said)), (look.claimed, said))

    def _drawn(self, letter: _Letter, lying: bool) -> str:
        """Return what a letter is: as it is said to be, if nothing else is sure, or likely in a font that lies."""
        said, glyph, look = letter
        if look is None:
            return said if glyph.ink else " "
        if look.is_other or (lying and look.is_rather_other and _may_be_any(said)):
            return look.nearest
        away, name = self._names.get(glyph, (look.claimed, said))
        named = said.isalnum() and name not in alike(said) and away <= NEAR and look.claimed >= max(NEAR, 2 * away)
        return name if named else said


def _lies(said: str, variants: Sequence[Variant], lying: bool) -> bool:
    """Say whether some code is not what it is said to be; one without ink is often not used at all."""
    blank = lying and said.isascii() and said.isprintable()
    return any(variant.drawn != said and (variant.drawn != " " or blank) for variant in variants)


def _may_be_any(said: str) -> bool:
    """Say whether a font that lies is to be asked more of it: not of marks, which are all too like each other."""
    return said.isascii() and (said.isalnum() or said == " " or not said.isprintable())


def _look_at(said: str, glyph: Glyph) -> Likeness | None:
    return compare(said, shape_of(glyph)) if glyph.ink and len(said) == 1 else None


def _strange(letters: Sequence[_Letter]) -> frozenset[str]:
    """Return the letters of which no code looks like anything known; accents are not known."""
    known = {said for said, _, look in letters if look is None or not look.is_strange or not said.isascii()}
    return frozenset(said for said, _, _ in letters if said.isalnum() and said not in known)


def _blank(letters: Sequence[_Letter]) -> frozenset[str]:
    return frozenset(said for said, glyph, _ in letters if said.isalnum() and not glyph.ink)


def _is_mute(lies: Mapping[str, Sequence[Variant]]) -> bool:
    """Say whether a font gives codes and no letters: control characters, or all of them off by as much."""
    drawn = [(said, variant.drawn) for said, each in lies.items() for variant in each]
    pairs = [(ord(said), ord(letter)) for said, letter in drawn if letter != said and letter.isalnum()]
    _, most = Counter(letter - said for said, letter in pairs).most_common(1)[0] if pairs else (0, 0)
    return sum(said < ord(" ") for said, _ in pairs) >= _MUTE or (most >= 2 * _MUTE and most > 0.7 * len(pairs))
