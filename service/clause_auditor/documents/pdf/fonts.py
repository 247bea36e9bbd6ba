"""The fonts of a file: which of their letters are drawn as others than the file says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from clause_auditor.documents.pdf.opening import Handle, address
from clause_auditor.documents.pdf.specimen import Specimens
from clause_auditor.documents.pdf.weighing import HONEST, Font, Scales

_SIMPLE: Final = 256
_CODES: Final = 65_536
_STEPS: Final = (1_024, 16)
"""Codes that are asked for together; runs that hold letters are asked for in smaller ones, then singly."""
_MOST_CODES: Final = 2_000_000
"""Codes that are gone through in all fonts of a file: about thirty large fonts, or thousands of small ones."""
_MOST_LETTERS: Final = 1_000
"""Letters that are drawn of one font; one with more is not known in full."""
_TOLD: Final = re.compile(r"[\x01-~\u00c0-\u017f]")
_READ: Final = re.compile(r"[\x01-~\u00c0-\u017f]{1,8}")


class Typecase:
    """All fonts of a file that its pages have used so far."""

    def __init__(self, document: Handle) -> None:
        self._specimens = Specimens(document)
        self._scales = Scales()
        self._fonts: dict[int, Font] = {}
        self._left = _MOST_CODES
        self.pattern: re.Pattern[str] | None = None
        """Finds what may be said of a letter that is another one; None: no font lies."""

    def close(self) -> None:
        """Let go of all fonts, before the file is closed."""
        self._specimens.close()

    def learn(self, font: Handle) -> Font:
        """Return what is known of a font; look at it if it is new."""
        place = address(font) if font else 0
        known = self._fonts.get(place)
        if known is None:
            known = self._fonts[place] = self._look(font) if place else HONEST
            if known.lies:
                self._note_lies()
        return known

    def _look(self, font: Handle) -> Font:
        self._specimens.keep(font)
        if self._left <= 0:
            return Font(unread=True)
        said = list(self._read(font))
        unread, said = len(said) > _MOST_LETTERS, said[:_MOST_LETTERS]
        glyphs = self._specimens.draw(font, [code for code, _ in said]) if said else []
        return replace(self._scales.weigh([text for _, text in said], glyphs), unread=unread)

    def _note_lies(self) -> None:
        said = {text for font in self._fonts.values() for text in font.lies}
        self.pattern = re.compile("|".join(map(re.escape, sorted(said, key=lambda text: (-len(text), text)))))

    def _read(self, font: Handle) -> Iterator[tuple[int, str]]:
        """Yield the codes of a font that are said to be letters of ours, and which."""
        quarters = [range(at, at + _SIMPLE) for at in range(0, 4 * _SIMPLE, _SIMPLE)]
        _, *others = self._specimens.read(font, quarters)
        simple = others[0] and others[0] == others[1] == others[2]
        yield from self._search(font, range(_SIMPLE if simple else _CODES))

    def _search(self, font: Handle, codes: Sequence[int]) -> Iterator[tuple[int, str]]:
        size = next((step for step in _STEPS if step < len(codes)), 0)
        if not size:
            yield from self._single(font, codes)
            return
        self._left -= len(codes)
        parts = [codes[at : at + size] for at in range(0, len(codes), size)]
        for part, text in zip(parts, self._specimens.read(font, parts), strict=True):
            if _TOLD.search(text):
                yield from self._search(font, part)

    def _single(self, font: Handle, codes: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Each code stands twice: the library passes over a text without width."""
        for code, text in zip(codes, self._specimens.read(font, [[code, code] for code in codes]), strict=True):
            said = text[: -(-len(text) // 2)]
            if _READ.fullmatch(said):
                yield code, said
