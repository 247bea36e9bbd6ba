from __future__ import annotations

import pytest

from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.text.durations import find_deadlines
from clause_auditor.text.words import fold_words

H, BH, D, BD, W, M, Y = (
    Unit.HOURS,
    Unit.BUSINESS_HOURS,
    Unit.CALENDAR_DAYS,
    Unit.BUSINESS_DAYS,
    Unit.WEEKS,
    Unit.MONTHS,
    Unit.YEARS,
)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("within 72 hours", 72, H),
        ("within seventy-two (72) hours", 72, H),
        ("within seventy two hours", 72, H),
        ("no later than forty-eight (48) hours", 48, H),
        ("in 24h", 24, H),
        ("within 48hrs", 48, H),
        ("within 1 hour", 1, H),
        ("within an hour of discovery", 1, H),
        ("within a day", 1, D),
        ("within one (1) business day", 1, BD),
        ("within 2 business days", 2, BD),
        ("within five (5) working days", 5, BD),
        ("ten banking days", 10, BD),
        ("within 8 business hours", 8, BH),
        ("three (3) days", 3, D),
        ("thirty days", 30, D),
        ("thirty (30) calendar days", 30, D),
        ("30 consecutive days", 30, D),
        ("sixty (60) full days", 60, D),
        ("ninety days", 90, D),
        ("forty five days", 45, D),
        ("one hundred days", 100, D),
        ("one hundred and eighty days", 180, D),
        ("one hundred eighty (180) days", 180, D),
        ("two weeks", 2, W),
        ("within a week", 1, W),
        ("six (6) months", 6, M),
        ("12 months", 12, M),
        ("three years", 3, Y),
        ("one year", 1, Y),
        ("24-48 hours", 48, H),
        ("24 to 48 hours", 48, H),
        ("five or ten days", 10, D),
        ("not exceeding 15 days", 15, D),
        ("at the latest 36 hours after", 36, H),
        ("twenty four (24) hours", 24, H),
    ],
)
def test_amounts_of_time_are_read(text: str, amount: int, unit: Unit) -> None:
    deadlines = find_deadlines(fold_words(text))
    assert [one.duration for one in deadlines] == [Duration(amount, unit)]
    assert not deadlines[0].prior


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("immediately", Promptness.IMMEDIATE),
        ("shall forthwith inform", Promptness.IMMEDIATE),
        ("at once", Promptness.IMMEDIATE),
        ("without delay", Promptness.IMMEDIATE),
        ("without undue delay", Promptness.PROMPT),
        ("without any undue delay", Promptness.PROMPT),
        ("without unreasonable delay", Promptness.PROMPT),
        ("promptly", Promptness.PROMPT),
        ("as soon as practicable", Promptness.PROMPT),
        ("as soon as reasonably practicable", Promptness.PROMPT),
        ("as soon as possible", Promptness.PROMPT),
        ("as soon as feasible", Promptness.PROMPT),
        ("expeditiously", Promptness.PROMPT),
        ("in a timely manner", Promptness.REASONABLE),
        ("within a reasonable time", Promptness.REASONABLE),
        ("within a reasonable period", Promptness.REASONABLE),
        ("inform the customer in advance", Promptness.BEFORE),
        ("prior to any change", Promptness.BEFORE),
    ],
)
def test_words_of_promptness_are_read(text: str, kind: Promptness) -> None:
    assert [one.promptness for one in find_deadlines(fold_words(text))] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "30 days' prior notice",
        "thirty (30) days prior written notice",
        "at least 30 days in advance",
        "10 days before the change",
        "not less than 14 days advance notice",
        "30 days' notice prior to the audit",
    ],
)
def test_a_time_before_an_event_is_prior(text: str) -> None:
    assert find_deadlines(fold_words(text))[0].prior


@pytest.mark.parametrize(
    "text",
    [
        "Article 28",
        "Section 4.2 of the Agreement",
        "0 days",
        "2016/679",
        "a processor",
        "business days",
        "99999999 days",
    ],
)
def test_other_figures_are_no_deadline(text: str) -> None:
    assert find_deadlines(fold_words(text)) == ()


def test_a_figure_beside_a_word_gives_two_deadlines_in_order() -> None:
    words = fold_words("without undue delay and in any event within 72 hours after")
    first, second = find_deadlines(words)
    assert first.promptness is Promptness.PROMPT
    assert second.duration == Duration(72, H)
    assert words[second.start : second.end] == ("72", "hours")
