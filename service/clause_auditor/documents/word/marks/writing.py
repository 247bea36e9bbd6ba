"""New runs and paragraphs."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Final

from lxml import etree

from clause_auditor.documents.word.marks.stamp import legal
from clause_auditor.documents.word.names import Element, W, child, value
from clause_auditor.documents.word.styles import Styles

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Final = re.compile(r"[^\S\n]*\n\s*")
_BLANKS: Final = re.compile(r"[^\S\n\u00a0]+")
_PLAIN: Final = frozenset(W + name for name in ("rFonts", "color", "sz", "szCs", "lang"))
"""What of a neighbour's letters a new paragraph takes over: their face, not their emphasis."""
_SHAPE: Final = tuple(W + name for name in ("pStyle", "spacing", "ind", "contextualSpacing", "jc"))
"""What of a neighbour's paragraph a new one takes over, in the order of the schema."""


def set_child(element: Element, name: str, val: str | None = None) -> Element:
    """Append a property to an element; return it."""
    return etree.SubElement(element, W + name, {} if val is None else {f"{W}val": val})


def empty_like(element: Element) -> Element:
    """Return an element of the same name and attributes with nothing in it."""
    return element.makeelement(element.tag, {str(name): str(given) for name, given in element.attrib.items()})


def make_run(text: str, properties: Element | None = None) -> Element:
    """Return a run of a text with a copy of the properties; line ends become breaks."""
    run = etree.Element(f"{W}r", nsmap={"w": W[1:-1]})
    if properties is not None and len(properties):
        run.append(deepcopy(properties))
    for place, line in enumerate(_BREAKS.split(_BLANKS.sub(" ", legal(text)))):
        if place:
            etree.SubElement(run, f"{W}br")
        if line:
            etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = line
    return run


def letters_of(run: Element) -> Element | None:
    """Return the properties that text put in beside a run's own takes from it."""
    properties = deepcopy(child(run, "rPr"))
    if properties is not None:
        for change in properties.findall(f"{W}rPrChange"):
            properties.remove(change)
    return properties


def plain_letters(paragraph: Element | None) -> Element:
    """Return the properties that the text of a new paragraph takes from its neighbour's last run."""
    made = etree.Element(f"{W}rPr")
    for run in reversed(paragraph.findall(f".//{W}r")) if paragraph is not None else ():
        properties = child(run, "rPr")
        if run.find(f"{W}t") is not None or run.find(f"{W}delText") is not None:
            made.extend(deepcopy(each) for each in (properties if properties is not None else ()) if each.tag in _PLAIN)
            break
    return made


def paragraph_like(neighbour: Element | None, styles: Styles) -> Element:
    """Return an empty paragraph in the shape of its neighbour, without its number; a plain one where there is none."""
    paragraph = etree.Element(f"{W}p", nsmap={"w": W[1:-1]})
    properties = etree.SubElement(paragraph, f"{W}pPr")
    given = child(neighbour, "pPr")
    if given is None:
        return paragraph
    for name in _SHAPE:
        found = given.find(name)
        if found is not None:
            properties.append(deepcopy(found))
        if name == f"{W}pStyle" and styles.paragraph(value(given, "pStyle")).num not in ("", "0"):
            etree.SubElement(set_child(properties, "numPr"), f"{W}numId", {f"{W}val": "0"})
    return paragraph


def mark_of(paragraph: Element) -> Element:
    """Return the properties of a paragraph's mark (`w:pPr/w:rPr`), made where there are none."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    found = child(properties, "rPr")
    if found is None:
        found = etree.Element(f"{W}rPr")
        later = (child(properties, name) for name in ("sectPr", "pPrChange"))
        before = next((each for each in later if each is not None), None)
        if before is None:
            properties.append(found)
        else:
            before.addprevious(found)
    return found
