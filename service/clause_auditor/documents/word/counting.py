"""Numbers as lists show them: decimal, roman, letters, words, and their like in other scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ONES: Final = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen"
    " Seventeen Eighteen Nineteen"
).split()
_TENS: Final = "_ _ Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split()
_ORDINALS: Final = {
    "One": "First", "Two": "Second", "Three": "Third", "Five": "Fifth", "Eight": "Eighth", "Nine": "Ninth",
    "Twelve": "Twelfth",
}  # fmt: skip
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_THAI: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_GREEK: Final = "αβγδεζηθικλμνξοπρστυφχψω"
_HAN: Final = "〇一二三四五六七八九"
_MARKS: Final = "*†‡§"
_MOST: Final = 1_000_000


def count(value: int, form: str) -> str:
    """Return a number in one of Word's formats ("lowerRoman"); decimal where the format is not known."""
    writer = _WRITERS.get(form)
    if writer is None or not 0 < value < _MOST:
        return "" if form == "none" else str(value)
    return writer(value)


def _roman(value: int) -> str:
    if value > 5000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        text += letters * (value // size)
        value %= size
    return text


def _letters(alphabet: str) -> Callable[[int], str]:
    """a ... z, aa, bb: the letter again for every round."""

    def write(value: int) -> str:
        rounds, place = divmod(value - 1, len(alphabet))
        return alphabet[place] * (rounds + 1) if rounds < 20 else str(value)

    return write


def _ordinal(value: int) -> str:
    tail = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{tail}"


def _words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return str(value)


def _ordinal_words(value: int) -> str:
    if value >= 100:
        return _ordinal(value)
    lead, dash, last = _words(value).rpartition("-")
    last = _ORDINALS.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{lead}{dash}{last}"


def _han(value: int) -> str:
    if value >= 100:
        return "".join(_HAN[int(digit)] for digit in str(value))
    tens, ones = divmod(value, 10)
    lead = "" if not tens else ("十" if tens == 1 else f"{_HAN[tens]}十")
    return lead + (_HAN[ones] if ones or not tens else "")


def _shifted(first: int, last: int, base: int) -> Callable[[int], str]:
    """One character for each number from `first` to `last`, decimal beyond."""
    return lambda value: chr(base + value - first) if first <= value <= last else str(value)


_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": str,
    "decimalFullWidth2": str,
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerLetter": _letters(_LATIN),
    "ordinal": _ordinal,
    "cardinalText": _words,
    "ordinalText": _ordinal_words,
    "hex": lambda value: f"{value:X}",
    "chicago": _letters(_MARKS),
    "decimalEnclosedCircle": _shifted(1, 20, 0x2460),
    "decimalEnclosedCircleChinese": _shifted(1, 20, 0x2460),
    "decimalEnclosedParen": _shifted(1, 20, 0x2474),
    "decimalEnclosedFullstop": _shifted(1, 20, 0x2488),
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "greekLower": _letters(_GREEK),
    "thaiLetters": _letters(_THAI),
    "thaiNumbers": lambda value: "".join(chr(0x0E50 + int(digit)) for digit in str(value)),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "japaneseCounting": _han,
    "ideographDigital": lambda value: "".join(_HAN[int(digit)] for digit in str(value)),
}
