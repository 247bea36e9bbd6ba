"""Strict JSON (RFC 8259) without floats: null, flags, whole numbers, texts, lists, mappings, each with its line."""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from clause_auditor.errors import ClauseAuditorError, InputError
from clause_auditor.notation.faults import show_word
from clause_auditor.notation.node import Node
from clause_auditor.notation.source import MAX_BYTES, MAX_DEPTH, decode_source

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS: tuple[tuple[str, bool | None], ...] = (("null", None), ("true", True), ("false", False))


def parse_json(
    data: bytes,
    name: str,
    *,
    error: type[ClauseAuditorError] = InputError,
    most_bytes: int = MAX_BYTES,
    most_depth: int = MAX_DEPTH,
) -> Node:
    """Return a JSON text as a node; `name` is the file's name in messages.

    Raises `error` with file and line at the first fault: syntax, a name given twice, a float, half a surrogate pair.
    """
    text = decode_source(data, name, most_bytes, error)
    return _Reader(text, name, error, most_depth).read()


class _Reader:
    """A recursive descent over the text; recursion is bounded by `most_depth`."""

    def __init__(self, text: str, name: str, error: type[ClauseAuditorError], most_depth: int) -> None:
        self._text = text
        self._name = name
        self._error = error
        self._most_depth = most_depth
        self._at = 0
        self._line = 1
        self._counted = 0

    def read(self) -> Node:
        node = self._value(1, None)
        if self._peek():
            self._refuse("something follows after the end of the JSON text", "Remove it")
        return node

    def _value(self, depth: int, line: int | None) -> Node:
        start = self._peek()
        place = self._line if line is None else line
        if start in "[{" and depth > self._most_depth:
            self._refuse(f"the nesting is deeper than {self._most_depth} levels", "Make it flatter")
        if start == "{":
            return Node(self._fields(depth), self._name, place)
        if start == "[":
            return Node(self._members(depth), self._name, place)
        return Node(self._string() if start == '"' else self._plain(), self._name, place)

    def _members(self, depth: int) -> tuple[Node, ...]:
        self._at += 1
        members: list[Node] = []
        while not self._take("]"):
            if members:
                self._expect(",")
            members.append(self._value(depth + 1, None))
        return tuple(members)

    def _fields(self, depth: int) -> dict[str, Node]:
        self._at += 1
        fields: dict[str, Node] = {}
        while not self._take("}"):
            if fields:
                self._expect(",")
            self._name_and_value(fields, depth)
        return fields

    def _name_and_value(self, fields: dict[str, Node], depth: int) -> None:
        if self._peek() != '"':
            self._refuse("the name of a field is expected here", "Put it in double quotes")
        line = self._line
        key = self._string()
        if key in fields:
            self._refuse(f"the field {show_word(key)} is given twice", "Keep one of the two")
        self._expect(":")
        fields[key] = self._value(depth + 1, line)

    def _string(self) -> str:
        try:
            text, end = scanstring(self._text, self._at + 1, True)
        except JSONDecodeError:
            self._refuse("the text is ill-formed", "Close it with a double quote; write line ends as \\n")
        if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
            self._refuse("half a surrogate pair stands in the text", "Write the character itself")
        self._at = end
        return str(text)

    def _plain(self) -> bool | int | None:
        for word, value in _WORDS:
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return value
        number = _NUMBER.match(self._text, self._at)
        if number is None:
            self._refuse("no value of JSON begins here", "Write null, true, false, a number, a text, a list, a mapping")
        if number[1] or number[2] or len(number[0].lstrip("-")) > 18:
            self._refuse("only whole numbers of up to 18 digits are read", "Put the figure in quotes")
        self._at = number.end()
        return int(number[0])

    def _peek(self) -> str:
        """Step over white space and return the next character, or nothing at the end."""
        match = _SPACE.match(self._text, self._at)
        self._at = match.end() if match else self._at
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._text[self._at : self._at + 1]

    def _take(self, char: str) -> bool:
        found = self._peek() == char
        self._at += found
        return found

    def _expect(self, char: str) -> None:
        if not self._take(char):
            self._refuse(f'"{char}" is expected here', "Look at the end of the value before it, and at the brackets")

    def _refuse(self, problem: str, cure: str = "") -> NoReturn:
        raise self._error.at(f"{self._name}:{self._line}", problem, cure)
