"""Words that a file gives in the place of what it draws (ActualText): believed only where they say the same."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import pypdfium2.raw as pdfium

from clause_auditor.documents.pdf.fonts import Typecase
from clause_auditor.documents.pdf.letters import NO_LETTER, read_letters
from clause_auditor.documents.pdf.opening import Handle, address

_KEY: Final = b"ActualText"
_LONGEST: Final = 1 << 20
_DOCUMENT_ENCODING: Final = dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™\ufb01\ufb02ŁŒŠŸŽıłœšž\ufffd€", 0x80))
"""Where PDFDocEncoding is not Latin-1."""
_LIGATURE: Final = 4
"""Letters that one glyph may stand for, if the file does not tell which."""
_LATIN: Final = re.compile(r"[a-z0-9]")
_UNTOLD: Final = "\ufffd"


@dataclass(slots=True)
class Span:
    """Text objects in whose place a file gives other words."""

    mark: Handle
    words: bytes
    """As the file has them."""
    elements: list[Handle] = field(default_factory=list)

    @property
    def said(self) -> str:
        """The words."""
        return decode_words(self.words)

    def remove(self) -> None:
        """Let the drawn letters speak."""
        pdfium.FPDFPageObjMark_RemoveParam(self.elements[0], self.mark, _KEY)

    def put_back(self, document: Handle) -> None:
        """Undo `remove`: other pages, and a second reading of this one, may share the words."""
        buffer = (ctypes.c_ubyte * len(self.words)).from_buffer_copy(self.words)
        pdfium.FPDFPageObjMark_SetBlobParam(document, self.elements[0], self.mark, _KEY, buffer, len(self.words))


def find_span(mark: Handle) -> Span | None:
    """Return the words that a mark gives; None if it gives none."""
    size = ctypes.c_ulong()
    if not pdfium.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, None, 0, size) or not 0 < size.value <= _LONGEST:
        return None
    buffer = (ctypes.c_ubyte * size.value)()
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, _KEY, buffer, size.value, size)
    return Span(mark, bytes(buffer))


def decode_words(words: bytes) -> str:
    """Return a text string of a PDF file (ISO 32000-2, 7.9.2.2)."""
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if words.startswith(mark):
            return words[len(mark) :].decode(encoding, "replace")
    return words.decode("latin-1").translate(_DOCUMENT_ENCODING)


@contextmanager
def open_text(
    document: Handle, page: Handle, spans: Sequence[Span], typecase: Typecase
) -> Iterator[tuple[Handle | None, list[Span]]]:
    """Give the text of a page as it is drawn, and the spans that say something else; None if it cannot be read."""
    lying = _find_lying(document, page, spans, typecase)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        yield text_page or None, lying
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        for span in lying:
            span.put_back(document)


def _find_lying(document: Handle, page: Handle, spans: Sequence[Span], typecase: Typecase) -> list[Span]:
    """Return the spans that do not say what is drawn; their words are removed, those of the others are not."""
    if not spans:
        return []
    for span in spans:
        span.remove()
    drawn = _read_drawn(page, typecase)
    lying = []
    for span in spans:
        if agrees(span.said, "".join([drawn.get(address(element), "") for element in span.elements])):
            span.put_back(document)
        else:
            lying.append(span)
    return lying


def _read_drawn(page: Handle, typecase: Typecase) -> dict[int, str]:
    """Return the letters of each text object, by its address; those that the file does not tell are marked."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return {}
    found: defaultdict[int, list[str]] = defaultdict(list)
    try:
        for index, letter in enumerate(read_letters(text_page, typecase).drawn):
            if (
                not letter.isspace()
                and letter != NO_LETTER
                and (element := pdfium.FPDFText_GetTextObject(text_page, index))
            ):
                untold = pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1 or _is_private(letter)
                found[address(element)].append(_UNTOLD if untold else letter)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return {place: "".join(letters) for place, letters in found.items()}


def _is_private(letter: str) -> bool:
    return unicodedata.category(letter) in ("Co", "Cn", "Cs", "Cc")


def agrees(said: str, drawn: str) -> bool:
    """Say whether two texts are the same to a reader: without case, marks and accents; other scripts are not told.

    A letter that the file does not tell (U+FFFD) may stand for a few.
    """
    one, other, untold = _plain(said), _plain(drawn), drawn.count(_UNTOLD)
    if one == other or not (_LATIN.search(one) or _LATIN.search(other)):
        return True
    if not untold or len(one) > len(other) + _LIGATURE * untold:
        return False
    letters = iter(one)
    return all(letter in letters for letter in other)


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())
