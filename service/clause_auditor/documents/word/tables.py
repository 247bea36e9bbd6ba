"""Tables: rows and cells as they are seen, with what lies behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from clause_auditor.documents.word.blocks import Block, Cell, Table
from clause_auditor.documents.word.formats import Colour, read_shading
from clause_auditor.documents.word.lines import Setting
from clause_auditor.documents.word.names import VAL, Element, W, child, flag, value, whole
from clause_auditor.documents.word.revisions import WRAPPERS, Revisions
from clause_auditor.documents.word.styles import Styles
from clause_auditor.domain.contract import HiddenKind

_PASSED: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml"))
_FLAT: Final = 40
ReadContent = Callable[[Element, Setting], Iterator[Block | Table]]


class TableReader:
    """Reads tables, and by `read_content` what stands in their cells."""

    def __init__(self, styles: Styles, revisions: Revisions, read_content: ReadContent) -> None:
        self._styles = styles
        self._revisions = revisions
        self._read_content = read_content

    def read(self, table: Element, setting: Setting) -> Table:
        """Return a table (`w:tbl`) without the rows and cells that are not there in the view that is read."""
        fills = self._styles.table_fills(value(child(table, "tblPr"), "tblStyle"))
        rows = [row for row in self._inner(table, f"{W}tr") if self._revisions.keeps_row(row)]
        read = [
            self._row(row, setting, _ground(fills, place, len(rows), setting.behind)) for place, row in enumerate(rows)
        ]
        kept = [row for row in read if row]
        head = bool(rows) and bool(flag(child(rows[0], "trPr"), "tblHeader"))
        return Table(kept, head or _is_bold_head(kept))

    def _row(self, row: Element, setting: Setting, behind: Colour | None) -> list[Cell]:
        if flag(child(row, "trPr"), "hidden") or _is_flat(row):
            setting = replace(setting, hidden=setting.hidden or HiddenKind.HIDDEN_RUN)
        cells: list[Cell] = []
        column = whole(value(child(row, "trPr"), "gridBefore"))
        for element in self._inner(row, f"{W}tc"):
            if not self._revisions.keeps_cell(element):
                continue
            properties = child(element, "tcPr")
            width = max(whole(value(properties, "gridSpan"), 1), 1)
            if cells and _goes_on(properties, "hMerge"):
                cells[-1].width += width
            else:
                cells.append(replace(self._cell(element, setting, behind), column=column, width=width))
            column += width
        return cells

    def _cell(self, cell: Element, setting: Setting, behind: Colour | None) -> Cell:
        properties = child(cell, "tcPr")
        if _goes_on(properties, "vMerge"):
            return Cell([], goes_on=True)
        shading = read_shading(child(properties, "shd"))
        ground = shading if isinstance(shading, tuple) else behind
        content = list(self._read_content(cell, replace(setting, behind=ground)))
        shown = [block for block in content if isinstance(block, Block) and any(map(_is_words, block.pieces))]
        return Cell(content, bold=bool(shown) and all(block.bold for block in shown))

    def _inner(self, element: Element, tag: str) -> Iterator[Element]:
        for part in element:
            if part.tag == tag:
                yield part
            elif part.tag in _PASSED or (part.tag in WRAPPERS and self._revisions.keeps(part.tag)):
                yield from self._inner(part, tag)


def _goes_on(properties: Element | None, name: str) -> bool:
    """Tell whether a cell is only the continuation of the one above it (vMerge), or left of it (hMerge)."""
    merge = child(properties, name)
    return merge is not None and merge.get(VAL, "continue") == "continue"


def _is_flat(row: Element) -> bool:
    height = child(child(row, "trPr"), "trHeight")
    return height is not None and height.get(f"{W}hRule") == "exact" and whole(height.get(VAL, ""), 240) <= _FLAT


def _ground(fills: dict[str, Colour], place: int, count: int, behind: Colour | None) -> Colour | None:
    """Return what the table's style puts behind a row: not known where only some of its cells may have it."""
    if not fills:
        return behind
    if place == 0 and "firstRow" in fills:
        return fills["firstRow"]
    if place == count - 1 and "lastRow" in fills:
        return fills["lastRow"]
    return None if fills.keys() - {"", "firstRow", "lastRow"} else fills.get("", behind)


def _is_bold_head(rows: list[list[Cell]]) -> bool:
    """Take a first row for the names of the columns where all of it is bold, and the next is not."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    return all(cell.bold for cell in rows[0]) and not all(cell.bold for cell in rows[1] if cell.content)


def _is_words(piece: object) -> bool:
    return type(piece) is str and bool(piece.strip())
