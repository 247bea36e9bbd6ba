"""Web pages of our own for tests."""

from __future__ import annotations

from clause_auditor.documents.extraction import Extraction
from clause_auditor.documents.html import extract
from clause_auditor.documents.options import DEFAULTS, ReadingOptions
from clause_auditor.domain.contract import HiddenKind


def page(body: str, head: str = "", options: ReadingOptions = DEFAULTS) -> Extraction:
    """Read a page with that body."""
    source = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return extract(source.encode(), options)


def lines(body: str, head: str = "") -> list[str]:
    """The lines of a page's text, stripped of indents."""
    return [line.strip() for line in page(body, head).text.split("\n") if line.strip()]


def hidden(body: str, head: str = "") -> list[tuple[HiddenKind, str]]:
    """What of a page is not seen."""
    return [(passage.kind, passage.text) for passage in page(f"<p>Seen text.</p>{body}", head).hidden]
