"""Small values of pack files: names, dates, versions, durations, texts with placeholders."""

from __future__ import annotations

import re

from clause_auditor.documents.spans import parse_span
from clause_auditor.domain.duration import Duration
from clause_auditor.errors import InputError
from clause_auditor.notation import Faults, Node, is_day, show_word, suggest
from clause_auditor.text.words import fold

NAME = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*\Z")
"""A concept, an instrument, a pack."""
WORD = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*\Z")
"""A facet, a threshold: without dots."""
RULE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+\Z")
LANGUAGE = re.compile(r"[a-z]{2}\Z")
PLACEHOLDERS = frozenset({"customer", "vendor"})

_VERSION = re.compile(r"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?\Z")
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check_name(name: str, node: Node, faults: Faults) -> str:
    """Return the name; one that is not made of small letters, digits and . - _ is a fault."""
    if not NAME.match(name):
        faults.add(node.place, f"{show_word(name)} is no name", "Use small letters, digits, and . - _ between them")
    return name


def check_word(name: str, node: Node, faults: Faults) -> str:
    """Return the name of a facet or a threshold; one that is not made of small letters, digits and - _ is a fault."""
    if not WORD.match(name):
        faults.add(node.place, f"{show_word(name)} is no name", "Use small letters, digits, and - _ between them")
    return name


def read_date(node: Node, faults: Faults) -> str:
    """Return an ISO date as text."""
    text = node.text(faults)
    if not text or is_day(text):
        return text
    faults.add(node.place, "this is no date", "Write it as 2026-01-31")
    return ""


def read_version(node: Node, faults: Faults) -> str:
    """Return a version of three numbers."""
    text = node.text(faults)
    if text and not _VERSION.match(text):
        faults.add(node.place, "this is no version", "Write three numbers: 0.1.0")
    return text


def read_language(node: Node, faults: Faults) -> str:
    """Return an ISO 639-1 code."""
    text = node.text(faults)
    if text and not LANGUAGE.match(text):
        faults.add(node.place, f"{show_word(text)} is no language", "Write its code of two letters: en")
    return text


def parse_duration(text: str) -> Duration:
    """Return the duration that a text says ("72 hours", "3 calendar_days"); ValueError says what is wrong."""
    try:
        span = parse_span(text, "")
    except InputError as error:
        fault = error.faults[0]
        raise ValueError(f"{fault.problem} ({fault.cure})") from None
    if not isinstance(span, Duration):
        raise ValueError("a figure is needed here (write amount and unit: 72 hours, 3 calendar_days, 2 business_days)")
    return span


def fold_words(text: str) -> str:
    """Return a text as the engine compares words: folded, with one blank between."""
    return " ".join(fold(word) for word in text.split())


def read_prose(node: Node, faults: Faults) -> str:
    """Return a text for readers, without white space around it; unknown placeholders are faults."""
    text = node.text(faults).strip()
    for match in _BRACES.finditer(text):
        name = match[1]
        if name is None or name not in PLACEHOLDERS:
            problem = "a brace stands alone" if name is None else f"unknown placeholder {show_word(name)}"
            faults.add(node.place, problem, suggest(name or "", (f"{{{word}}}" for word in PLACEHOLDERS)))
    return text
