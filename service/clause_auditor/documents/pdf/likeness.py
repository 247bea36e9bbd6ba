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
_LETTERS: Final = string.ascii_letters + string.digits
_MARKS: Final = string.punctuation
_ALIKE: Final = {"0": "o", "1": "l", "i": "l", "j": "l"}
"""Letters that fonts draw alike; small and capital ones are taken for one everywhere."""
_UNLIKE: Final = 0.15
"""Distance from which on a letter is not what it is said to be, if it is another one."""
_SURE: Final = 0.05
_TIMES: Final = 0.15
"""A letter is another one if that is so much nearer than what it is said to be."""
_STRANGE: Final = 0.3
"""Distance from which on nothing can be told."""
_FAR: Final = 9.0
_MOST_RANKED: Final = 5_000
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

    claimed: float
    """Distance from the letter that it is said to be: 0 is the same."""
    nearest: str
    """The letter of another kind that it is nearest to."""
    distance: float

    @property
    def is_other(self) -> bool:
        """True if it is surely not the letter that it is said to be but another one."""
        near = self.distance <= min(_SURE, _TIMES * self.claimed)
        return near and self.claimed >= _UNLIKE and self.nearest.isalnum()

    @property
    def is_rather_other(self) -> bool:
        """True if it is nearer to another one: enough in a font that is known to lie."""
        return self.claimed >= _SURE and self.distance <= min(2 * _SURE, self.claimed / 2)

    @property
    def is_strange(self) -> bool:
        """True if it looks like nothing known."""
        return self.claimed >= _STRANGE


def kind(letter: str) -> str:
    """Return what a letter has in common with all that look like it: a small ASCII letter, a digit, a mark."""
    plain = unicodedata.normalize("NFKD", letter)[:1].lower()
    return _ALIKE.get(plain, plain)


class Alphabet:
    """The letters of the fonts that every program has."""

    def __init__(self) -> None:
        self._shapes: dict[str, list[tuple[str, Shape]]] = defaultdict(list)
        self._ranked: dict[Shape, dict[str, tuple[float, str]]] = {}
        specimens = Specimens()
        for face in _FACES:
            characters = _LETTERS + _MARKS
            glyphs = specimens.draw(specimens.standard(face), characters.encode())
            for character, glyph in zip(characters, glyphs, strict=True):
                if glyph.ink:
                    self._shapes[kind(character)].append((character, shape_of(glyph)))
        specimens.close()

    def knows(self, claim: str) -> bool:
        """Say whether there is anything to compare with."""
        return kind(claim) in self._shapes

    def compare(self, claim: str, shape: Shape) -> Likeness:
        """Return what a shape looks like that is said to be that letter; a claim of nothing is unlike everything."""
        claimed = min((distance(shape, each) for _, each in self._shapes.get(kind(claim), ())), default=_FAR)
        if claimed < _SURE:
            return Likeness(claimed, "", _FAR)
        away, nearest = min((pair for name, pair in self._ranks(shape).items() if name != kind(claim)))
        return Likeness(claimed, self._as_tall(nearest, shape), away)

    def _ranks(self, shape: Shape) -> dict[str, tuple[float, str]]:
        """Return, for each kind of letter, the nearest and how far it is."""
        if len(self._ranked) > _MOST_RANKED:
            self._ranked.clear()
        if shape not in self._ranked:
            self._ranked[shape] = {
                name: min((distance(shape, each), letter) for letter, each in shapes)
                for name, shapes in self._shapes.items()
            }
        return self._ranked[shape]

    def _as_tall(self, letter: str, shape: Shape) -> str:
        """Return that of the letters which are alike that stands as the shape does: a small one or a capital."""
        alike = self._shapes.get(kind(letter), [])
        near = [(away + _offset(each.extent, shape.extent), other) for other, each in alike
                if (away := distance(shape, each)) < 2 * _SURE]  # fmt: skip
        return min(near, default=(0.0, letter))[1]


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """Return the alphabet, drawn once in a process."""
    return Alphabet()


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
