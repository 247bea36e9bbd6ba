"""Spans of time as a record writes them: "72 hours", "3 calendar_days", "immediately", "none"."""

from __future__ import annotations

import re
from typing import Final

from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.errors import InputError

_FORM = re.compile(r"(\d{1,6})[ _-]+([a-z][a-z _-]*)")
_CURE = 'Write amount and unit, as in "72 hours", "3 calendar_days", "5 business_days"; or immediately, '
_CURE += "without_undue_delay, none"
_UNITS: Final = {unit.value: unit for unit in Unit} | {unit.value.removesuffix("s"): unit for unit in Unit}
_WORDS: Final = {
    "immediately": Promptness.IMMEDIATE,
    "immediate": Promptness.IMMEDIATE,
    "without_undue_delay": Promptness.PROMPT,
    "promptly": Promptness.PROMPT,
    "prompt": Promptness.PROMPT,
    "within_a_reasonable_time": Promptness.REASONABLE,
    "reasonable": Promptness.REASONABLE,
    "before": Promptness.BEFORE,
}
_NAMES: Final = {
    Promptness.IMMEDIATE: "immediately",
    Promptness.PROMPT: "without_undue_delay",
    Promptness.REASONABLE: "within_a_reasonable_time",
    Promptness.BEFORE: "before",
}


def parse_span(value: str, place: str) -> Duration | Promptness | str:
    """Return a duration, a promptness or the word "none"; InputError names the place, never the value."""
    words = " ".join(value.lower().split())
    key = re.sub(r"[ -]", "_", words)
    if key == "none":
        return key
    if key in _WORDS:
        return _WORDS[key]
    match = _FORM.fullmatch(words)
    if not match:
        raise InputError.at(place, "no amount of time", _CURE)
    return Duration(int(match[1]), _unit(re.sub(r"[ -]", "_", match[2]), place))


def span_text(value: Duration | Promptness) -> str:
    """Return the form that `parse_span` reads."""
    return f"{value.amount} {value.unit.value}" if isinstance(value, Duration) else _NAMES[value]


def _unit(word: str, place: str) -> Unit:
    if word in ("day", "days"):
        raise InputError.at(place, "days are given without their kind", "Write calendar_days or business_days")
    if word in ("working_day", "working_days"):
        return Unit.BUSINESS_DAYS
    if word not in _UNITS:
        raise InputError.at(place, "no unit of time", _CURE)
    return _UNITS[word]
