"""Declarations of styles: those that bear on whether the eye sees a text, as a browser would take them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import tinycss2

from clause_auditor.documents.html.colours import read_colour
from clause_auditor.documents.html.lengths import read_length, read_number
from clause_auditor.documents.html.parsing import too_involved
from clause_auditor.documents.html.selecting import TOO_DEEP, Token

Style = Mapping[str, str]
"""Property and value, lower case; shorthands stand, whole, under each property that they set."""
_SHORTHANDS: Final = {
    "background": ("background-color", "background-image"), "font": ("font-size", "font-weight", "line-height"),
    "list-style": ("list-style-type",), "overflow": ("overflow-x", "overflow-y"),
    "text-decoration": ("text-decoration-line",), "inset": ("left", "top", "right", "bottom"),
    "margin": ("margin-left", "margin-top"),
}  # fmt: skip
_COLOURS: Final = frozenset(("color", "background-color", "-webkit-text-fill-color"))
_LENGTHS: Final = frozenset(
    "font-size left top right bottom text-indent width height max-height max-width letter-spacing line-height"
    " margin-left margin-top zoom".split()
)
_SIZES: Final = frozenset(("font-size", "width", "height", "max-height", "max-width", "line-height", "zoom"))
_NUMBERS: Final = frozenset(("opacity",))
_WORDS: Final = {
    "display": "none block inline inline-block flex inline-flex grid inline-grid table inline-table table-row"
    " table-cell table-row-group table-header-group table-footer-group table-column table-column-group"
    " table-caption list-item contents flow-root flow run-in ruby math -webkit-box"
    " -webkit-flex -ms-flexbox -webkit-inline-box",
    "visibility": "visible hidden collapse",
    "position": "static relative absolute fixed sticky -webkit-sticky",
    "float": "none left right inline-start inline-end",
    "content-visibility": "visible hidden auto",
}
_VALID_WORDS: Final = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_OTHERS: Final = frozenset(
    "clip clip-path transform scale filter -webkit-filter white-space content".split()
    + [each for names in _SHORTHANDS.values() for each in names]
)
RELEVANT: Final = _COLOURS | _LENGTHS | _NUMBERS | _OTHERS | frozenset(_WORDS) | frozenset(_SHORTHANDS)
_GLOBAL: Final = frozenset(("inherit", "initial", "unset", "revert", "revert-layer", "currentcolor"))
_LENGTH_WORDS: Final = frozenset(
    "auto none normal min-content max-content fit-content larger smaller xx-small x-small small medium large x-large"
    " xx-large xxx-large reset".split()
)
_VARIABLE = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_LONGEST: Final = 4_000
_MOST_TURNS: Final = 20
_LONGEST_STYLE: Final = 20_000


class Declarations(NamedTuple):
    """What one rule says: plainly, and as important."""

    plain: Style
    important: Style


NOTHING: Final = Declarations({}, {})


def gather_declarations(nodes: Iterable[Token]) -> Declarations:
    """Return what matters of the declarations among the contents of a rule; those that no browser knows are dropped."""
    plain: dict[str, str] = {}
    important: dict[str, str] = {}
    for node in nodes:
        if node.type != "declaration" or not (node.lower_name in RELEVANT or node.name.startswith("--")):
            continue
        value = write_tokens(node.value).strip()
        name = node.name if node.name.startswith("--") else node.lower_name
        value = value if name == "content" or name.startswith("--") else value.lower()
        if len(value) <= _LONGEST and _is_valid(name, value):
            target = important if node.important else plain
            for each in _SHORTHANDS.get(name, (name,)):
                target[each] = value
    return Declarations(plain, important) if plain or important else NOTHING


@lru_cache(maxsize=4096)
def read_declarations(source: str) -> Declarations:
    """Return what a `style` attribute says."""
    tokens = tinycss2.parse_component_value_list(source[:_LONGEST_STYLE], skip_comments=True)
    return gather_declarations(tinycss2.parse_blocks_contents(tokens))


def write_tokens(tokens: Iterable[Token]) -> str:
    """Return tokens as a source would have them, without escapes that are not needed."""
    try:
        return str(tinycss2.serialize(tokens))
    except RecursionError:
        raise too_involved(TOO_DEEP) from None


def put_variables(style: Style, inherited: Style) -> tuple[Style, Style]:
    """Return a style with the values of custom properties put in, and the custom properties that hold from here on."""
    if not any(name.startswith("--") or "var(" in value for name, value in style.items()):
        return style, inherited
    own = {name: value for name, value in style.items() if name.startswith("--")}
    known = {**inherited, **own} if own else inherited
    if any("var(" in value for value in own.values()):
        known = {**known, **{name: _put(value, known) for name, value in own.items()}}
    filled = {name: _put(value, known) for name, value in style.items() if not name.startswith("--")}
    return {name: value for name, value in filled.items() if value and _is_valid(name, value)}, known


def _put(value: str, known: Style) -> str:
    for _ in range(_MOST_TURNS):
        if "var(" not in value:
            return value.strip()
        value = _VARIABLE.sub(lambda match: known.get(match[1], match[2] or "\0"), value, count=8)
        if len(value) > _LONGEST or "\0" in value:
            return ""
    return ""


def _is_valid(name: str, value: str) -> bool:
    """Say whether a browser takes a value; what it has to reckon is taken to be sound."""
    if "(" in value and name not in _COLOURS:
        return True
    if value in _GLOBAL:
        return True
    if name in _COLOURS:
        return "var(" in value or read_colour(value) is not None or "calc(" in value or "color-mix(" in value
    if name in _VALID_WORDS:
        return _VALID_WORDS[name].issuperset(value.split()) and bool(value)
    if name in _NUMBERS:
        return read_number(value) is not None
    if name in _LENGTHS:
        length = read_length(value, 16.0)
        return value in _LENGTH_WORDS if length is None else length >= 0 or name not in _SIZES
    return bool(value) or name.startswith("--")
