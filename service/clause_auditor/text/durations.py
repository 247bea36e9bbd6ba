"""Durations: the deadlines that a provision sets, in figures ("72 hours") or in words ("without undue delay")."""

from __future__ import annotations

from collections.abc import Sequence

from clause_auditor.domain.duration import Deadline, Duration, Promptness, Unit
from clause_auditor.text.timewords import (
    BETWEEN,
    BUSINESS,
    GLUED,
    NUMBERS,
    PRIOR,
    PROMPT_PHRASES,
    TENS,
    TRIGGERS,
    UNITS,
)

Words = Sequence[str]

_MAX_AMOUNT = 100_000
_MAX_FIGURES = 8


def find_deadlines(words: Words) -> tuple[Deadline, ...]:
    """Return the deadlines among folded words, by position: amounts of time and words of promptness."""
    found: list[Deadline] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word not in TRIGGERS and not word[0].isdigit():
            place += 1
            continue
        deadline = _read_at(words, place)
        if deadline is None:
            place += 1
        else:
            found.append(deadline)
            place = deadline.end
    return tuple(found)


def _read_at(words: Words, place: int) -> Deadline | None:
    word = words[place]
    if word in PROMPT_PHRASES:
        return _read_promptness(words, place)
    if word[0].isdigit() or word in NUMBERS:
        return _read_duration(words, place)
    return None


def _read_promptness(words: Words, place: int) -> Deadline | None:
    for phrase, kind in PROMPT_PHRASES[words[place]]:
        end = place + len(phrase)
        if tuple(words[place:end]) == phrase:
            return Deadline(place, end, promptness=kind, prior=kind is Promptness.BEFORE)
    return None


def _read_duration(words: Words, place: int) -> Deadline | None:
    glued = _read_glued(words[place])
    if glued is not None:
        return _finish(words, place, place + 1, glued)
    amount, end = _read_amount(words, place)
    if amount is None:
        return None
    unit, end = _read_unit(words, end)
    if unit is None or not 0 < amount <= _MAX_AMOUNT:
        return None
    return _finish(words, place, end, Duration(amount, unit))


def _finish(words: Words, start: int, end: int, duration: Duration) -> Deadline:
    return Deadline(start, end, duration=duration, prior=_is_prior(words, start, end))


def _read_glued(word: str) -> Duration | None:
    digits = len(word) - len(word.lstrip("0123456789"))
    if not 0 < digits <= 4 or digits == len(word):
        return None
    unit = GLUED.get(word[digits:])
    return Duration(int(word[:digits]), unit) if unit is not None and int(word[:digits]) else None


def _read_amount(words: Words, place: int) -> tuple[int | None, int]:
    """Return the amount and where it ends; of "seventy-two (72)" the figure, of "24-48" or "24 to 48" the longer."""
    amount, end = _read_number(words, place)
    if amount is None:
        return None, place
    while end < min(len(words), place + _MAX_FIGURES):
        step = end + 1 if words[end] in ("to", "or", "and") else end
        other, stop = _read_number(words, step)
        if other is None or words[step] in ("a", "an"):
            break
        amount = other if step == end and other == amount else max(amount, other)
        end = stop
    return amount, end


def _read_number(words: Words, place: int) -> tuple[int | None, int]:
    if place >= len(words):
        return None, place
    word = words[place]
    if word.isascii() and word.isdigit():
        return (int(word), place + 1) if len(word) <= 6 else (None, place)
    value = NUMBERS.get(word)
    if value is None:
        return None, place
    return _read_number_words(words, place, value)


def _read_number_words(words: Words, place: int, value: int) -> tuple[int, int]:
    end = place + 1
    if (
        value in TENS.values()
        and end < len(words)
        and 0 < NUMBERS.get(words[end], 0) < 10
        and words[end] not in ("a", "an")
    ):
        return value + NUMBERS[words[end]], end + 1
    if value < 10 and end < len(words) and words[end] == "hundred":
        return _read_hundreds(words, end + 1, value * 100)
    return value, end


def _read_hundreds(words: Words, place: int, base: int) -> tuple[int, int]:
    step = place + 1 if place < len(words) and words[place] == "and" else place
    if step < len(words) and words[step] in NUMBERS and words[step] not in ("a", "an", "hundred"):
        rest, end = _read_number_words(words, step, NUMBERS[words[step]])
        return base + rest, end
    return base, place


def _read_unit(words: Words, place: int) -> tuple[Unit | None, int]:
    business = False
    end = place
    while end < len(words) and end < place + 3 and (words[end] in BUSINESS or words[end] in BETWEEN):
        business = business or words[end] in BUSINESS
        end += 1
    unit = UNITS.get(words[end]) if end < len(words) else None
    if unit is None:
        return None, place
    if business:
        unit = {Unit.HOURS: Unit.BUSINESS_HOURS, Unit.CALENDAR_DAYS: Unit.BUSINESS_DAYS}.get(unit, unit)
    return unit, end + 1


def _is_prior(words: Words, start: int, end: int) -> bool:
    after = list(words[end : end + 5])
    if after[:1] == ["'s"]:
        after = after[1:]
    if after[:1] and after[0] in PRIOR:
        return True
    if (
        after[:2] == ["in", "advance"]
        or after[:3] == ["written", "notice", "before"]
        or after[:2] == ["notice", "before"]
    ):
        return True
    if after[:2] in (["written", "prior"], ["advance", "written"], ["notice", "prior"], ["of", "advance"]):
        return True
    return (
        tuple(words[max(0, start - 4) : start])[-2:] in (("notice", "of"), ("notice", "least"))
        and "prior" in words[max(0, start - 6) : start]
    )
