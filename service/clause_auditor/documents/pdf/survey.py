"""A first look at all pages: how large letters are, which words there are, what recurs, what is only a picture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.documents.pdf.pages import Sheet
from clause_auditor.documents.pdf.paragraphs import Vocabulary
from clause_auditor.documents.pdf.running import RunningText
from clause_auditor.errors import InputError

_ODD = re.compile("[\ufffd\ue000-\uf8ff]")
_FEW: Final = 12
"""Words on a page; fewer on a page that is a picture are a stamp."""
_MOST_NAMED: Final = 12
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

    def look(self, sheet: Sheet) -> None:
        """Take note of a page."""
        seen = [word for word in sheet.words if word.hidden is None]
        for word in seen:
            self.sizes[word.size] += len(word.text)
            self.vocabulary.collect(word.text)
        text = "".join([word.text for word in seen])
        self.letters += len(text)
        self.odd += len(_ODD.findall(text))
        if sheet.is_picture and len(seen) < _FEW:
            self.pictures.append(sheet.number)
        self.running.collect(sheet.number, sheet.upright(), sheet.height)

    def check(self, pages: int) -> list[str]:
        """Return remarks; InputError if there is no text to read."""
        if self.pictures and (len(self.pictures) == pages or not self.letters):
            raise InputError.at("", "it is a scan: pictures of pages without text", _OCR)
        if not self.letters:
            problem = "there is no text on its pages"
            raise InputError.at("", problem, "Export it again from the program that wrote it, or run OCR over it")
        if self.odd > 0.3 * self.letters:
            raise InputError.at("", "its fonts do not tell which letters they draw", _OCR)
        if not self.pictures:
            return []
        named = ", ".join(map(str, self.pictures[:_MOST_NAMED])) + (" ..." if len(self.pictures) > _MOST_NAMED else "")
        return [f"Pages that are pictures without text were not read: {named}."]
