"""Comments: their texts in a part of their own, their marks around the words that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree

from clause_auditor.documents.word.marks.stamp import Stamp
from clause_auditor.documents.word.marks.writing import make_run, set_child
from clause_auditor.documents.word.names import Element, W, child
from clause_auditor.domain.markup import Comment

_SMALL: Final = "18"
"""Half points."""
_BEHIND: Final = frozenset({f"{W}commentRangeEnd"})
_BOX: Final = f"{W}txbxContent"
_REFERENCES: Final = {f"{W}footnote": "footnoteReference", f"{W}endnote": "endnoteReference"}


def empty_comments() -> Element:
    """Return a part of comments without any."""
    return etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})


class Commenter:
    """Writes comments into one file."""

    def __init__(self, part: Element, main: Element, stamp: Stamp) -> None:
        self._part = part
        self._main = main
        self._stamp = stamp

    def write(self, comment: Comment, runs: Sequence[Element]) -> bool:
        """Write a comment on runs that follow each other; False if no place for it is found in the document's body.

        In notes and text boxes Word takes no comments: there it stands at the mark of the note, or at the box.
        """
        first, last = self._stand_in(runs[0]), self._stand_in(runs[-1])
        if first is None or last is None:
            return False
        made = self._stamp.comment()
        number = made.get(f"{W}id", "")
        quote = "".join(str(text) for run in runs for text in run.itertext(f"{W}t", f"{W}delText"))
        elsewhere = (first, last) != (runs[0], runs[-1])
        made.extend(_paragraphs([*comment.paragraphs, *([f"On: “{quote}”"] if elsewhere else [])]))
        self._part.append(made)
        _surround(first, last, number)
        return True

    def _stand_in(self, run: Element) -> Element | None:
        """Return the element of the body that stands for a run: itself, or what leads to it."""
        above = list(run.iterancestors())
        boxes = [place for place, element in enumerate(above) if element.tag == _BOX]
        if above[-1] is self._main:
            return _in_paragraph(above[boxes[-1]]) if boxes else run
        note = next((element for element in above if element.tag in _REFERENCES), None)
        if note is None:
            return None
        wanted = note.get(f"{W}id")
        marks = self._main.iter(W + _REFERENCES[str(note.tag)])
        return next((mark.getparent() for mark in marks if mark.get(f"{W}id") == wanted), None)


def _in_paragraph(element: Element) -> Element:
    """Return the child of the outermost paragraph that an element stands in."""
    path = [element, *element.iterancestors()]
    outermost = max(place for place, each in enumerate(path) if each.tag == f"{W}p")
    return path[outermost - 1]


def _surround(first: Element, last: Element, number: str) -> None:
    start, end = (first.makeelement(f"{W}commentRange{which}", {f"{W}id": number}) for which in ("Start", "End"))
    first.addprevious(start)
    last.addnext(end)
    reference = first.makeelement(f"{W}r")
    reference.append(reference.makeelement(f"{W}commentReference", {f"{W}id": number}))
    _behind_marks(_in_paragraph(end)).addnext(reference)


def _behind_marks(element: Element) -> Element:
    """Return the last of the marks of comments that follow an element."""
    following = element.getnext()
    while following is not None and (following.tag in _BEHIND or child(following, "commentReference") is not None):
        element, following = following, following.getnext()
    return element


def _paragraphs(texts: Iterable[str]) -> Iterable[Element]:
    for place, text in enumerate(texts):
        paragraph = etree.Element(f"{W}p")
        if place == 0:
            mark = etree.SubElement(paragraph, f"{W}r")
            mark.append(mark.makeelement(f"{W}annotationRef"))
        properties = etree.Element(f"{W}rPr")
        if place == 0:
            set_child(properties, "b")
        set_child(properties, "sz", _SMALL)
        paragraph.append(make_run(text, properties))
        yield paragraph
