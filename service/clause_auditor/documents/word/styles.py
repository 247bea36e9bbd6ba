"""Styles: what a paragraph or a run has by name, and by the names that its style is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from clause_auditor.documents.word.formats import (
    AUTO,
    PLAIN,
    Colour,
    Format,
    lay_over,
    lay_style_over,
    read_format,
    read_shading,
)
from clause_auditor.documents.word.names import VAL, Element, W, child, value, whole

_MOST_BASED: Final = 20
_HEADING = re.compile(r"heading ([1-9])\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc \d|contents \d|table of (?:figures|authorities))\Z", re.IGNORECASE)
NO_OUTLINE: Final = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style of its own: what it says itself."""

    name: str = ""
    base: str = ""
    kind: str = "paragraph"
    run: Format = PLAIN
    fill: Colour | str | None = None
    outline: int | None = None
    num: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style with all that it is based on."""

    run: Format = PLAIN
    fill: Colour | str | None = None
    outline: int = NO_OUTLINE
    """Level of a heading from 0; `NO_OUTLINE` for body text."""
    num: str = ""
    level: int | None = None
    numbered_by: str = ""
    """Id of the style that names the list."""
    title: bool = False
    contents: bool = False
    """A line of a table of contents."""


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._tables: dict[str, Element] = {}
        self._default = {"paragraph": "", "table": ""}
        self._base = PLAIN
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[tuple[str, str], Format] = {}
        if root is not None:
            self._read(root)

    def paragraph(self, style: str) -> ParagraphStyle:
        """Return a paragraph style with all that it is based on; the default one for an empty or unknown id."""
        style = style if style in self._styles else self._default["paragraph"]
        if style not in self._paragraphs:
            self._paragraphs[style] = self._gather(style)
        return self._paragraphs[style]

    def run(self, paragraph: str, character: str) -> Format:
        """Return how a run of a character style looks in a paragraph of a paragraph style."""
        key = (paragraph, character)
        if key not in self._runs:
            styled = lay_style_over(self.paragraph(paragraph).run, self._inherited(character))
            self._runs[key] = lay_over(self._base, styled)
        return self._runs[key]

    def list_of(self, style: str) -> str:
        """Return the id of the list that a (list) style names."""
        return next((s.num for s in self._chain(style) if s.num is not None), "")

    def table_fills(self, style: str) -> dict[str, Colour]:
        """Return what a table style puts behind its cells: by part of the table ("firstRow"), "" for the whole."""
        fills: dict[str, Colour] = {}
        for name in reversed(self._names(style or self._default["table"])):
            table = self._tables.get(name)
            if table is None:
                continue
            for part in (table, *table.iter(f"{W}tblStylePr")):
                for holder in ("tcPr", "tblPr"):
                    found = read_shading(child(child(part, holder), "shd"))
                    if isinstance(found, tuple):
                        fills[part.get(f"{W}type", "")] = found
        return fills

    def _read(self, root: Element) -> None:
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._base = read_format(defaults)
        for element in root.iter(f"{W}style"):
            style_id = element.get(f"{W}styleId", "")
            kind = element.get(f"{W}type", "paragraph")
            self._styles[style_id] = _style(element, kind)
            if kind == "table":
                self._tables[style_id] = element
            if element.get(f"{W}default", "0") in ("1", "true", "on") and kind in self._default:
                self._default[kind] = style_id

    def _names(self, style: str) -> list[str]:
        names: list[str] = []
        while style in self._styles and style not in names and len(names) < _MOST_BASED:
            names.append(style)
            style = self._styles[style].base
        return names

    def _chain(self, style: str) -> list[Style]:
        return [self._styles[name] for name in self._names(style)]

    def _inherited(self, style: str) -> Format:
        format = PLAIN  # noqa: A001 - the reader's own word
        for one in reversed(self._chain(style)):
            format = lay_over(format, one.run)  # noqa: A001
        return format

    def _gather(self, style: str) -> ParagraphStyle:
        names = self._names(style)
        chain = [self._styles[name] for name in names]
        listed = next((name for name in names if self._styles[name].num is not None), "")
        named = next((m for s in chain if (m := _HEADING.match(s.name))), None)
        outline = next((s.outline for s in chain if s.outline is not None), None)
        if outline is None and named is not None:
            outline = int(named[1]) - 1
        return ParagraphStyle(
            run=self._inherited(style),
            fill=next((s.fill for s in chain if s.fill is not None), None),
            outline=NO_OUTLINE if outline is None else outline,
            num=(self._styles[listed].num or "") if listed else "",
            level=next((s.level for s in chain if s.level is not None), None),
            numbered_by=listed,
            title=bool(chain) and chain[0].name.lower() == "title",
            contents=bool(chain) and _CONTENTS.match(chain[0].name) is not None,
        )


def _style(element: Element, kind: str) -> Style:
    properties = child(element, "pPr")
    numbering = child(properties, "numPr")
    outline, level = child(properties, "outlineLvl"), child(numbering, "ilvl")
    return Style(
        name=value(element, "name"),
        base=value(element, "basedOn"),
        kind=kind,
        run=read_format(child(element, "rPr")),
        fill=read_shading(child(properties, "shd")),
        outline=None if outline is None else whole(outline.get(VAL, ""), NO_OUTLINE),
        num=None if numbering is None or child(numbering, "numId") is None else value(numbering, "numId"),
        level=None if level is None else whole(level.get(VAL, "0")),
    )


__all__ = ["AUTO", "NO_OUTLINE", "ParagraphStyle", "Style", "Styles"]
