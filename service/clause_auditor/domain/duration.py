"""Spans of time as contracts state them, and how long each can last at most."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A unit of time; business and calendar days are different things."""

    HOURS = "hours"
    BUSINESS_HOURS = "business_hours"
    CALENDAR_DAYS = "calendar_days"
    BUSINESS_DAYS = "business_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of one unit."""

    amount: int
    unit: Unit

    @property
    def longest_hours(self) -> int:
        """The most hours that it can span on a calendar: a business day can stand across a weekend.

        n business days span at most n days and one weekend for every five of them begun (holidays left out);
        a month at most 31 days, a year 366.
        """
        weekends = -(-self.amount // 5) if self.unit is Unit.BUSINESS_DAYS else 0
        return (self.amount + 2 * weekends) * _HOURS[self.unit]

    def __str__(self) -> str:
        unit = self.unit.value.replace("_", " ")
        return f"{self.amount} {unit if self.amount != 1 else unit[:-1]}"


_HOURS = {
    Unit.HOURS: 1,
    Unit.BUSINESS_HOURS: 3,
    Unit.CALENDAR_DAYS: 24,
    Unit.BUSINESS_DAYS: 24,
    Unit.WEEKS: 168,
    Unit.MONTHS: 744,
    Unit.YEARS: 8784,
}


class Promptness(StrEnum):
    """How soon, where no figure is given (or beside one)."""

    IMMEDIATE = "immediate"
    """Immediately, at once, forthwith, without delay."""
    PROMPT = "prompt"
    """Without undue delay, promptly, as soon as practicable."""
    REASONABLE = "reasonable"
    """Within a reasonable time, in a timely manner."""
    BEFORE = "before"
    """In advance, prior to the event."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit found in a provision: token positions half open, in the provision's own token sequence."""

    start: int
    end: int
    duration: Duration | None = None
    promptness: Promptness | None = None
    prior: bool = False
    """True for "30 days' prior notice": a time before an event, not a limit after one."""
