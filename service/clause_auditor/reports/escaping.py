"""Texts of a contract made fit for exchange formats: one line, Markdown without marks, XML without forbidden signs."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.reports.quoting import harmless

_MARKS: Final = re.compile(r"[\\`*_\[\]<>~^|&#!$]")
_LINK: Final = re.compile(r"\](?=\()")
_NO_XML: Final = re.compile(r"[^\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def one_line(text: str) -> str:
    """Return the text on one line, harmless; a dash where nothing is left."""
    return " ".join(harmless(text).split()) or "–"


def escape_markdown(text: str) -> str:
    """Return the text, harmless, so that Markdown shows it as it is written."""
    return _MARKS.sub(r"\\\g<0>", harmless(text))


def without_links(text: str) -> str:
    """Return the text, harmless, so that no viewer takes `[words](target)` in it for a link."""
    return _LINK.sub("] ", harmless(text))


def xml_text(text: str) -> str:
    """Return the text, harmless, with every character that XML 1.0 forbids written out: `<U+FFFE>`."""
    return _NO_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", harmless(text))
