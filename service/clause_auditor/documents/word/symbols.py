"""Signs of the fonts Symbol, Wingdings and their kin, as letters that everybody has."""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "\u25af"
"""Stands where a sign is drawn that is not known."""
SYMBOL: Final = "symbol"
DINGBATS: Final = "dingbats"
_DINGBAT_FONTS: Final = frozenset({"wingdings", "wingdings 2", "wingdings 3", "webdings", "zapfdingbats"})
_SIGNS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0xA7: "▪", 0xA8: "☐", 0xB7: "•",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x54: "☒", 0x53: "☒", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xB0: "°", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB9: "≠",
}  # fmt: skip
_LOW: Final = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH: Final = (
    f"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪{UNKNOWN}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_ADOBE: Final = dict(enumerate(_LOW, 0x20)) | dict(enumerate(_HIGH, 0xA0))
"""The encoding of the font Symbol (Adobe, "Symbol Encoding")."""
_TABLES: Final = {SYMBOL: _ADOBE, DINGBATS: _SIGNS, "": _SIGNS}


def kind_of_font(name: str) -> str:
    """Return which signs a font draws for letters: `SYMBOL`, `DINGBATS`, or none for a font of letters."""
    low = name.strip().lower()
    return SYMBOL if low == "symbol" else DINGBATS if low in _DINGBAT_FONTS else ""


def read_sign(code: int, kind: str = "") -> str:
    """Return the letter for a sign of such a font, by its code with or without the private range."""
    plain = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if 0xFF < plain < 0xD800:
        return chr(plain)  # no such font draws it: that of the text does
    return _TABLES[kind].get(plain, UNKNOWN)


def read_signs(text: str, kind: str) -> str:
    """Return a text in such a font as letters."""
    return "".join(letter if letter.isspace() else read_sign(ord(letter), kind) for letter in text)


def read_private(text: str) -> str:
    """Return a text whose letters of the private range, which such fonts use, are replaced."""
    if text.isascii() or not any("\uf020" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(read_sign(ord(letter)) if "\uf020" <= letter <= "\uf0ff" else letter for letter in text)
