"""Blanks: what a template leaves to be filled in."""

from __future__ import annotations

import re

_BLANK = re.compile(
    r"\[[\s\u25cf\u2022\u00b7*_.\u2026\u2014-]{0,60}+\]"
    r"|_{4,}|\.{6,}|\u2026{3,}"
    r"|\{\{[^{}\n]{1,80}\}\}"
    r"|\[%[^\]\n]{1,60}\]"
    r"|[\[<](?:please )?(?:insert|enter|add|fill|specify|describe|list|state|name of|date of"
    r"|address of|your)\b[^\]<>\n]{0,200}[\]>]"
    r"|\b(?:to be (?:completed|confirmed|filled in|determined|agreed upon signature|inserted)|TBD|TBC)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[\[_{<\u2026]|\.\.\.|[Tt][Bb][DdCc]|[Bb][Ee] [cfdai]")
"""Something of every kind of blank, found fast: most passages hold none."""
_BRACKETED = re.compile(r"\[([A-Z][^\[\]\n]{1,80})\](?!\()")
_ANGLED = re.compile(r"<([A-Z][A-Za-z ]{2,40})>")
_NOT_BLANK = re.compile(
    r"^(?:sic|deleted|reserved|intentionally|omitted|optional|option|module|redacted|x|ok|note)\b|\d{4}/\d|^\w$",
    re.IGNORECASE,
)


def has_blank(text: str, start: int, end: int) -> bool:
    """True if `text[start:end]` holds a place to be filled in: `[●]`, `____`, `{{name}}`, "[Customer Name]"."""
    if _SIGN.search(text, start, end) is None:
        return False
    if _BLANK.search(text, start, end):
        return True
    for pattern in (_BRACKETED, _ANGLED):
        for match in pattern.finditer(text, start, end):
            if not _NOT_BLANK.search(match[1]) and _is_placeholder(match[1]):
                return True
    return False


def _is_placeholder(words: str) -> bool:
    if len(words.split()) > 8:
        return False
    return words.replace("_", "").isupper() or words.istitle() or _names_a_detail(words.lower())


_DETAILS = (
    "name",
    "date",
    "address",
    "email",
    "e-mail",
    "company",
    "number",
    "country",
    "state",
    "period",
    "title",
    "signature",
    "contact",
    "amount",
    "entity",
)


def _names_a_detail(words: str) -> bool:
    return any(detail in words for detail in _DETAILS)
