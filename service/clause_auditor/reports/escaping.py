"""Texts of a contract made fit for exchange formats: one line, Markdown without marks, messages without links."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.reports.quoting import harmless

_MARKS: Final = re.compile(r"[\\`*_\[\]<>~^|&#!$]")
_LONGEST_URL = 2_000
_LINK: Final = re.compile(r"\](?=\()")


def one_line(text: str) -> str:
    """Return the text on one line, harmless; a dash where nothing is left."""
    return " ".join(harmless(text).split()) or "–"


def escape_markdown(text: str) -> str:
    """Return the text, harmless, so that Markdown shows it as it is written."""
    return _MARKS.sub(r"\\\g<0>", harmless(text))


def leads_to_web(url: str) -> bool:
    """Tell whether a link may lead to an address: of the web, of a length that every program takes."""
    return url.startswith(("https://", "http://")) and len(url) <= _LONGEST_URL and url.isprintable() and " " not in url


def without_links(text: str) -> str:
    """Return the text, harmless, so that no viewer takes `[words](target)` in it for a link."""
    return _LINK.sub("] ", harmless(text))
