"""Signs of the fonts Symbol and Wingdings, as letters that everybody has."""

from __future__ import annotations

from typing import Final

_SIGNS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0x78: "☒", 0xA7: "▪", 0xA8: "☐", 0xB7: "•",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x54: "☒", 0x53: "☒", 0xD2: "®",
    0xD3: "©", 0xD4: "™", 0xB0: "°", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB9: "≠",
}  # fmt: skip


def read_sign(code: int) -> str:
    """Return the letter for a sign of such a font, by its code with or without the private range."""
    return _SIGNS.get(code & 0xFF if 0xF000 <= code <= 0xF0FF else code, "□")


def read_signs(text: str) -> str:
    """Return a text in such a font as letters."""
    return "".join(letter if letter.isspace() else read_sign(ord(letter)) for letter in text)


def read_private(text: str) -> str:
    """Return a text whose letters of the private range, which such fonts use, are replaced."""
    if text.isascii() or not any("\uf020" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(read_sign(ord(letter)) if "\uf020" <= letter <= "\uf0ff" else letter for letter in text)
