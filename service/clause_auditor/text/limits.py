"""Limits: contracts that would cost too much are refused by counts, so that each is refused everywhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clause_auditor.domain.audit import AuditLimits
from clause_auditor.errors import LimitError

_WORD = re.compile(r"[^\W_]{1,80}+")
_LEAST = 2
"""Code points that a word takes, with what parts it from the next: shorter texts need no counting."""
_CURE = "Audit its documents one by one, or raise {name} in the settings"


def require_words(texts: Iterable[str], limits: AuditLimits) -> None:
    """LimitError if the texts of a contract hold more words together than the limit."""
    known = list(texts)
    if sum(len(text) // _LEAST + 1 for text in known) <= limits.max_words:
        return
    words = sum(1 for text in known for _ in _WORD.finditer(text))
    if words > limits.max_words:
        problem = f"this contract has {words:,} words, more than the limit of {limits.max_words:,}"
        raise LimitError.at("contract", problem, _CURE.format(name="max_words"))


def require_room(provisions: int, limits: AuditLimits) -> None:
    """LimitError if a contract has so many provisions already that one more passes the limit."""
    if provisions >= limits.max_provisions:
        problem = f"this contract has more than {limits.max_provisions:,} sentences, list items and table rows"
        raise LimitError.at("contract", problem, _CURE.format(name="max_provisions"))
