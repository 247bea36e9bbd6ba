from __future__ import annotations

from clause_auditor.domain.condition import Act, All, AnyOf, Condition, Force, Has, Named, Not, Reach, Timed, Within
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.finding import Basis, Severity, Status
from clause_auditor.domain.formula import Both, Either, Facet, Formula, Without
from clause_auditor.domain.mutation import MutationKind, MutationNeeds
from clause_auditor.domain.party import Side
from clause_auditor.domain.rule import Family, Rule
from clause_auditor.evaluation.mutation_kinds import Demand, read_demand

DROP, PERMIT, DELAY, SWAP, NEGATE, HEDGE = MutationKind
DUTY = Act(("tell",), by=Side.VENDOR)


def demand(facets: dict[str, Condition], met: Formula | None = None, needs: MutationNeeds | None = None) -> Demand:
    statuses = {Status.MET: met or Facet("main")}
    rule = Rule(
        "acme.one", "One", Family.SECURITY, Severity.HIGH, Basis.LAW, (), {}, facets, statuses,
        mutations=needs or MutationNeeds(),
    )  # fmt: skip
    return read_demand(rule)


def test_a_rule_over_concepts_alone_notices_that_the_passage_is_gone() -> None:
    assert demand({"main": Has((("data",),))}).kinds == {DROP}


def test_a_duty_asks_for_all_but_time() -> None:
    found = demand({"main": DUTY})
    assert found.kinds == {DROP, PERMIT, SWAP, NEGATE, HEDGE}
    assert found.sides == {Side.VENDOR}


def test_whoever_may_act_can_change_places() -> None:
    assert SWAP not in demand({"main": Act(("tell",))}).kinds


def test_a_permission_that_meets_is_permitted() -> None:
    found = demand({"main": Act(("audit",), by=Side.CUSTOMER, force=frozenset({Force.DUTY, Force.PERMISSION}))})
    assert PERMIT not in found.kinds
    assert found.permission


def test_time_limits_ask_for_delay_and_give_the_longest() -> None:
    limit = Timed(at_most=Duration(3, Unit.CALENDAR_DAYS))
    found = demand({"main": All((Has((("data",),)), AnyOf((limit, Timed(promptness=frozenset({Promptness.PROMPT}))))))})
    assert DELAY in found.kinds
    assert found.longest_days == 3


def test_any_time_and_times_before_an_event_ask_for_none() -> None:
    assert (
        DELAY
        not in demand({"main": AnyOf((Timed(), Timed(at_most=Duration(30, Unit.CALENDAR_DAYS), prior=True)))}).kinds
    )


def test_what_is_ruled_out_asks_for_nothing() -> None:
    facets: dict[str, Condition] = {"main": All((Has((("data",),)), Not(DUTY))), "freed": DUTY}
    assert demand(facets, Both((Facet("main"), Without(Facet("freed"))))).kinds == {DROP}


def test_facets_are_followed_through_names_and_neighbours() -> None:
    facets: dict[str, Condition] = {
        "main": Within(Reach.SECTION, Named("duty")),
        "duty": DUTY,
        "idle": Has((("data",),)),
    }
    assert NEGATE in demand(facets, Either((Facet("idle"), Facet("main")))).kinds


def test_the_author_adds_and_takes_away() -> None:
    needs = MutationNeeds(frozenset({DELAY}), {SWAP: "either may"})
    assert demand({"main": DUTY}, needs=needs).kinds == {DROP, PERMIT, DELAY, NEGATE, HEDGE}


def test_a_rule_over_the_record_alone_has_nothing_to_notice() -> None:
    rule = Rule("acme.one", "One", Family.SECURITY, Severity.HIGH, Basis.LAW, (), {}, {}, {})
    assert read_demand(rule).kinds == frozenset()
