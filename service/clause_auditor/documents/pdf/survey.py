"""A first look at all pages: how large letters are, which words there are, what recurs, what is only a picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sized
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.documents.pdf.pages import Sheet
from clause_auditor.documents.pdf.paragraphs import Vocabulary
from clause_auditor.documents.pdf.running import RunningText
from clause_auditor.documents.pdf.words import Word
from clause_auditor.errors import InputError

_ODD = re.compile("[\ufffd\ue000-\uf8ff]")
_FEW: Final = 12
"""Words on a page; fewer on a page that is a picture are a stamp."""
_MOST_NAMED: Final = 12
_CONSIDERABLE: Final = 0.1
"""Share of all letters."""
_OCR: Final = "Run text recognition (OCR) over it and audit the result"


@dataclass(slots=True)
class Survey:
    """What was seen."""

    running: RunningText = field(default_factory=RunningText)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    sizes: Counter[float] = field(default_factory=Counter)
    pictures: list[int] = field(default_factory=list)
    """Pages that are pictures without text."""
    letters: int = 0
    odd: int = 0
    """Letters that no program can tell."""
    strange: int = 0
    """Letters that are said to be what nothing tells whether they are."""
    fonts: set[int] = field(default_factory=set)
    """Fonts that draw those."""
    mute: set[int] = field(default_factory=set)
    """Fonts that do not say which letters they draw."""
    struck: int = 0
    """Passages that are struck out."""

    def look(self, sheet: Sheet) -> None:
        """Take note of a page."""
        seen = [word for word in sheet.words if word.hidden is None]
        for word in seen:
            self.sizes[word.size] += len(word.text)
            self.vocabulary.collect(word.text)
            self._look_at_font(word)
        text = "".join([word.text for word in seen])
        self.letters += len(text)
        self.odd += len(_ODD.findall(text)) + sum(len(word.text) for word in seen if word.style.font.mute)
        if sheet.is_picture and len(seen) < _FEW:
            self.pictures.append(sheet.number)
        self.struck += sheet.struck
        self.running.collect(sheet.number, sheet.upright(), sheet.height)

    def _look_at_font(self, word: Word) -> None:
        font = word.style.font
        if font.mute:
            self.mute.add(id(font))
        if font.unread or font.strange:
            strange = len(word.text) if font.unread else sum(letter in font.strange for letter in word.text)
            self.strange += strange
            if strange:
                self.fonts.add(id(font))

    def check(self, pages: int) -> list[str]:
        """Return remarks; InputError if there is no text to read."""
        if self.pictures and (len(self.pictures) == pages or not self.letters):
            raise InputError.at("", "it is a scan: pictures of pages without text", _OCR)
        if not self.letters:
            problem = "there is no text on its pages"
            raise InputError.at("", problem, "Export it again from the program that wrote it, or run OCR over it")
        if self.odd > 0.3 * self.letters:
            raise InputError.at("", "its fonts do not tell which letters they draw", _OCR)
        return list(self._remarks())

    def _remarks(self) -> Iterator[str]:
        if self.pictures:
            named = ", ".join(map(str, self.pictures[:_MOST_NAMED])) + (
                " ..." if len(self.pictures) > _MOST_NAMED else ""
            )
            yield f"Pages that are pictures without text were not read: {named}."
        if self.strange > _CONSIDERABLE * self.letters:
            yield f"The letters of {_fonts(self.fonts)} could not be compared with what is drawn."
        if self.mute:
            yield f"The letters of {_fonts(self.mute)} are not named in the file; they were read by their looks."
        if self.struck:
            passages = "1 passage is" if self.struck == 1 else f"{self.struck} passages are"
            yield f"Struck-out words are judged as if they stood: {passages} struck out."


def _fonts(found: Sized) -> str:
    return "1 font" if len(found) == 1 else f"{len(found)} fonts"
