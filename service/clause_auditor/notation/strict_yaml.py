"""Strict YAML: null, true, false, whole numbers and texts; lists and mappings; nothing else.

`NO`, `yes`, `4.10`, `72:00` and dates are texts. Anchors, aliases, tags, a second document and a key given twice
are refused. Nodes are built from parser events, so that neither depth nor aliases can grow before they are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn, TypeAlias

import yaml

from clause_auditor.errors import ClauseAuditorError, InputError
from clause_auditor.notation.faults import show_word
from clause_auditor.notation.node import Node
from clause_auditor.notation.source import MAX_BYTES, MAX_DEPTH, decode_source

_Event: TypeAlias = Any  # the events of libyaml share no typed form
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_CURE = (
    "Look at the indentation and the quotes of this line and of the one above; "
    'a text that holds ": " or begins with [ { * & ! % @ needs quotes'
)
_CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


def parse_yaml(
    data: bytes,
    name: str,
    *,
    error: type[ClauseAuditorError] = InputError,
    most_bytes: int = MAX_BYTES,
    most_depth: int = MAX_DEPTH,
) -> Node:
    """Return the single document of a YAML file as a node; `name` is the file's name in messages.

    Raises `error` with file and line at the first fault of syntax; an empty file is a null node.
    """
    text = decode_source(data, name, most_bytes, error)
    reader = _Reader(name, error, most_depth)
    try:
        return reader.read(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as fault:
        raise error.at(_place(fault, name, text), *_words(fault)) from None


class _Reader:
    """Builds nodes from events; recursion is bounded by `most_depth`."""

    def __init__(self, name: str, error: type[ClauseAuditorError], most_depth: int) -> None:
        self._name = name
        self._error = error
        self._most_depth = most_depth
        self._events: Iterator[_Event] = iter(())

    def read(self, events: Iterator[_Event]) -> Node:
        self._events = events
        next(events)
        start = next(events)
        if isinstance(start, yaml.StreamEndEvent):
            return Node(None, self._name, 1)
        node = self._node(next(events), 1, None)
        next(events)
        more = next(events)
        if not isinstance(more, yaml.StreamEndEvent):
            self._refuse(more, "a second document begins", "Keep one document in a file: remove the line ---")
        return node

    def _node(self, event: _Event, depth: int, line: int | None) -> Node:
        self._check(event, depth)
        place = _line(event) if line is None else line
        if isinstance(event, yaml.ScalarEvent):
            return Node(_scalar(event), self._name, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(tuple(self._members(depth + 1)), self._name, place)
        return Node(self._fields(depth + 1), self._name, place)

    def _members(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth, None)

    def _fields(self, depth: int) -> dict[str, Node]:
        fields: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._check(event, depth)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "the name of a field must be a word", "Put texts with brackets in quotes")
            if event.value in fields:
                self._refuse(event, f"the field {show_word(event.value)} is given twice", "Keep one of the two")
            fields[event.value] = self._node(next(self._events), depth, _line(event))
        return fields

    def _check(self, event: _Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "aliases (*name) are not read", 'Repeat the value; put a text with "*" in quotes')
        if event.anchor is not None:
            self._refuse(event, "anchors (&name) are not read", 'Write the value out; put a text with "&" in quotes')
        if event.tag is not None:
            self._refuse(event, "tags (!name) are not read", 'Remove the tag; put a text with "!" in quotes')
        if depth > self._most_depth:
            self._refuse(event, f"the nesting is deeper than {self._most_depth} levels", "Make it flatter")

    def _refuse(self, event: _Event, problem: str, cure: str) -> NoReturn:
        raise self._error.at(f"{self._name}:{_line(event)}", problem, cure)


def _scalar(event: yaml.ScalarEvent) -> bool | int | str | None:
    value: str = event.value
    if not event.implicit[0]:
        return value
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _INTEGER.match(value) else value


def _line(event: _Event) -> int:
    line: int = event.start_mark.line
    return line + 1


def _place(fault: yaml.YAMLError, name: str, text: str) -> str:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if mark is not None:
        return f"{name}:{mark.line + 1}"
    position = getattr(fault, "position", None)
    return f"{name}:{_line_at(text, position)}" if isinstance(position, int) else name


def _line_at(text: str, position: int) -> int:
    # libyaml counts bytes, the pure parser code points
    source = text.encode() if _Loader is not yaml.SafeLoader else text
    return source[:position].count("\n" if isinstance(source, str) else b"\n") + 1  # type: ignore[arg-type]


def _words(fault: yaml.YAMLError) -> tuple[str, str]:
    if isinstance(fault, yaml.reader.ReaderError):
        return "a control character stands in the file", "Remove it"
    # libyaml's messages are fixed sentences; those of the pure parser quote the file
    problem = getattr(fault, "problem", "") if _Loader is not yaml.SafeLoader else ""
    return f"the YAML is ill-formed ({problem})" if problem else "the YAML is ill-formed", _CURE
