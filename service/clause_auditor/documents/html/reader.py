"""A page to blocks: one walk over its tree, no recursion, whatever its depth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clause_auditor.documents.html.furniture import SILENT, is_furniture
from clause_auditor.documents.html.generated import read_content
from clause_auditor.documents.html.hiding import removes
from clause_auditor.documents.html.lines import BlockWriter
from clause_auditor.documents.html.lists import Numbers
from clause_auditor.documents.html.looks import Look, hides, look_of
from clause_auditor.documents.html.marks import note_label, read_mark, words_within
from clause_auditor.documents.html.parsing import Element
from clause_auditor.documents.html.sheets import StyleSheets
from clause_auditor.documents.html.tables import lays_out
from clause_auditor.documents.unseen import Unseen
from clause_auditor.domain.contract import HiddenKind, View

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu noscript ol option p pre section summary table"
    " tbody td tfoot th thead tr ul".split()
)
_BLOCK_DISPLAYS: Final = ("block", "flex", "grid", "list-item", "table", "flow-root")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS: Final = frozenset(("ol", "ul", "menu"))
_UNSHOWN: Final = frozenset(("template", "noscript"))
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_MARKUP = re.compile(r"[<>{}\[\]]|=\s*[\"']")
_MODAL = re.compile(r"\b(?:shall|must|will|may|agrees?|undertakes?|not)\b", re.IGNORECASE)
_LEAST_PROSE: Final = 6
_MOST_HIDDEN: Final = 1_000


class PageReader:
    """Reads one page."""

    def __init__(self, writer: BlockWriter, sheets: StyleSheets, revisions: View, *, whole: bool = False) -> None:
        self._writer = writer
        self._sheets = sheets
        self._dropped = "del" if revisions is View.ACCEPTED else "ins"
        self._whole = whole
        self._looks: list[Look] = [Look()]
        self._blocks: list[bool] = []
        self._floats: list[bool] = []
        self._lists: list[Numbers] = []
        self._tables: list[bool] = []
        """For each open table: whether its cells are entries."""
        self.revised = False
        """True if the page marks insertions or deletions."""
        self.left_out = False
        """True if something was left out as furniture."""
        self.struck = 0
        """Passages that a line is drawn through."""
        self._striking = False
        self.uncounted = False
        """True if the page numbers something by its style sheets."""

    def read(self, root: Element) -> None:
        """Write the blocks of a page."""
        if not self._open(root):
            return
        open_elements: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
        self._text(root.text)
        while open_elements:
            element, children = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                self._close(element)
                if open_elements:
                    self._text(element.tail)
            elif isinstance(child.tag, str) and self._open(child):
                open_elements.append((child, iter(child)))
                self._text(child.text)
            else:
                self._passed(child)
        self._writer.flush()

    def _passed(self, child: Element) -> None:
        if not isinstance(child.tag, str) and _is_prose(child.text or "") and _MODAL.search(child.text or ""):
            self._writer.add(Unseen(HiddenKind.HIDDEN_RUN, child.text or ""), False)
        self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        look = self._looks[-1]
        if not text.isspace():
            self.struck += look.struck and not self._striking
            self._striking = look.struck
        if kind := hides(look):
            if any(map(str.isalnum, text)):
                self._writer.add(Unseen(kind, text), False)
        elif look.pre:
            self._preformatted(text, look.bold)
        else:
            self._writer.add(_SPACES.sub(" ", text), look.bold)

    def _preformatted(self, text: str, bold: bool) -> None:
        for place, part in enumerate(_BLANK_LINES.split(text)):
            if place:
                self._writer.flush()
            self._writer.add(part, bold)

    def _open(self, element: Element) -> bool:
        """Begin an element; False if nothing of it is read."""
        tag = element.tag
        self.revised = self.revised or tag in ("ins", "del")
        if tag in SILENT or tag == self._dropped:
            return False
        style, variables = self._sheets.style(element, self._looks[-1].variables)
        if not self._whole and tag not in ("html", "body") and is_furniture(element):
            self.left_out = True
            return False
        kind = HiddenKind.HIDDEN_RUN if tag in _UNSHOWN else removes(element, style)
        if kind is not None and tag not in ("html", "body"):
            self._hide(element, kind)
            return False
        if self._stands_for_itself(element):
            return False
        self._looks.append(look_of(element, style, self._looks[-1], variables))
        floats = tag not in _BLOCKS and style.get("float", "none") != "none"
        self._floats.append(floats)
        self._blocks.append(tag in _BLOCKS or (not floats and style.get("display", "").startswith(_BLOCK_DISPLAYS)))
        if self._blocks[-1]:
            self._writer.flush()
            self._begin(element)
        elif tag == "q":
            self._writer.add("\u201c", self._looks[-1].bold)
        self._generated(element, "before")
        return True

    def _generated(self, element: Element, part: str) -> None:
        """Write what a style sheet puts before or after the text of an element."""
        if not self._sheets.writes(part):
            return
        style, variables = self._sheets.style(element, self._looks[-1].variables, part)
        text, unread = read_content(style["content"], element) if "content" in style else ("", False)
        kind = removes(element, {"display": "inline", **style})
        self.uncounted = self.uncounted or (unread and kind is None)
        if not text:
            return
        if kind is not None:
            self._writer.add(Unseen(kind, text), False)
            return
        block = style.get("display", "").startswith(_BLOCK_DISPLAYS)
        if block:
            self._writer.flush()
        self._looks.append(look_of(element, style, self._looks[-1], variables))
        self._text(text)
        self._looks.pop()
        if block:
            self._writer.flush()

    def _hide(self, element: Element, kind: HiddenKind) -> None:
        words = words_within(element, _MOST_HIDDEN)
        if _is_prose(words) if element.tag in _UNSHOWN else any(map(str.isalnum, words)):
            self._writer.add(Unseen(kind, words), False)

    def _stands_for_itself(self, element: Element) -> bool:
        """Write an element that is one mark or one word."""
        bold = self._looks[-1].bold
        if element.tag == "br":
            self._writer.line_break(bold)
            return True
        mark = read_mark(element)
        if mark:
            self._writer.add(mark, bold)
        return mark is not None

    def _begin(self, element: Element) -> None:
        tag, writer = element.tag, self._writer
        if tag in _HEADINGS:
            writer.level = int(tag[1])
        elif tag in _LISTS:
            self._lists.append(Numbers(element))
        elif tag == "li":
            numbers = self._lists[-1] if self._lists else None
            label = numbers.label(element, self._looks[-1].list_type) if numbers else "-"
            writer.item(note_label(element, label), len(self._lists))
        elif tag == "dt":
            writer.term = True
        elif tag == "table":
            self._tables.append(not lays_out(element) and writer.table is None)
            if self._tables[-1]:
                writer.start_table()
        elif self._tables and self._tables[-1] and writer.table is not None:
            if tag == "tr":
                writer.table.start_row()
            elif tag in ("td", "th"):
                writer.table.start_cell(element)

    def _close(self, element: Element) -> None:
        tag, writer = element.tag, self._writer
        self._generated(element, "after")
        if tag == "q":
            writer.add("\u201d", self._looks[-1].bold)
        look = self._looks.pop()
        if self._floats.pop():
            writer.add(" ", look.bold)  # a number in a box of its own beside its text
        if self._blocks.pop():
            writer.flush()
            self._end(tag)

    def _end(self, tag: str) -> None:
        writer = self._writer
        if tag in _HEADINGS:
            writer.level = 0
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            writer.end_item()
        elif tag == "dt":
            writer.term = False
        elif tag == "tr" and self._tables and self._tables[-1] and writer.table is not None:
            writer.table.end_row()
        elif tag == "table" and self._tables.pop():
            writer.end_table()


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _LEAST_PROSE and not _MARKUP.search(text)
