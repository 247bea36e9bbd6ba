"""Status formulas from text: `and`, `or`, `not`, parentheses, `at_least(n, ...)` over names of facets."""

from __future__ import annotations

import re

from clause_auditor.domain.formula import Both, Count, Either, Facet, Formula, Without

MOST_CHARACTERS = 2000
DEEPEST = 20
KEYWORDS = frozenset({"and", "or", "not", "at_least"})

_TOKEN = re.compile(r"\s*(?:([A-Za-z][A-Za-z0-9_-]*)|([0-9]{1,3})|([(),]))")


def parse_formula(text: str) -> Formula:
    """Return the formula that a text says; ValueError names what is wrong and at which character, from 1."""
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"a formula has at most {MOST_CHARACTERS} characters; name its parts by further facets")
    return _Parser(text).read()


class _Parser:
    """A recursive descent: `or` binds less than `and`, `and` less than `not`."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def read(self) -> Formula:
        formula = self._either()
        if self._word:
            self._refuse("is not expected here: join parts by and / or")
        return formula

    @property
    def _word(self) -> str:
        return self._tokens[self._at][0]

    def _either(self) -> Formula:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self) -> Formula:
        parts = [self._part()]
        while self._take("and"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _part(self) -> Formula:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ValueError(f"the formula is nested deeper than {DEEPEST} levels; name its parts by further facets")
        part = self._without_depth()
        self._depth -= 1
        return part

    def _without_depth(self) -> Formula:
        if self._take("not"):
            return Without(self._part())
        if self._take("("):
            formula = self._either()
            self._expect(")")
            return formula
        if self._take("at_least"):
            return self._count()
        return self._facet()

    def _count(self) -> Formula:
        self._expect("(")
        place = self._at
        least = self._number()
        parts: list[Formula] = []
        while self._take(","):
            parts.append(self._either())
        self._expect(")")
        if not 1 <= least <= len(parts):
            self._at = place
            self._refuse(f"cannot be reached by {len(parts)} parts: at_least(2, a, b, c) counts what follows")
        return Count(least, tuple(parts))

    def _number(self) -> int:
        if not self._word.isdigit():
            self._refuse("is no number: at_least(2, a, b, c) begins with how many must hold")
        self._at += 1
        return int(self._tokens[self._at - 1][0])

    def _facet(self) -> Formula:
        word = self._word
        if not word[:1].isalpha() or word in KEYWORDS:
            self._refuse("stands where the name of a facet belongs")
        self._at += 1
        return Facet(word)

    def _take(self, word: str) -> bool:
        found = self._word == word
        self._at += found
        return found

    def _expect(self, word: str) -> None:
        if not self._take(word):
            self._refuse(f'stands where "{word}" belongs')

    def _refuse(self, problem: str) -> None:
        word, place = self._tokens[self._at]
        raise ValueError(f'character {place}: "{word}" {problem}' if word else f"the end {problem}")


def _tokens(text: str) -> list[tuple[str, int]]:
    tokens = []
    at = 0
    source = text.rstrip()
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            place = len(source) - len(source[at:].lstrip()) + 1
            raise ValueError(f"character {place}: a formula holds names, and, or, not, at_least, commas, parentheses")
        tokens.append((match[match.lastindex or 0], match.start(match.lastindex or 0) + 1))
        at = match.end()
    return [*tokens, ("", len(source) + 1)]
