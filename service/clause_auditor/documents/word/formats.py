"""How a run of characters looks: only what decides whether and how the eye sees it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

from clause_auditor.documents.word.names import W14, A, Element, W, child, flag, value, whole
from clause_auditor.documents.word.symbols import kind_of_font

Colour = tuple[int, int, int]
HIGHLIGHTS: Final[dict[str, Colour]] = {
    "black": (0, 0, 0), "blue": (0, 0, 255), "cyan": (0, 255, 255), "green": (0, 255, 0), "magenta": (255, 0, 255),
    "red": (255, 0, 0), "yellow": (255, 255, 0), "white": (255, 255, 255), "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128), "darkGreen": (0, 128, 0), "darkMagenta": (128, 0, 128), "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0), "darkGray": (128, 128, 128), "lightGray": (192, 192, 192),
}  # fmt: skip
AUTO: Final = "auto"
_TOGGLES: Final = ("bold", "caps", "vanish")
_WHITES: Final = frozenset(("background1", "light1", "bg1", "lt1"))


@dataclass(frozen=True, slots=True)
class Format:
    """Properties of a run; None where nothing is said."""

    bold: bool | None = None
    caps: bool | None = None
    vanish: bool | None = None
    special: bool | None = None
    """A paragraph mark that is hidden only to put a title and its text on one line."""
    underline: bool | None = None
    colour: Colour | str | None = None
    """`AUTO` chooses black or white by what lies behind."""
    fill: Colour | str | None = None
    """What lies behind: shading or highlight."""
    size: int | None = None
    """Half points."""
    scale: int | None = None
    """Width of the letters, per cent."""
    clear: bool | None = None
    """Drawn with no colour at all."""
    symbols: str | None = None
    """Which signs its font draws for letters; empty for a font of letters."""
    struck: bool | None = None
    """A line is drawn through it: it is seen."""
    spacing: int | None = None
    """Twentieths of a point between the letters, besides their own."""
    position: int | None = None
    """Half points above the line."""


PLAIN: Final = Format()
_FIELDS: Final = tuple(field.name for field in fields(Format))


def read_format(properties: Element | None) -> Format:
    """Return what the properties of a run (`w:rPr`) say."""
    if properties is None or not len(properties):
        return PLAIN
    fonts = child(properties, "rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", ""))
    return Format(
        bold=flag(properties, "b"),
        caps=flag(properties, "caps"),
        vanish=flag(properties, "vanish"),
        special=flag(properties, "specVanish"),
        underline=None if child(properties, "u") is None else value(properties, "u") not in ("none", ""),
        colour=_fill_colour(properties) or _colour(child(properties, "color")),
        fill=_fill(properties),
        size=whole(value(properties, "sz"), 20) if child(properties, "sz") is not None else None,
        scale=whole(value(properties, "w").rstrip("%"), 100) if child(properties, "w") is not None else None,
        clear=_is_clear(properties),
        symbols=kind_of_font(font) if font else None,
        struck=_either(flag(properties, "strike"), flag(properties, "dstrike")),
        spacing=_whole_of(properties, "spacing"),
        position=_whole_of(properties, "position"),
    )


def lay_over(below: Format, above: Format) -> Format:
    """Return both together; where both speak, the one above holds."""
    if above is PLAIN:
        return below
    if below is PLAIN:
        return above
    return Format(**{n: getattr(below, n) if getattr(above, n) is None else getattr(above, n) for n in _FIELDS})


def lay_style_over(paragraph: Format, character: Format) -> Format:
    """Return a character style on a paragraph style: what both switch on is off again."""
    laid = lay_over(paragraph, character)
    bold, caps, vanish = (getattr(paragraph, n) and getattr(character, n) for n in _TOGGLES)
    off = Format(bold=False if bold else None, caps=False if caps else None, vanish=False if vanish else None)
    return lay_over(laid, off) if bold or caps or vanish else laid


def read_colour(text: str) -> Colour | str | None:
    """Return a colour written as six hexadecimal digits; `AUTO` for any other word, None for nothing."""
    if len(text) == 6:
        try:
            return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)
        except ValueError:
            return AUTO
    return AUTO if text else None


def read_shading(shading: Element | None) -> Colour | str | None:
    """Return what a shading (`w:shd`) puts behind; `AUTO` clears what lies below it."""
    if shading is None:
        return None
    pattern = shading.get(f"{W}val", "clear")
    chosen = shading.get(f"{W}color" if pattern == "solid" else f"{W}fill", "")
    if pattern == "solid" and chosen in ("", "auto"):
        return 0, 0, 0
    return read_colour(chosen)


def _colour(colour: Element | None) -> Colour | str | None:
    """A colour by name of the theme counts where no figure stands beside it: that of the page is white."""
    if colour is None:
        return None
    found = read_colour(colour.get(f"{W}val", ""))
    named = colour.get(f"{W}themeColor", "")
    return (255, 255, 255) if named in _WHITES and not isinstance(found, tuple) else found


def _fill_colour(properties: Element) -> Colour | str | None:
    """The colour that letters are filled with goes before the one they are written in, where it is one colour."""
    fill = properties.find(f"{W14}textFill")
    if fill is None:
        return None
    named = list(fill.iter(f"{W14}schemeClr"))
    if named:
        white = all(colour.get(f"{W14}val", "") in _WHITES and not len(colour) for colour in named)
        return (255, 255, 255) if white else AUTO
    found = {read_colour(colour.get(f"{W14}val", "")) for colour in fill.iter(f"{W14}srgbClr")}
    return found.pop() if len(found) == 1 else None


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one or bool(other)


def _whole_of(properties: Element, name: str) -> int | None:
    return None if child(properties, name) is None else whole(value(properties, name))


def _fill(properties: Element) -> Colour | str | None:
    highlight = HIGHLIGHTS.get(value(properties, "highlight"))
    return highlight or read_shading(child(properties, "shd"))


def _is_clear(properties: Element) -> bool | None:
    fill = properties.find(f"{W14}textFill")
    if fill is None:
        return None
    if fill.find(f"{W14}noFill") is not None or fill.find(f"{A}noFill") is not None:
        return True
    alpha = next(iter(fill.iter(f"{W14}alpha")), None)
    return alpha is not None and whole(alpha.get(f"{W14}val", "0")) >= 95_000
