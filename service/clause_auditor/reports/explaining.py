"""The reasons of a finding as sentences that a person can follow one by one."""

from __future__ import annotations

from typing import Final

from clause_auditor.domain.finding import Reason
from clause_auditor.reports.quoting import clean_quote

_WORDS_LENGTH = 120
_HELD: Final = {
    "has": "the words stand there",
    "near": "the words stand close together",
    "in order": "the words follow each other",
    "act: duty": "it is a duty",
    "act: statement": "it is stated as a fact",
    "act: permission": "it is a permission only",
    "act: prohibition": "it is forbidden",
    "act: no_duty": "the duty is taken away",
    "time limit": "there is a time limit",
    "heading": "the heading says so",
    "blank": "a part is left blank",
    "cites": "the instrument is named",
    "annex absent": "it refers to an annex that is not there",
}
_FACTS: Final = {"is": "is", "in": "is among", "at_most": "is at most", "at_least": "is at least"}


def sentence(reason: Reason) -> str:
    """Return one step as a sentence: what was looked for, whether it was found, where and on which words."""
    if reason.facet == "record":
        return _record(reason)
    if reason.facet == "second_reader":
        place = f"clause {clean_quote(reason.clause)}" if reason.clause else "this passage"
        return f"look at {place}, which may say it in other words{_on(reason.words)}."
    name = reason.facet.replace("_", " ")
    if not reason.holds:
        return f"{name}: {reason.operator.replace('_', ' ')}.".replace(": not found", ": looked for and not found")
    where = f" in clause {clean_quote(reason.clause)}" if reason.clause else ""
    how = _HELD.get(reason.operator, reason.operator.replace("_", " "))
    return f"{name}: found{where}; {how}{_on(reason.words)}."


def _record(reason: Reason) -> str:
    facts = "; ".join(clean_quote(words, _WORDS_LENGTH) for words in reason.words)
    test = _FACTS.get(reason.operator)
    how = f"tested with “{test} …”" if test else reason.operator
    return f"record: {facts} ({how})."


def _on(words: tuple[str, ...]) -> str:
    quoted = ", ".join(f"“{clean_quote(word, _WORDS_LENGTH)}”" for word in words if word.strip())
    return f": {quoted}" if quoted else ""
