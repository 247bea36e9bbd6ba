"""The reasons of a finding as sentences that a person can follow one by one, and contest."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final

from clause_auditor.domain.finding import Reason
from clause_auditor.reports.quoting import clean_quote

_WORDS_LENGTH = 120
_LABEL_LENGTH = 4  # "B", "(iv)": no heading is so short
_NUMBERED: Final = re.compile(r"\w+ [\dA-Z][\d.]{0,5}")  # "Annex 2", "Schedule A"
_HELD: Final = {
    "has": "the words stand there",
    "near": "the words stand close together",
    "in order": "the words follow each other",
    "act: duty": "a duty",
    "act: statement": "stated as a fact",
    "act: permission": "a permission",
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
_LATER: Final = {"near": 1, "in order": 1, "has": 2}
"""They tell where words stand and no more: told after the others, and not at all if those have quoted the words."""
_UNWANTED = "holds, and should not"
_NOT_FOUND = "not found"


def explain(reasons: Iterable[Reason]) -> list[str]:
    """Return one sentence for each facet: what it is, whether it was found, where, how and on which words.

    Facets that the rule's author says in the same words are one thing to a reader: it is told once, and never as not
    found where one of them is.
    """
    steps = list(reasons)
    held = {_name(step) for step in steps if step.holds}
    unwanted = {_name(step) for step in steps if step.operator == _UNWANTED}
    left_out = {_UNWANTED: held, _NOT_FOUND: held | unwanted}
    told = [step for step in steps if step.holds or _name(step) not in left_out.get(step.operator, ())]
    groups: dict[tuple[str, bool, str], list[Reason]] = {}
    for step in told:
        groups.setdefault((_name(step), step.holds, step.clause), []).append(step)
    return [_sentence(group) + _rider(group[0], unwanted) for group in groups.values()]


def _rider(step: Reason, unwanted: Container[str]) -> str:
    return " This speaks against a better status." if step.holds and _name(step) in unwanted else ""


def _name(step: Reason) -> str:
    return step.says or step.facet.replace("_", " ")


def _sentence(steps: list[Reason]) -> str:
    first = steps[0]
    if first.facet == "record":
        return " ".join(map(_record, steps))
    if first.facet == "second_reader":
        return f"Not found by the rule, but look at {_place(first)}, which may say it in other words{_on(first.words)}."
    if first.facet == "hedge":
        where = _where(first) if first.clause else "The text"
        return f"{where} leaves the promise open{_on(tuple(word for step in steps for word in step.words))}."
    if first.holds:
        where = f"{_where(first)}: " if first.clause else ""
        return f"{where}{_name(first)} ({_how(steps)})."
    if first.operator == _UNWANTED:
        return f"Found, and it speaks against a better status: {_name(first)}."
    if first.operator == _NOT_FOUND:
        return f"Looked for and not found: {_name(first)}."
    return f"{_name(first)}: {first.operator}."


def _how(steps: Iterable[Reason]) -> str:
    ways: dict[str, dict[str, None]] = {}
    for step in sorted(steps, key=lambda step: _LATER.get(step.operator, 0)):
        if step.operator in _LATER and step.words and _quoted(step.words, ways):
            continue
        ways.setdefault(_HELD.get(step.operator, step.operator.replace("_", " ")), {}).update(dict.fromkeys(step.words))
    return "; ".join(way + _on(tuple(words)) for way, words in ways.items())


def _quoted(words: Iterable[str], ways: Mapping[str, Iterable[str]]) -> bool:
    return all(any(word in quote for quotes in ways.values() for quote in quotes) for word in words)


def _place(step: Reason) -> str:
    if not step.clause:
        return "this passage"
    clause = clean_quote(step.clause)
    if clause[:1].isdigit() or len(clause) <= _LABEL_LENGTH:
        return f"clause {clause}"
    return clause if _NUMBERED.fullmatch(clause) else f"“{clause}”"


def _where(step: Reason) -> str:
    return _place(step)[:1].upper() + _place(step)[1:]


def _record(reason: Reason) -> str:
    facts = "; ".join(clean_quote(words, _WORDS_LENGTH) for words in reason.words)
    test = _FACTS.get(reason.operator)
    how = f"tested with “{test} …”" if test else reason.operator
    return f"The record says: {facts} ({how})."


def _on(words: tuple[str, ...]) -> str:
    whole = [word for word in words if not any(word != other and word in other for other in words)]
    quoted = ", ".join(f"“{clean_quote(word, _WORDS_LENGTH)}”" for word in whole if word.strip())
    return f": {quoted}" if quoted else ""
