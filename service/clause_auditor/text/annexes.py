"""Annexes: those that a contract names and does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAMED = re.compile(
    r"\b(Annex(?:es)?|Appendix|Appendices|Schedules?|Exhibits?|Attachments?)[ \t]+"
    r"((?:\d{1,2}|[IVX]{1,5}|[A-Z])(?![\w])(?:\.\d)?(?:(?:[ \t]*,[ \t]*|[ \t]+(?:and|or|to"
    r"|&)[ \t]+)(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?![\w.]))*)"
)
_SINGULAR = {
    "Annexes": "Annex",
    "Appendices": "Appendix",
    "Schedules": "Schedule",
    "Exhibits": "Exhibit",
    "Attachments": "Attachment",
}
_FOREIGN = re.compile(
    r"^[^.;\n]{0,40}?\b(?:of|to|in) the (?:eu |uk |2010 |2021 |standard contractual|sccs?|clauses|gdpr"
    r"|regulation|addendum to the eu|model|approved)",
    re.IGNORECASE,
)


def find_absent_annexes(texts: Iterable[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    """Return the names of annexes ("Annex II") referred to in the masked texts for which none has a heading.

    Each text comes with the names of the annexes whose headings it holds.
    """
    named: dict[str, None] = {}
    present: set[str] = set()
    for masked, headed in texts:
        present |= headed
        for match in _NAMED.finditer(masked):
            if _FOREIGN.match(masked[match.end() : match.end() + 80]) is None:
                named.update(dict.fromkeys(_names(match[1], match[2])))
    same = {_neutral(name) for name in present}
    return tuple(name for name in named if _neutral(name) not in same)


def _names(kind: str, numbers: str) -> list[str]:
    kind = _SINGULAR.get(kind, kind)
    return [f"{kind} {number}" for number in re.findall(r"\b(?:\d{1,2}|[IVX]{1,5}|[A-Z])\b", numbers)]


def _neutral(name: str) -> str:
    """Annex 1, Annex I and Schedule 1 count as one: contracts mix them."""
    number = name.rsplit(maxsplit=1)[-1] if " " in name else ""
    return {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}.get(number, number)
