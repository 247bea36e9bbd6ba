"""Web pages."""

from __future__ import annotations

from collections.abc import Iterator

import charset_normalizer  # noqa: F401 - a confined process cannot load it later

from clause_auditor.documents.assembly import Assembly
from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.html.lines import BlockWriter
from clause_auditor.documents.html.parsing import Element, parse_page
from clause_auditor.documents.html.reader import PageReader
from clause_auditor.documents.html.sheets import StyleSheets
from clause_auditor.documents.options import ReadingOptions
from clause_auditor.documents.remarks import struck_out
from clause_auditor.errors import InputError

_LEFT_OUT = "Navigation, the page's own header and footer, and cookie bars were left out."


def extract(data: bytes, options: ReadingOptions) -> Extraction:
    """Return what a web page says; `InputError.at("", ...)` if it says nothing."""
    root = parse_page(data)
    sheets = StyleSheets(root)
    taken = _read(root, sheets, options, whole=False)
    if not taken.text:
        taken = _read(root, sheets, options, whole=True)
    if not taken.text:
        problem = "the page holds no text: scripts may put it there, or none of it is seen"
        raise InputError.at("", problem, "Open it in a browser, save what is shown as PDF or text, and audit that file")
    return taken


def _read(root: Element, sheets: StyleSheets, options: ReadingOptions, *, whole: bool) -> Extraction:
    assembly = Assembly(options)
    writer = BlockWriter(assembly)
    reader = PageReader(writer, sheets, options.revisions, whole=whole)
    reader.read(root)
    title = "" if writer.titled else " ".join((root.findtext(".//title") or "").split())[:200]
    view = options.revisions if reader.revised else None
    return assembly.finish(title=title, view=view, remarks=tuple(_remarks(reader, sheets)))


def _remarks(reader: PageReader, sheets: StyleSheets) -> Iterator[str]:
    if reader.left_out:
        yield _LEFT_OUT
    if reader.struck:
        yield struck_out(reader.struck)
    if reader.uncounted:
        yield "Numbers that its style sheets write were not read."
    if sheets.outside:
        yield "Style sheets that are not in the page were not read: what they hide is judged as seen."
