"""The inside of a paragraph: runs to pieces, with fields, notes, boxes and what the eye does not see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from clause_auditor.documents.assembly import Turn
from clause_auditor.documents.origins import Origin, instead, join, traced, upper
from clause_auditor.documents.unseen import Unseen
from clause_auditor.documents.word.drawings import Box, count_pictures, read_boxes
from clause_auditor.documents.word.fields import Fields
from clause_auditor.documents.word.formats import PLAIN, Colour, Format, lay_over, read_format
from clause_auditor.documents.word.names import MC, Element, M, W, value
from clause_auditor.documents.word.revisions import WRAPPERS, Revisions
from clause_auditor.documents.word.styles import Styles
from clause_auditor.documents.word.symbols import UNKNOWN, kind_of_font, read_private, read_sign, read_signs
from clause_auditor.documents.word.visibility import WHITE, hidden_as
from clause_auditor.domain.contract import HiddenKind

BLANK: Final = "____"


class Bit(NamedTuple):
    """Letters that the eye sees."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a paragraph stands."""

    behind: Colour | None = WHITE
    """Colour behind it; None: not known."""
    hidden: HiddenKind | None = None
    """Given where nothing that stands there is seen."""
    style: str = ""
    leaders: bool = False
    """True where tabs are drawn as lines to write on."""


@dataclass(slots=True)
class Line:
    """The inside of a paragraph."""

    bits: list[Bit | Unseen | Turn] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind ("footnote", "endnote") and id of the notes referred to."""

    def shows(self) -> bool:
        """True if there is something to see."""
        return any(isinstance(bit, Bit) and not bit.text.isspace() for bit in self.bits)

    def hides(self) -> bool:
        """True if there is something that is not seen."""
        return any(isinstance(bit, Unseen) for bit in self.bits)


class LineReader:
    """Reads the paragraphs of one document in reading order."""

    def __init__(self, styles: Styles, revisions: Revisions, fields: Fields, page: int, *, trace: bool = False) -> None:
        self._styles = styles
        self._revisions = revisions
        self._fields = fields
        self._page = page
        self._trace = trace
        self.pictures = 0
        self.objects = 0
        self.struck = 0
        """Passages that a line is drawn through."""
        self.unknown = 0
        """Signs that are not known."""
        self._striking = False

    def read(self, paragraph: Element, setting: Setting) -> Line:
        """Return the inside of a paragraph (`w:p`)."""
        line = Line()
        self._walk(paragraph, setting, line)
        return line

    def _walk(self, element: Element, setting: Setting, line: Line) -> None:
        for part in element:
            tag = part.tag
            if tag == _RUN:
                self._run(part, setting, line)
            elif tag in WRAPPERS:
                if self._revisions.keeps(tag):
                    self._walk(part, setting, line)
            elif tag in _TRANSPARENT:
                self._walk(part, setting, line)
            elif tag == _CHOICES:
                for chosen in choose(part):
                    self._walk(chosen, setting, line)
            elif tag in _MATHS and not self._fields.in_code:
                line.bits.append(Bit("".join(t.text or "" for t in part.iter(f"{M}t"))))

    def _run(self, run: Element, setting: Setting, line: Line) -> None:
        properties = self._revisions.properties(run, "rPr")
        styled = self._styles.run(setting.style, value(properties, "rStyle"))
        format = lay_over(styled, read_format(properties) if properties is not None else PLAIN)  # noqa: A001
        texts: list[str] = []
        for part in run:
            for found in self._part(part, setting, format, line):
                if isinstance(found, Turn):
                    self._add(texts, format, setting, line)
                    line.bits.append(found)
                else:
                    texts.append(_traced(part, found) if self._trace else found)
        self._add(texts, format, setting, line)

    def _part(self, part: Element, setting: Setting, format: Format, line: Line) -> Iterator[str | Turn]:  # noqa: A002
        tag = part.tag
        if tag == _FIELD:
            yield self._fields.turn(part)
        elif self._fields.in_code:
            return
        elif tag in _TEXTS:
            yield _lettered(part.text or "", format)
        elif tag in _SIGNS:
            yield _SIGNS[tag](part, setting)
        elif tag == _RENDERED:
            if self._page:
                self._page += 1
                yield Turn(self._page)
        elif tag in _NOTES:
            line.notes.append((_NOTES[tag], part.get(f"{W}id", "")))
        elif tag in _GRAPHICS:
            self._graphic(part, line)
        elif tag == _CHOICES:
            for inner in (inner for chosen in choose(part) for inner in chosen):
                yield from self._part(inner, setting, format, line)
        elif tag == _RUBY:
            yield "".join(t.text or "" for base in part.iter(f"{W}rubyBase") for t in base.iter(f"{W}t"))

    def _graphic(self, graphic: Element, line: Line) -> None:
        line.boxes += read_boxes(graphic)
        self.pictures += count_pictures(graphic)
        self.objects += graphic.tag == f"{W}object"

    def _add(self, texts: list[str], format: Format, setting: Setting, line: Line) -> None:  # noqa: A002
        text = join(texts)
        texts.clear()
        if not text:
            return
        kind = setting.hidden or hidden_as(format, setting.behind)
        if kind is not None:
            line.bits.append(Unseen(kind, text) if any(map(str.isalnum, text)) else Bit(" "))
        elif format.underline and text.isspace() and (len(text) > 2 or "\t" in text):
            line.bits.append(Bit(instead(BLANK, text)))
        else:
            self._count(text, format)
            line.bits.append(Bit(upper(text) if format.caps else text, bool(format.bold)))

    def _count(self, text: str, format: Format) -> None:  # noqa: A002 - the reader's own word
        if not text.isspace():
            self.struck += bool(format.struck) and not self._striking
            self._striking = bool(format.struck)
        self.unknown += text.count(UNKNOWN)


def choose(alternatives: Element) -> list[Element]:
    """Return the one of several forms of the same thing that Word shows, the first that it can; at most one."""
    forms = [form for form in alternatives if form.tag in (f"{MC}Choice", f"{MC}Fallback") and len(form)]
    return forms[:1]


def _lettered(text: str, format: Format) -> str:  # noqa: A002 - the reader's own word
    return read_signs(text, format.symbols) if format.symbols else read_private(text)


def _traced(part: Element, text: str) -> str:
    if part.tag in _TEXTS:
        return traced(text, [Origin(part, at, at + 1) for at in range(len(text))])
    return traced(text, [Origin(part, 0, 1)] * len(text)) if part.tag in _SIGNS else text


def _tab(_: Element, setting: Setting) -> str:
    return BLANK if setting.leaders else "\t"


def _sign(part: Element, _: Setting) -> str:
    try:
        return read_sign(int(part.get(f"{W}char", "")[:8], 16), kind_of_font(part.get(f"{W}font", "")))
    except ValueError:
        return ""


_RUN: Final = f"{W}r"
_FIELD: Final = f"{W}fldChar"
_RENDERED: Final = f"{W}lastRenderedPageBreak"
_CHOICES: Final = f"{MC}AlternateContent"
_RUBY: Final = f"{W}ruby"
_TEXTS: Final = frozenset({f"{W}t", f"{W}delText"})
_MATHS: Final = frozenset({f"{M}oMath", f"{M}oMathPara"})
_TRANSPARENT: Final = frozenset(
    W + name for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent")
)
_GRAPHICS: Final = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES: Final = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_SIGNS: Final[dict[str, Callable[[Element, Setting], str]]] = {
    f"{W}tab": _tab,
    f"{W}ptab": _tab,
    f"{W}br": lambda *_: "\n",
    f"{W}cr": lambda *_: "\n",
    f"{W}noBreakHyphen": lambda *_: "-",
    f"{W}softHyphen": lambda *_: "",
    f"{W}sym": _sign,
}
