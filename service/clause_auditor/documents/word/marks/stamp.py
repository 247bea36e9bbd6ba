"""Who marks, when, and under which numbers: what every mark in a Word file carries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from clause_auditor.documents.word.names import Element, W, whole
from clause_auditor.domain.markup import Markup

_ID: Final = f"{W}id"
_ILLEGAL: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_AUTHOR: Final = 255
_LONGEST_INITIALS: Final = 9


def legal(text: str) -> str:
    """Return the text as XML can hold it: what no XML may hold is replaced by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


class Stamp:
    """Makes elements that tell author, date and a number that nothing else in the file has."""

    def __init__(self, markup: Markup, parts: Iterable[Element]) -> None:
        self._author = legal(markup.author)[:_LONGEST_AUTHOR]
        self._initials = legal(markup.initials)[:_LONGEST_INITIALS]
        self._date = f"{markup.day}T00:00:00Z"
        self._taken = {whole(each.get(_ID, ""), -1) for part in parts for each in part.iter() if each.get(_ID)}
        self._last = 0

    def number(self) -> str:
        """Return a number that is not taken."""
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        return str(self._last)

    def tracked(self, kind: str) -> Element:
        """Return a tracked change (`ins`, `del`, `pPrChange`) with nothing in it."""
        attributes = {_ID: self.number(), f"{W}author": self._author, f"{W}date": self._date}
        return etree.Element(W + kind, attributes, nsmap={"w": W[1:-1]})

    def comment(self) -> Element:
        """Return a comment with nothing in it."""
        made = self.tracked("comment")
        made.set(f"{W}initials", self._initials)
        return made
