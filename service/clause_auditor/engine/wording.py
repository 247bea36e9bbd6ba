"""A rule's texts with the parties' own names filled in."""

from __future__ import annotations

from collections import Counter

from clause_auditor.domain.contract import Contract
from clause_auditor.domain.party import Side
from clause_auditor.domain.rule import Rule, RuleText

_BEGINNINGS = (". ", "? ", "! ", "\n")
"""After these a new sentence of a model clause begins."""


def party_names(contract: Contract) -> dict[str, str]:
    """Return what `{customer}` and `{vendor}` stand for: the names given, else "the Controller" and "the Processor"."""
    names = {Side.CUSTOMER: "the Controller", Side.VENDOR: "the Processor"}
    for side in names:
        given = Counter(p.name for p in contract.parties if p.role.side is side and p.name)
        if given:
            names[side] = min(given)
    return {side.value: name for side, name in names.items()}


def text_of(rule: Rule, language: str = "en") -> RuleText:
    """Return the rule's texts in a language, or in English."""
    return rule.texts.get(language) or rule.texts["en"]


def fill(text: str, names: dict[str, str]) -> str:
    """Return a text with the placeholders filled in, with a capital where a sentence begins; other braces stay."""
    for key, name in names.items():
        mark = "{" + key + "}"
        capital = name[:1].upper() + name[1:]
        for begin in _BEGINNINGS:
            text = text.replace(begin + mark, begin + capital)
        text = (capital + text[len(mark) :] if text.startswith(mark) else text).replace(mark, name)
    return text
