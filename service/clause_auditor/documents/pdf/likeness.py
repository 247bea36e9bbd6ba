"""Is a drawn letter the one that it is said to be? Compared with the letters of the fonts that every program has."""

from __future__ import annotations

import math
import string
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import Final, NamedTuple

from clause_auditor.documents.pdf.specimen import SIDE, Extent, Glyph, Specimens

_FACES: Final = tuple(
    family + style
    for family, styles in (
        ("Helvetica", ("", "-Bold", "-Oblique", "-BoldOblique")),
        ("Times", ("-Roman", "-Bold", "-Italic", "-BoldItalic")),
        ("Courier", ("", "-Bold", "-Oblique", "-BoldOblique")),
    )
    for style in styles
)
_CHARACTERS: Final = string.ascii_letters + string.digits + string.punctuation
_ALIKE: Final = ("oO0", "lI1|", "iI", "jJI")
"""Letters that fonts draw alike, beside small and capital ones, which are taken for one."""
_UNLIKE: Final = 0.1
"""Distance from which on a letter is not what it is said to be, if it is another one."""
NEAR: Final = 0.05
"""Distance of letters that are the same in fonts of one style."""
_SURE: Final = (0.03, 0.12)
"""How near another letter must be, and how much nearer than the one that is said, that no font is wronged."""
_SURE_FIGURE: Final = (0.08, 0.3)
"""The same for two figures, which every font draws apart from each other."""
_STRANGE: Final = 0.3
"""Distance from which on nothing can be told."""
_FAR: Final = 9.0
_ASTRAY: Final = 0.3
"""Of an em: a letter whose bounds are off by more is not that letter, though it has its form."""
_ROW: Final = (1 << SIDE) - 1
_ALL: Final = (1 << SIDE * SIDE) - 1
_NOT_FIRST: Final = sum(_ROW >> 1 << SIDE * row for row in range(SIDE))
_NOT_LAST: Final = sum(_ROW - 1 << SIDE * row for row in range(SIDE))


class Shape(NamedTuple):
    """A drawn letter, made ready to be compared."""

    ink: int
    wide: int
    """The same, one point thicker on all sides."""
    points: int
    form: float
    """Logarithm of its width to its height."""
    extent: Extent


class Likeness(NamedTuple):
    """What a drawn letter looks like."""

    said: str
    claimed: float
    """Distance from the letter that it is said to be: 0 is the same."""
    nearest: str
    """The letter of another kind that it is nearest to."""
    distance: float

    @property
    def is_other(self) -> bool:
        """True if it is surely not the letter that it is said to be but another one."""
        return self._is_within(*(_SURE_FIGURE if self.said.isdigit() and self.nearest.isdigit() else _SURE))

    @property
    def is_likely_other(self) -> bool:
        """True if it is probably another one: of some fonts, one or two letters are."""
        return self._is_within(NEAR, 0.2)

    def _is_within(self, most: float, share: float) -> bool:
        near = self.distance <= min(most, share * self.claimed)
        return near and self.claimed >= _UNLIKE and self.nearest.isalnum()

    @property
    def is_rather_other(self) -> bool:
        """True if it is nearer to another one: enough in a font that says nothing true."""
        return self.claimed >= NEAR and self.distance <= min(2 * NEAR, self.claimed / 2)

    @property
    def is_strange(self) -> bool:
        """True if it looks like nothing known."""
        return self.claimed >= _STRANGE


@lru_cache(maxsize=1024)
def alike(letter: str) -> frozenset[str]:
    """Return all that may look like a letter in some font: itself without accents, the small and the capital one."""
    plain = unicodedata.normalize("NFKD", letter)[:1]
    found = {plain, plain.lower(), plain.upper()}
    return frozenset(found.union(*(group for group in _ALIKE if plain in group)))


class Alphabet:
    """The letters of the fonts that every program has."""

    def __init__(self) -> None:
        self._shapes: dict[str, list[Shape]] = defaultdict(list)
        specimens = Specimens()
        for face in _FACES:
            glyphs = specimens.draw(specimens.standard(face), _CHARACTERS.encode())
            for character, glyph in zip(_CHARACTERS, glyphs, strict=True):
                if glyph.ink:
                    self._shapes[character].append(shape_of(glyph))
        specimens.close()

    def knows(self, claim: str) -> bool:
        """Say whether there is anything to compare with."""
        return not alike(claim).isdisjoint(self._shapes)

    def compare(self, claim: str, shape: Shape) -> Likeness:
        """Return what a shape looks like that is said to be that letter; a claim of nothing is unlike everything."""
        same = alike(claim)
        claimed = min((self._away(letter, shape) for letter in same if letter in self._shapes), default=_FAR)
        if claimed < NEAR:
            return Likeness(claim, claimed, "", _FAR)
        away, nearest = next(pair for pair in _ranks(shape) if pair[1] not in same)
        return Likeness(claim, claimed, self._as_tall(nearest, shape), away)

    def _away(self, letter: str, shape: Shape) -> float:
        return min(distance(shape, each) for each in self._shapes[letter])

    def rank(self, shape: Shape) -> list[tuple[float, str]]:
        """Return all letters by their distance from a shape, where they stand counted in."""
        return sorted(
            (min(distance(shape, each) + _misplaced(shape.extent, each.extent) for each in shapes), letter)
            for letter, shapes in self._shapes.items()
        )

    def _as_tall(self, letter: str, shape: Shape) -> str:
        """Return that of the letters which are alike that stands as the shape does: a small one or a capital."""
        near = [
            (away + _offset(each.extent, shape.extent), other)
            for other in alike(letter).intersection(self._shapes)
            for each in self._shapes[other]
            if (away := distance(shape, each)) < 2 * NEAR
        ]
        return min(near, default=(0.0, letter))[1]


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """Return the alphabet, drawn once in a process."""
    return Alphabet()


@lru_cache(maxsize=2_000)
def _ranks(shape: Shape) -> list[tuple[float, str]]:
    return alphabet().rank(shape)


@lru_cache(maxsize=20_000)
def compare(claim: str, shape: Shape) -> Likeness | None:
    """Return what a shape looks like that is said to be that letter; None if there is nothing to compare it with."""
    if claim.isprintable() and claim != " " and not alphabet().knows(claim):
        return None
    return alphabet().compare(claim, shape)


def shape_of(glyph: Glyph) -> Shape:
    """Return a drawn letter ready to be compared."""
    row = glyph.ink | (glyph.ink & _NOT_FIRST) << 1 | (glyph.ink & _NOT_LAST) >> 1
    wide = (row | row << SIDE | row >> SIDE) & _ALL
    width, bottom, top = glyph.extent
    return Shape(glyph.ink, wide, glyph.ink.bit_count(), math.log(width / (top - bottom)), glyph.extent)


def distance(one: Shape, other: Shape) -> float:
    """Return how far two letters are apart: the share of each that lies off the other, by more than a point."""
    off = (one.ink & ~other.wide).bit_count() / one.points + (other.ink & ~one.wide).bit_count() / other.points
    return off + max(0.0, abs(one.form - other.form) - 0.25) * 0.6


def _offset(one: Extent, other: Extent) -> float:
    return sum(abs(this - that) for this, that in zip(one, other, strict=True))


def _misplaced(one: Extent, other: Extent) -> float:
    return max(0.0, _offset(one, other) - _ASTRAY)
