"""The closing list behind the last paragraph: what is missing, with the wording in a box of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from clause_auditor.documents.word.marks.tracked import Tracker
from clause_auditor.documents.word.marks.writing import make_run, set_child
from clause_auditor.documents.word.names import Element, W
from clause_auditor.domain.markup import ClosingList

_INK: Final = "44546A"
_GROUND: Final = "F2F2F2"
_TITLE, _HEAD, _TEXT, _SMALL = "28", "22", "20", "18"
"""Sizes in half points."""


def add_closing(body: Element, closing: ClosingList, tracker: Tracker) -> None:
    """Put the list behind all that stands in the body, as tracked paragraphs."""
    last = next((each for each in reversed(body) if each.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")), None)
    if last is None:
        last = etree.SubElement(body, f"{W}p")
    tracker.put_in_paragraphs(list(_paragraphs(closing)), last)


def _paragraphs(closing: ClosingList) -> Iterator[Element]:
    yield _paragraph(closing.title, _TITLE, bold=True, before=480)
    yield _paragraph(closing.introduction, _TEXT)
    for number, entry in enumerate(closing.entries, 1):
        yield _paragraph(f"{number}. {entry.title}", _HEAD, bold=True, before=240)
        for line in entry.lines:
            yield _paragraph(line, _SMALL, after=40)
        for wording in entry.wording:
            yield _paragraph(wording, _TEXT, boxed=True)


def _paragraph(
    text: str, size: str, *, bold: bool = False, boxed: bool = False, before: int = 60, after: int = 120
) -> Element:
    paragraph = etree.Element(f"{W}p", nsmap={"w": W[1:-1]})
    properties = etree.SubElement(paragraph, f"{W}pPr")
    if bold:
        set_child(properties, "keepNext")
    if boxed:
        _box(properties)
    spacing = {"before": before, "after": after}
    etree.SubElement(properties, f"{W}spacing", {W + side: str(points) for side, points in spacing.items()})
    if boxed:
        etree.SubElement(properties, f"{W}ind", {f"{W}left": "284", f"{W}right": "284"})
    paragraph.append(make_run(text, _letters(size, bold=bold)))
    return paragraph


def _box(properties: Element) -> None:
    borders = set_child(properties, "pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = {"val": "single", "sz": "4", "space": "4", "color": _INK}
        etree.SubElement(borders, W + side, {W + name: given for name, given in border.items()})
    shade = {"val": "clear", "color": "auto", "fill": _GROUND}
    etree.SubElement(properties, f"{W}shd", {W + name: given for name, given in shade.items()})


def _letters(size: str, *, bold: bool) -> Element:
    letters = etree.Element(f"{W}rPr")
    if bold:
        set_child(letters, "b")
        set_child(letters, "color", _INK)
    set_child(letters, "sz", size)
    return letters
