"""Which words of a page the eye does not see, and why."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from clause_auditor.documents.pdf.layers import Layers
from clause_auditor.documents.pdf.opening import Handle
from clause_auditor.documents.pdf.paints import Area, Box, Colour, Paints
from clause_auditor.documents.pdf.picture import Easel, Picture
from clause_auditor.documents.pdf.words import Word
from clause_auditor.documents.word.visibility import LEAST_CONTRAST, LEAST_SCALE, contrast
from clause_auditor.domain.contract import HiddenKind

_TINY: Final = 2.0
"""Points; letters that are not larger cannot be read."""
_SQUEEZED: Final = LEAST_SCALE / 100 + 1e-3
_CLEAR: Final = 12
_UNPAINTED: Final = frozenset((3, 7))
_STROKED: Final = frozenset((1, 5))
_OUTSIDE: Final = HiddenKind.OUTSIDE_PAGE
_PAPER: Final = (255, 255, 255)


class PageEye:
    """Looks at the words of one page; draws the page only where colours and places do not tell."""

    def __init__(self, page: Handle, box: Box, paints: Paints, easel: Easel) -> None:
        self._layers = Layers(page, box, paints.layered, easel)
        self._page = page
        self._box = box
        self._paints = paints
        self._easel = easel
        self._picture: Picture | None = None
        self._drawn = False

    def judge(self, words: Iterable[Word]) -> None:
        """Set `hidden` of all words that the eye does not see; y still upwards."""
        known: dict[int, HiddenKind | None] = {}
        for word in words:
            place = word.style.place
            if word.hidden is not None:
                continue
            if (
                place in known
                and not word.inkless
                and self._box.holds((word.x0 + word.x1) / 2, (word.base + word.top) / 2)
            ):
                word.hidden = known[place]
                continue
            word.hidden = self._hidden_as(word)
            same = not self._paints.areas and place not in self._paints.clips
            if same and not word.inkless and word.hidden is not _OUTSIDE and place not in self._layers:
                known[place] = word.hidden

    def _hidden_as(self, word: Word) -> HiddenKind | None:
        style = word.style
        place = _place(word)
        x, y = (place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2
        if not self._box.holds(x, y):
            return HiddenKind.OUTSIDE_PAGE
        clip = self._paints.clips.get(style.place)
        if clip is not None and not clip.holds(x, y):
            return HiddenKind.OUTSIDE_PAGE
        if style.size <= _TINY or style.squeeze <= _SQUEEZED:
            return HiddenKind.TINY
        if self._layers.hide(style.place, place):
            return HiddenKind.HIDDEN_RUN
        order = self._paints.orders.get(style.place, -1)
        near = [area for area in self._paints.areas if area.box.holds(x, y)] if self._paints.areas else []
        if style.mode in _UNPAINTED:
            pictured = any(area.colour is None for area in near)
            return None if pictured and self._shows(place) else HiddenKind.HIDDEN_RUN
        if word.inkless and not self._shows(place):
            return HiddenKind.HIDDEN_RUN
        if near and order >= 0 and (cover := _cover(near, order, place)) is not None:
            seen = cover.colour is None and self._shows(place)
            return None if seen else HiddenKind.COVERED
        return self._blends(word, near, order, place)

    def _blends(self, word: Word, near: list[Area], order: int, place: Box) -> HiddenKind | None:
        red, green, blue, alpha = word.style.stroke if word.style.mode in _STROKED else word.style.colour
        if alpha <= _CLEAR:
            return HiddenKind.SAME_COLOUR
        below = [area for area in near if area.order < order or order < 0]
        ground = next((area for area in reversed(below) if area.opaque or area.colour is None), None)
        if ground is not None and ground.colour is None:
            light = _is_like((red, green, blue), _PAPER)
            return HiddenKind.SAME_COLOUR if light and not self._shows(place) else None
        behind = ground.colour if ground is not None and ground.colour is not None else _PAPER
        if not _is_like((red, green, blue), behind):
            return None
        unsure = len(below) > (ground is not None)
        return None if unsure and self._shows(place) else HiddenKind.SAME_COLOUR

    def _shows(self, place: Box) -> bool:
        if not self._drawn:
            self._picture = self._easel.draw(self._page, self._box)
            self._drawn = True
        return self._picture is None or self._picture.shows(place)


@lru_cache(maxsize=1024)
def _is_like(one: Colour, other: Colour) -> bool:
    """Say whether nobody can tell one colour on the other."""
    return contrast(one, other) < LEAST_CONTRAST


def _place(word: Word) -> Box:
    return Box(word.x0, min(word.base, word.top), max(word.x1, word.x0 + 0.1), max(word.base, word.top))


def _cover(near: list[Area], order: int, place: Box) -> Area | None:
    """Return what was drawn over a word and hides nearly all of it."""
    for area in reversed(near):
        if area.order > order and area.opaque and _holds_most(area.box, place):
            return area
    return None


def _holds_most(box: Box, place: Box) -> bool:
    width = min(box.x1, place.x1) - max(box.x0, place.x0)
    height = min(box.y1, place.y1) - max(box.y0, place.y0)
    whole = (place.x1 - place.x0) * (place.y1 - place.y0)
    return width > 0 and height > 0 and width * height >= 0.8 * whole
