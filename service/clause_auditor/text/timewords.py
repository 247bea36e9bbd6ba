"""Time words: numbers, units and words of promptness, as contracts write them."""

from __future__ import annotations

from types import MappingProxyType

from clause_auditor.domain.duration import Promptness, Unit
from clause_auditor.text.words import fold_words

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS = MappingProxyType(
    {**{word: value for value, word in enumerate(fold_words(_ONES))}, **TENS, "hundred": 100, "a": 1, "an": 1}
)
UNITS = MappingProxyType(
    {
        "hour": Unit.HOURS,
        "hours": Unit.HOURS,
        "hrs": Unit.HOURS,
        "hr": Unit.HOURS,
        "h": Unit.HOURS,
        "day": Unit.CALENDAR_DAYS,
        "days": Unit.CALENDAR_DAYS,
        "week": Unit.WEEKS,
        "weeks": Unit.WEEKS,
        "month": Unit.MONTHS,
        "months": Unit.MONTHS,
        "year": Unit.YEARS,
        "years": Unit.YEARS,
    }
)
BUSINESS = frozenset({"business", "working", "banking", "work"})
BETWEEN = frozenset({"calendar", "consecutive", "full", "clear", "elapsed", "continuous", "additional", "further"})
GLUED = MappingProxyType(
    {
        "h": Unit.HOURS,
        "hr": Unit.HOURS,
        "hrs": Unit.HOURS,
        "hours": Unit.HOURS,
        "d": Unit.CALENDAR_DAYS,
        "days": Unit.CALENDAR_DAYS,
    }
)
PROMPT_PHRASES: dict[str, list[tuple[tuple[str, ...], Promptness]]] = {}
PRIOR = frozenset({"prior", "previous", "advance", "before", "beforehand"})

for _kind, _phrases in {
    Promptness.IMMEDIATE: "immediately; forthwith; at once; without delay; without any delay; straight away;"
    " right away;"
    " instantly; at the same time; instantaneously",
    Promptness.PROMPT: "without undue delay; without any undue delay; without undue further delay; without"
    " unreasonable delay;"
    " without unnecessary delay; without culpable delay; promptly; prompt; as soon as practicable; as soon as possible;"
    " as soon as feasible; as soon as reasonably practicable; as soon as reasonably possible; as soon"
    " as it is practicable;"
    " as soon as is practicable; as soon as is reasonably practicable; as soon as it becomes aware;"
    " as soon as it is aware;"
    " as soon as they become aware; as soon as commercially practicable; as soon as is reasonably possible; as soon as"
    " reasonably feasible; expeditiously; as quickly as possible; undue delay; unreasonable delay; with all due speed;"
    " as promptly as possible; without delay where possible; at the earliest opportunity; as early as"
    " possible; speedily",
    Promptness.REASONABLE: "in a timely manner; timely; within a reasonable time; within a reasonable period; within"
    " reasonable"
    " time; in reasonable time; within a reasonable timeframe; within a reasonable time frame; in due"
    " time; in due course;"
    " in good time; within a commercially reasonable time; within a reasonable amount of time; on a timely basis;"
    " within a reasonable period of time; in a reasonable time; within a commercially reasonable period",
    Promptness.BEFORE: "in advance; prior to; prior notice; prior written notice; advance notice; advance written"
    " notice;"
    " beforehand; before any such; sufficiently in advance; reasonable advance",
}.items():
    for _phrase in _phrases.split(";"):
        _words = fold_words(_phrase)
        PROMPT_PHRASES.setdefault(_words[0], []).append((_words, _kind))
for _list in PROMPT_PHRASES.values():
    _list.sort(key=lambda pair: -len(pair[0]))
TRIGGERS = frozenset(NUMBERS) | frozenset(PROMPT_PHRASES)


def spell(number: int) -> str:
    """Return a whole number below 1000 in words: "seventy-two"; a greater one in figures."""
    ones = _ONES.split()
    if number < len(ones):
        return ones[number]
    if number < 100:
        tens = next(word for word, value in TENS.items() if value == number // 10 * 10)
        return f"{tens}-{ones[number % 10]}" if number % 10 else tens
    if number >= 1000:
        return str(number)
    rest = f" {spell(number % 100)}" if number % 100 else ""
    return f"{ones[number // 100]} hundred{rest}"
