"""Does the eye see a run? Its colour against what lies behind it, its size, its switches."""

from __future__ import annotations

from typing import Final

from clause_auditor.documents.word.formats import AUTO, Colour, Format
from clause_auditor.domain.contract import HiddenKind

WHITE: Final[Colour] = (255, 255, 255)
LEAST_HALF_POINTS: Final = 4
"""Letters of two points or less cannot be read."""
LEAST_SCALE: Final = 10
"""Letters squeezed to a tenth of their width or less cannot be read."""
_SIZE: Final = 20
"""Half points, where nothing is said."""
_PILED: Final = -0.45
"""Letters that are moved back by nearly half of their height lie on each other."""
_FAR: Final = 1_200
"""Half points above or below the line that no page is high enough for."""
LEAST_CONTRAST: Final = 1.2
"""Light grey on white has 1.3 or more; below this nobody sees that something is written."""


def hidden_as(format: Format, behind: Colour | None) -> HiddenKind | None:  # noqa: A002 - the reader's own word
    """Return why the eye does not see a run, or None if it does; `behind` None: what lies there is not known."""
    if format.vanish:
        return HiddenKind.HIDDEN_RUN
    if format.size is not None and format.size <= LEAST_HALF_POINTS:
        return HiddenKind.TINY
    if format.scale is not None and format.scale <= LEAST_SCALE:
        return HiddenKind.TINY
    if format.spacing is not None and format.spacing <= _PILED * 10 * (format.size or _SIZE):
        return HiddenKind.TINY
    if format.position is not None and abs(format.position) >= _FAR:
        return HiddenKind.OUTSIDE_PAGE
    if format.clear or _blends(format, behind):
        return HiddenKind.SAME_COLOUR
    return None


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 (none) to 21, as WCAG 2 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _blends(format: Format, behind: Colour | None) -> bool:  # noqa: A002 - the reader's own word
    ground = format.fill if isinstance(format.fill, tuple) else (WHITE if format.fill == AUTO else behind)
    if ground is None or not isinstance(format.colour, tuple):
        return False
    return contrast(format.colour, ground) < LEAST_CONTRAST


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
