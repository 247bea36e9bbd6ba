"""Changes of time: every limit after an event becomes one that the rule does not accept."""

from __future__ import annotations

from clause_auditor.domain.duration import Deadline, Promptness
from clause_auditor.evaluation.mutation_edits import Edit
from clause_auditor.evaluation.mutation_stretch import Stretch

_SHORTEST = 30
_NAMES = {30: "thirty", 120: "one hundred twenty", 180: "one hundred eighty"}
_ADJECTIVES = frozenset({"prompt", "timely", "undue", "unreasonable"})


def late_days(longest: int) -> int:
    """Return a time in days that is too long for a rule that accepts `longest` days (0: no figure given)."""
    return _SHORTEST if longest < _SHORTEST else longest * 2


def delay(stretch: Stretch, longest: int = 0) -> list[Edit]:
    """Return edits by which hours, days and words of promptness become a time too long; notice periods stay."""
    days = late_days(longest)
    inside = set(stretch.positions)
    limits = [d for d in stretch.provision.deadlines if d.start in inside and not d.prior]
    return [edit for limit in limits if (edit := _lengthen(stretch, limit, days))]


def _lengthen(stretch: Stretch, limit: Deadline, days: int) -> Edit | None:
    start, end = stretch.span(limit.start, limit.end)
    if limit.duration:
        start, end = _with_brackets(stretch.text, start, end)
        return Edit(start, end, f"{days} days") if limit.duration.longest_hours < days * 24 else None
    if limit.promptness not in (Promptness.IMMEDIATE, Promptness.PROMPT):
        return None
    if stretch.word(limit.start) in _ADJECTIVES:
        return _from_without(stretch, limit, days)
    return Edit(start, end, _spelled(days))


def _from_without(stretch: Stretch, limit: Deadline, days: int) -> Edit | None:
    """Replace "without culpable or undue delay" whole; an adjective ("prompt notice") becomes "eventual"."""
    start, end = stretch.span(limit.start, limit.end)
    if limit.end - limit.start == 1:
        return Edit(start, end, "eventual")
    for place in range(limit.start - 1, max(0, limit.start - 4) - 1, -1):
        if stretch.word(place) == "without":
            return Edit(stretch.span(place, place + 1)[0], end, _spelled(days))
    return None


def _spelled(days: int) -> str:
    return f"within {_NAMES[days]} ({days}) days" if days in _NAMES else f"within {days} days"


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Take along a bracket that is opened within the words and closed behind them."""
    inner = text[start:end]
    return (start, end + 1) if inner.count("(") > inner.count(")") and text[end : end + 1] == ")" else (start, end)
