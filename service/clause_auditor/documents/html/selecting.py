"""The selectors of a rule, read from its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from tinycss2 import nth

from clause_auditor.documents.html.parsing import too_involved
from clause_auditor.documents.html.selectors import NEVER, Attribute, Choice, Compound, Place, Selector, Test, Weight

Token = Any
"""A component value of tinycss2."""
_STATES: Final = frozenset(
    "hover active focus focus-within focus-visible visited target indeterminate invalid out-of-range"
    " fullscreen modal autofill user-invalid popover-open current past future playing default blank".split()
)
_PLAIN: Final = frozenset(
    "root scope empty link any-link first-child last-child only-child enabled open defined first-of-type last-of-type"
    " only-of-type checked disabled".split()
)
_COUNTED: Final = frozenset(("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"))
_CHOICES: Final = frozenset(("is", "where", "matches", "-webkit-any", "-moz-any", "not", "has"))
_OLD_ELEMENTS: Final = frozenset(("before", "after", "first-line", "first-letter"))
_OPERATORS: Final = frozenset(("=", "~=", "|=", "^=", "$=", "*="))
_MOST_PARTS: Final = 40
_DEEPEST: Final = 20
TOO_DEEP: Final = "its style sheets are nested too deeply"
_NOTHING: Final[Weight] = (0, 0, 0)


class UnreadableError(ValueError):
    """No selector that is known: its rule holds for nothing, as in a browser."""


def read_selectors(
    tokens: Sequence[Token], parents: tuple[Selector, ...] = (), *, nested: bool = False, deep: int = 0
) -> tuple[Selector, ...]:
    """Return the selectors of a list, or raise `UnreadableError`; `parents` are those of the rule around it."""
    if deep > _DEEPEST:
        raise too_involved(TOO_DEEP)
    return tuple(_SelectorReader(parents, deep).read(part, nested=nested) for part in _split(tokens))


def _split(tokens: Sequence[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        elif token.type != "comment":
            parts[-1].append(token)
    return parts


class _SelectorReader:
    """Reads one selector."""

    def __init__(self, parents: tuple[Selector, ...], deep: int) -> None:
        self._parents = parents
        self._deep = deep
        self._weight = _NOTHING
        self._part = ""

    def read(self, tokens: Sequence[Token], *, nested: bool) -> Selector:
        compounds: list[Compound] = []
        links: list[str] = []
        link = ""
        held: list[Token] = []
        for token in [*tokens, None]:
            mark = self._link(token)
            if not mark:
                held.append(token)
                continue
            if held:
                compounds.append(self._compound(held))
                links.append(link.strip() or " ")
                held, link = [], ""
            link += mark if mark != "end" else ""
        if not compounds or link.strip() or len(compounds) > _MOST_PARTS or any(len(each) > 1 for each in links):
            raise UnreadableError
        if nested and self._parents and not any(self._names_parent(token) for token in tokens):
            compounds.insert(0, Compound(tests=(self._parent(),)))
            links.insert(0, " ")
        return Selector(tuple(compounds), tuple(links), self._part, self._weight)

    @staticmethod
    def _link(token: Token | None) -> str:
        if token is None:
            return "end"
        if token.type == "whitespace":
            return " "
        return str(token.value) if token.type == "literal" and token.value in (">", "+", "~") else ""

    @staticmethod
    def _names_parent(token: Token) -> bool:
        inside = getattr(token, "arguments", None) or ()
        return (token.type == "literal" and token.value == "&") or any(
            each.type == "literal" and each.value == "&" for each in inside
        )

    def _compound(self, tokens: list[Token]) -> Compound:
        tag = ""
        ids: set[str] = set()
        classes: set[str] = set()
        tests: list[Test] = []
        rest = iter(tokens)
        for token in rest:
            if token.type == "ident" and token is tokens[0]:
                tag = token.lower_value
                self._add(tags=1)
            elif token.type == "hash":
                ids.add(token.value)
                self._add(ids=1)
            elif token.type == "[] block":
                tests.append(_attribute([each for each in token.content if each.type != "whitespace"]))
                self._add(classes=1)
            elif token.type != "literal":
                raise UnreadableError
            elif token.value == ".":
                classes.add(_name(next(rest, None)))
                self._add(classes=1)
            elif token.value == ":":
                tests += self._pseudo(next(rest, None), rest)
            elif token.value == "&":
                tests += [self._parent()] if self._parents else ["root"]
            elif token.value != "*":
                raise UnreadableError
        return Compound(tag, frozenset(ids), frozenset(classes), tuple(tests))

    def _pseudo(self, token: Token | None, rest: Iterator[Token]) -> list[Test]:
        if token is None:
            raise UnreadableError
        if token.type == "literal" and token.value == ":":
            part = next(rest, None)
            self._part = part.lower_name if part is not None and part.type == "function" else _name(part).lower()
            self._add(tags=1)
            return []
        if token.type == "ident" and token.lower_value in _OLD_ELEMENTS:
            self._part = token.lower_value
            self._add(tags=1)
            return []
        if token.type == "function":
            return [self._function(token)]
        self._add(classes=1)
        return [_state(_name(token).lower())]

    def _function(self, token: Token) -> Test:
        name = token.lower_name
        if name in _COUNTED:
            self._add(classes=1)
            found = nth.parse_nth(token.arguments)
            if found is None:
                raise UnreadableError
            step, first = found
            return Place(step, first, "last" in name, "type" in name)
        if name == "lang":
            self._add(classes=1)
            return Attribute("lang", "|=", " ".join(str(each.value) for each in token.arguments[:1]), True)
        if name not in _CHOICES:
            raise UnreadableError
        selectors = read_selectors(token.arguments, self._parents, deep=self._deep + 1)
        if name != "where":
            self._add(*max(selector.weight for selector in selectors))
        return Choice(name if name in ("not", "has") else "is", selectors)

    def _parent(self) -> Choice:
        self._add(*max(parent.weight for parent in self._parents))
        return Choice("is", self._parents)

    def _add(self, ids: int = 0, classes: int = 0, tags: int = 0) -> None:
        own = self._weight
        self._weight = own[0] + ids, own[1] + classes, own[2] + tags


def _name(token: Token | None) -> str:
    if token is None or token.type != "ident":
        raise UnreadableError
    return str(token.value)


def _state(name: str) -> Test:
    if name in _PLAIN:
        return name
    if name in _STATES or name.startswith("-"):
        return NEVER
    raise UnreadableError


def _attribute(tokens: Sequence[Token]) -> Attribute:
    if not tokens:
        raise UnreadableError
    name = _name(tokens[0]).lower()
    if name.startswith("{"):  # the parser of pages would take it for a namespace
        raise UnreadableError
    if len(tokens) == 1:
        return Attribute(name)
    if len(tokens) not in (3, 4) or tokens[1].type != "literal" or tokens[1].value not in _OPERATORS:
        raise UnreadableError
    if tokens[2].type not in ("ident", "string"):
        raise UnreadableError
    any_case = len(tokens) == 4 and _name(tokens[3]).lower() == "i"
    return Attribute(name, tokens[1].value, tokens[2].value, any_case)
