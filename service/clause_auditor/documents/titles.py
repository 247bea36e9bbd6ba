"""What a paper is called, and what it is: guessed from its first heading or its first line."""

from __future__ import annotations

import re

from clause_auditor.domain.contract import DocumentRole

_LONGEST = 120
_ROLES = (
    (DocumentRole.BAA, ("business associate",)),
    (DocumentRole.DPA, ("data processing agreement", "data processing addendum", "data processing terms")),
    (DocumentRole.DPA, ("data protection agreement", "data protection addendum", "processor agreement", "dpa")),
    (DocumentRole.ANNEX, ("annex", "schedule", "appendix", "exhibit", "attachment")),
    (DocumentRole.DPA, ("data processing", "processing agreement")),
    (DocumentRole.ORDER_FORM, ("order form", "statement of work", "purchase order")),
    (DocumentRole.POLICY, ("privacy policy", "privacy notice", "privacy statement")),
)
"""Tried in this order: an annex that is a data processing agreement is one."""


def guess_role(title: str) -> DocumentRole:
    """Return the role that a title names; main where it names none."""
    words = " ".join(re.findall(r"[a-z0-9]+", title.lower()))
    for role, names in _ROLES:
        if any(_names(words, name, role) for name in names):
            return role
    return DocumentRole.MAIN


def _names(words: str, name: str, role: DocumentRole) -> bool:
    if role is DocumentRole.ANNEX:
        return words.startswith(name)
    return re.search(rf"\b{name}", words) is not None


def first_line(text: str) -> str:
    """Return the first line that reads like a title (short, no full sentence), or an empty string."""
    line = next((line.strip() for line in text.split("\n", 40)[:40] if line.strip()), "")
    return line if len(line) <= _LONGEST and not line.endswith((".", ";", ",")) else ""


def markdown_heading(text: str) -> str:
    """Return the first heading of a Markdown text without its marks, else its first line."""
    for line in text.split("\n", 200)[:200]:
        if match := re.match(r" {0,3}#{1,6}[ \t]+(.+)", line):
            return _bare(match[1])[:_LONGEST]
    return _bare(first_line(text))


def _bare(line: str) -> str:
    return line.strip().strip("#*_ \t").replace("**", "").strip()
