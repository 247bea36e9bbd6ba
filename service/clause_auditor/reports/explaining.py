"""The reasons of a finding as sentences that a person can follow one by one, and contest."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from clause_auditor.domain.finding import Reason
from clause_auditor.reports.quoting import clean_quote

_WORDS_LENGTH = 120
_HELD: Final = {
    "has": "the words stand there",
    "near": "the words stand close together",
    "in order": "the words follow each other",
    "act: duty": "a duty",
    "act: statement": "stated as a fact",
    "act: permission": "a permission only",
    "act: prohibition": "a prohibition",
    "act: no_duty": "the duty is taken away",
    "time limit": "a time limit",
    "heading": "by the heading",
    "blank": "a part is left blank",
    "cites": "the instrument is named",
    "annex absent": "an annex that is not there",
    "holds by absence": "nothing there speaks against it",
}
_FACTS: Final = {"is": "is", "in": "is among", "at_most": "is at most", "at_least": "is at least"}
_UNWANTED = "holds, and should not"


def explain(reasons: Iterable[Reason]) -> list[str]:
    """Return one sentence for each facet: what it is, whether it was found, where, how and on which words."""
    return [_sentence(list(steps)) for _, steps in groupby(reasons, key=_shown_together)]


def _shown_together(step: Reason) -> tuple[str, bool, str]:
    return step.facet, step.holds, step.clause


def _sentence(steps: list[Reason]) -> str:
    first = steps[0]
    if first.facet == "record":
        return " ".join(map(_record, steps))
    if first.facet == "second_reader":
        return f"Not found by the rule, but look at {_place(first)}, which may say it in other words{_on(first.words)}."
    if first.facet == "hedge":
        where = f"Clause {clean_quote(first.clause)}" if first.clause else "The text"
        return f"{where} leaves the promise open{_on(tuple(word for step in steps for word in step.words))}."
    name = first.says or first.facet.replace("_", " ")
    if first.holds:
        where = f"Clause {clean_quote(first.clause)}: " if first.clause else ""
        return f"{where}{name} ({'; '.join(dict.fromkeys(map(_how, steps)))})."
    if first.operator == _UNWANTED:
        return f"Found, and it speaks against a better status: {name}."
    return f"Looked for and not found: {name}." if first.operator == "not found" else f"{name}: {first.operator}."


def _how(step: Reason) -> str:
    return _HELD.get(step.operator, step.operator.replace("_", " ")) + _on(step.words)


def _place(step: Reason) -> str:
    return f"clause {clean_quote(step.clause)}" if step.clause else "this passage"


def _record(reason: Reason) -> str:
    facts = "; ".join(clean_quote(words, _WORDS_LENGTH) for words in reason.words)
    test = _FACTS.get(reason.operator)
    how = f"tested with “{test} …”" if test else reason.operator
    return f"The record says: {facts} ({how})."


def _on(words: tuple[str, ...]) -> str:
    quoted = ", ".join(f"“{clean_quote(word, _WORDS_LENGTH)}”" for word in words if word.strip())
    return f": {quoted}" if quoted else ""
