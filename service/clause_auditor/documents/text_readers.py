"""Which reader a text is for: Markdown, plain text, or a structured contract."""

from __future__ import annotations

import re
from pathlib import PurePath

from clause_auditor.documents.interface import Reader
from clause_auditor.documents.markdown import read_markdown
from clause_auditor.documents.plain import read_plain
from clause_auditor.documents.record import KEYS, read_record

RECORD_SUFFIXES = frozenset({".json", ".yaml", ".yml"})
TEXT_SUFFIXES = frozenset({".txt", ".text"})
_JSON = re.compile(r"\s*\{\s*[\"}]")
_TOP = re.compile(r"([a-z_]+):(\s|$)")
_FIELD = re.compile(rf"\b(?:{'|'.join(KEYS)})[\"']?\s*:")


def choose_reader(name: str, text: str) -> Reader:
    """Return the reader for a text: by its name where that says record, else by its content, else by its name."""
    suffix = PurePath(name).suffix.lower()
    if suffix in RECORD_SUFFIXES or _looks_structured(text):
        return read_record
    return read_plain if suffix in TEXT_SUFFIXES else read_markdown


def is_other_data(name: str, text: str) -> bool:
    """Tell whether a text is JSON or YAML that has no field of a structured contract, not even an ill-written one."""
    return choose_reader(name, text) is read_record and not _FIELD.search(text)


def _looks_structured(text: str) -> bool:
    if _JSON.match(text):
        return True
    lines = [line for line in text.splitlines() if line.strip() and line[0] not in " #-" and line != "..."]
    tops = [match[1] for line in lines if (match := _TOP.match(line))]
    return len(tops) == len(lines) and any(top in KEYS for top in tops)
