"""A parsed value that knows its place, and typed reading of it: what is ill-typed is noted, never guessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from clause_auditor.notation.days import is_day
from clause_auditor.notation.faults import Faults, show_word, suggest

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Node:
    """A value: null, flag, integer, text, a list of nodes or a mapping of them.

    Readers that find another type than theirs note a fault and return an empty value of their type.
    """

    value: bool | int | str | tuple[Node, ...] | Mapping[str, Node] | None
    name: str
    """The file, or a field path."""
    line: int = 0
    """Line of the value, from 1; of a field's name for the value of a field; 0 where there are no lines."""

    @property
    def place(self) -> str:
        """File and line, or the field path."""
        return f"{self.name}:{self.line}" if self.line else self.name

    @property
    def kind(self) -> str:
        """The value's type in the words of a message."""
        return _kind(self.value)

    def text(self, faults: Faults, *, blank: bool = False) -> str:
        """Return the text; a text of nothing but white space is a fault unless `blank`."""
        if not isinstance(self.value, str):
            cure = f'Put it in quotes: "{self.value}"' if type(self.value) is int else ""
            self._mismatch(faults, "a text", cure)
            return ""
        if not blank and not self.value.strip():
            faults.add(self.place, "the text is empty", "Give a text, or leave the field out")
        return self.value

    def day(self, faults: Faults) -> str:
        """Return the ISO date that the text is, or an empty text."""
        text = self.text(faults, blank=True).strip()
        if text and not is_day(text):
            faults.add(self.place, "no date", "Write year, month and day: 2026-11-22")
        return text

    def flag(self, faults: Faults) -> bool:
        """Return true or false."""
        if isinstance(self.value, bool):
            return self.value
        self._mismatch(faults, "true or false", "Only the words true and false, without quotes, are flags")
        return False

    def integer(self, faults: Faults, least: int | None = None, most: int | None = None) -> int:
        """Return the integer; one outside of `least` to `most` is a fault."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self._mismatch(faults, "a whole number", "Write it in digits, without quotes")
            return 0
        if (least is not None and self.value < least) or (most is not None and self.value > most):
            bounds = f"from {least}" if most is None else f"from {least or 0} to {most}"
            faults.add(self.place, f"the number is out of range: {bounds} is possible")
        return self.value

    def items(self, faults: Faults) -> tuple[Node, ...]:
        """Return the members of a list."""
        if isinstance(self.value, tuple):
            return self.value
        self._mismatch(faults, "a list", "Begin each member with a dash, or put the members in brackets: [a, b]")
        return ()

    def texts(self, faults: Faults, *, single: bool = False) -> tuple[str, ...]:
        """Return the members of a list of texts; with `single` one text alone stands for a list of one."""
        if single and isinstance(self.value, str):
            return (self.text(faults),)
        return tuple(item.text(faults) for item in self.items(faults))

    def entries(self, faults: Faults) -> Mapping[str, Node]:
        """Return a mapping whose names are free."""
        if isinstance(self.value, Mapping):
            return self.value
        self._mismatch(faults, "a mapping of names to values", "Write name: value, one on each line")
        return {}

    def mapping(self, faults: Faults, known: Collection[str], required: Collection[str] = ()) -> Mapping[str, Node]:
        """Return the fields of a mapping without those that are null; unknown and missing ones are faults."""
        entries = self.entries(faults)
        for key, node in entries.items():
            if key not in known:
                faults.add(node.place, f"unknown field {show_word(key)}", suggest(key, known))
        fields = {key: node for key, node in entries.items() if key in known and node.value is not None}
        if isinstance(self.value, Mapping):
            for key in required:
                if key not in fields:
                    faults.add(self.place, f'the field "{key}" is missing', f'Add "{key}:"')
        return fields

    def choice(self, faults: Faults, words: type[_Choice]) -> _Choice | None:
        """Return the member of an enum that the text names; None with a fault if it names none."""
        text = self.text(faults)
        try:
            return words(text) if text else None
        except ValueError:
            known = [word.value for word in words]
            faults.add(self.place, f"unknown word {show_word(text)}", suggest(text, known))
            return None

    def plain(self) -> object:
        """Return the value without its places: None, bool, int, str, list, dict."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, Mapping):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def _mismatch(self, faults: Faults, wanted: str, cure: str = "") -> None:
        faults.add(self.place, f"{wanted} is expected here, not {self.kind}", cure)


def node_of(value: object, path: str = "") -> Node:
    """Return a node for a plain Python value (dict, list, str, int, bool, None); places are field paths.

    Raises TypeError for any other type.
    """
    if isinstance(value, Mapping):
        fields = {str(key): node_of(item, f"{path}.{key}" if path else str(key)) for key, item in value.items()}
        return Node(fields, path)
    if isinstance(value, list | tuple):
        return Node(tuple(node_of(item, f"{path}[{index}]") for index, item in enumerate(value)), path)
    if value is None or isinstance(value, bool | int | str):
        return Node(value, path)
    raise TypeError(f"no node can hold a {type(value).__name__}")


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a flag"
    if isinstance(value, int):
        return "a number"
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, tuple) else "a mapping"
