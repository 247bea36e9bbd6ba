"""Lists: the number or mark that a browser shows before each item."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.documents.html.parsing import Element
from clause_auditor.documents.word.counting import count

_TYPES: Final = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_ROMAN: Final = {"lower-roman": "lowerRoman", "upper-roman": "upperRoman"}
_WHOLE = re.compile(r"\s*([+-]?\d{1,8})(?!\d)")
_BULLETS: Final = frozenset(("disc", "circle", "square"))
_MOST_ROMAN: Final = 3999
_GREEK: Final = "αβγδεζηθικλμνξοπρστυφχψω"
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"


class Numbers:
    """One list that is being read."""

    def __init__(self, element: Element) -> None:
        self.ordered = element.tag == "ol"
        self._form = _TYPES.get(element.get("type", ""), "")
        self._step = 1
        start = _whole(element.get("start", ""))
        if element.get("reversed") is not None and self.ordered:
            self._step = -1
            start = sum(child.tag == "li" for child in element) if start is None else start
        self._next = 1 if start is None else start

    def label(self, item: Element, list_type: str) -> str:
        """Return what stands before the next item; empty if nothing does. `list_type` is what its style says."""
        given = _whole(item.get("value", "")) if self.ordered else None
        number = self._next if given is None else given
        self._next = number + self._step
        form = list_type or _TYPES.get(item.get("type", ""), "") or self._form
        if form == "none":
            return ""
        if form in _BULLETS or (not self.ordered and not form):
            return "-"
        return f"{write_number(number, form)}."


def write_number(number: int, form: str) -> str:
    """Return a number in a form of CSS; decimal where that form has none for it."""
    if form == "decimal-leading-zero":
        return f"{number:02d}"
    if form in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        letters = _spell(number, _LATIN)
        return letters.upper() if form.startswith("upper") else letters
    if form == "lower-greek" and number > 0:
        return _spell(number, _GREEK)
    if form in _ROMAN and 0 < number <= _MOST_ROMAN:
        return count(number, _ROMAN[form])
    return str(number)


def _spell(number: int, alphabet: str) -> str:
    """a ... z, aa, ab: digits without a nought."""
    text = ""
    while number > 0:
        number, place = divmod(number - 1, len(alphabet))
        text = alphabet[place] + text
    return text


def _whole(value: str) -> int | None:
    match = _WHOLE.match(value)
    return int(match[1]) if match else None
