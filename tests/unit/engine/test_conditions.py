"""Every operator by itself: where it holds, where it does not, and on which words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clause_auditor.domain.condition import (
    Act,
    All,
    AnnexAbsent,
    AnyOf,
    Blank,
    Cites,
    Condition,
    Force,
    Has,
    InOrder,
    InstrumentStatus,
    Lacks,
    Named,
    Near,
    Not,
    Reach,
    Stands,
    Timed,
    UnderHeading,
    Within,
)
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Place, ProvisionKind
from clause_auditor.domain.rule import Concept, Instrument
from clause_auditor.engine.conditions import Judge
from clause_auditor.engine.lexicon import Lexicon

from .conftest import CONCEPTS, ReadText


def held(read: ReadText, text: str, condition: Condition, facets: Mapping[str, Condition] | None = None) -> list[str]:
    """Return the source text of the provisions on which the condition holds, the preamble left out."""
    reading, lexicon = read(text)
    judge = Judge(reading, {"it": condition, **(facets or {})}, lexicon)
    body = [reading.provisions[i] for i in judge.facet("it") if reading.provisions[i].index > 0]
    return [" ".join(p.words[p.own :]) for p in body]


NOTIFY, BREACH, DELETE, RETURN = ("notify",), ("breach",), ("delete",), ("return",)
LINE = "The Processor shall notify the Controller of a breach."


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Has((NOTIFY, BREACH)), True),
        (Has((NOTIFY, DELETE)), False),
        (Has((("delete", "breach"),)), True),
        (Lacks(("delete", "return")), True),
        (Lacks(("breach",)), False),
        (Near((BREACH, NOTIFY), 6), True),
        (Near((BREACH, NOTIFY), 4), False),
        (InOrder((NOTIFY, BREACH), 4), True),
        (InOrder((BREACH, NOTIFY), 9), False),
        (InOrder((NOTIFY, BREACH), 3), False),
        (AnyOf((Has((DELETE,)), Has((BREACH,)))), True),
        (All((Has((NOTIFY,)), Lacks(("delete",)))), True),
        (All((Has((NOTIFY,)), Has((DELETE,)))), False),
        (Not(Has((DELETE,))), True),
        (Not(Has((NOTIFY,))), False),
        (Act(NOTIFY), True),
        (Act(NOTIFY, by=Side.VENDOR), True),
        (Act(NOTIFY, by=Side.CUSTOMER), False),
        (Act(NOTIFY, about=(BREACH,)), True),
        (Act(NOTIFY, about=(BREACH,), within=2), False),
        (Act(NOTIFY, about=(DELETE,)), False),
        (Act(NOTIFY, to=Side.CUSTOMER), True),
        (Act(NOTIFY, force=frozenset({Force.PERMISSION})), False),
        (Stands(kinds=frozenset({ProvisionKind.SENTENCE})), True),
        (Stands(kinds=frozenset({ProvisionKind.ROW})), False),
        (Stands(places=frozenset({Place.BODY})), True),
        (Stands(places=frozenset({Place.ANNEX})), False),
        (Blank(), False),
        (AnnexAbsent(), False),
        (Timed(), False),
    ],
)
def test_operator(read: ReadText, condition: Condition, holds: bool) -> None:
    assert bool(held(read, LINE, condition)) is holds


def test_near_does_not_cross_a_strong_break(read: ReadText) -> None:
    assert not held(read, "It shall notify them; breach is bad.", Near((NOTIFY, BREACH), 9))


HOURS_72 = Duration(72, Unit.HOURS)


@pytest.mark.parametrize(
    ("text", "timed", "holds"),
    [
        ("within 48 hours", Timed(at_most=HOURS_72), True),
        ("within 72 hours", Timed(at_most=HOURS_72), True),
        ("within 73 hours", Timed(at_most=HOURS_72), False),
        ("within 73 hours", Timed(over=HOURS_72), True),
        ("within three (3) days", Timed(at_most=HOURS_72), True),
        ("within 2 business days", Timed(at_most=HOURS_72), False),
        ("within one business day", Timed(at_most=HOURS_72), True),
        ("without undue delay", Timed(promptness=frozenset({Promptness.PROMPT})), True),
        ("immediately", Timed(promptness=frozenset({Promptness.IMMEDIATE})), True),
        ("within a reasonable time", Timed(promptness=frozenset({Promptness.PROMPT})), False),
        ("on 30 days' prior notice", Timed(prior=True), True),
        ("on 30 days' prior notice", Timed(), False),
    ],
)
def test_time_limits(read: ReadText, text: str, timed: Timed, holds: bool) -> None:
    assert bool(held(read, f"The Processor shall notify the Controller {text}.", timed)) is holds


def test_headings_hold_for_what_stands_below(read: ReadText) -> None:
    text = "## 1. Breach\n\nThe Processor acts.\n\n## 2. Fees\n\nThe Controller pays."
    assert "the processor acts" in held(read, text, UnderHeading(BREACH))
    assert "the controller pays" not in held(read, text, UnderHeading(BREACH))


def test_a_run_in_heading_holds_for_its_own_provision(read: ReadText) -> None:
    assert held(read, "1. Breach: The Processor acts at once.\n\n2. Fees: The Controller pays.", UnderHeading(BREACH))


def test_neighbours_in_reach(read: ReadText) -> None:
    text = "## 1. One\n\nA breach is bad. The Processor acts. It returns.\n\n## 2. Two\n\nThe Controller pays."
    near = held(read, text, Within(Reach.SECTION, Has((BREACH,))))
    assert "the processor acts" in near
    assert "the controller pays" not in near
    after = held(read, text, Within(Reach.NEXT, Has((RETURN,))))
    assert "a breach is bad" in after
    assert held(read, text, Within(Reach.DOCUMENT, Has((BREACH,))))[-1] == "the controller pays"


def test_a_facet_may_rest_on_another(read: ReadText) -> None:
    facets: dict[str, Condition] = {"base": Has((NOTIFY,))}
    assert held(read, LINE, All((Named("base"), Has((BREACH,)))), facets)
    assert not held(read, LINE, All((Named("base"), Has((DELETE,)))), facets)


def test_blanks_and_absent_annexes(read: ReadText) -> None:
    assert held(read, "The term is [●] years.", Blank())
    assert held(read, "The measures are listed in Annex II.", AnnexAbsent())
    assert not held(read, "See Annex II.\n\n# Annex II\n\nLocks on doors.", AnnexAbsent())


def test_instruments_stand_as_of_a_date(read: ReadText) -> None:
    concepts = {**CONCEPTS, "law.shield": ["privacy shield"]}
    reading, _ = read("The Processor relies on the Privacy Shield.", concepts)
    lexicon = Lexicon([Concept("law.shield", ("privacy shield",), instrument="shield")])
    shield = Instrument("shield", "Shield", InstrumentStatus.LAPSED, "2016-07-12", "2020-07-15")
    lapsed = {"it": Cites(InstrumentStatus.LAPSED)}
    assert Judge(reading, lapsed, lexicon, [shield], "2020-07-16").facet("it")
    assert not Judge(reading, lapsed, lexicon, [shield], "2020-07-15").facet("it")


def test_a_witness_names_its_words(read: ReadText) -> None:
    reading, lexicon = read(LINE)
    judge = Judge(reading, {"it": Act(NOTIFY, about=(BREACH,))}, lexicon)
    (index,) = judge.facet("it")
    words = reading.provisions[index].words
    shown = [" ".join(words[s:e]) for step in judge.facet("it")[index] for _, s, e in step.marks]
    assert shown == ["processor shall notify", "breach"]
