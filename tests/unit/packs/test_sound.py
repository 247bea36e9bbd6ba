"""What a sound set of files becomes."""

from __future__ import annotations

import pytest

from clause_auditor.domain.condition import (
    Act,
    All,
    AnnexAbsent,
    AnyOf,
    Blank,
    Cites,
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
from clause_auditor.domain.finding import Status
from clause_auditor.domain.formula import Facet
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Place, ProvisionKind
from clause_auditor.domain.rule import FactOperator, FactTest
from packs.conftest import RULE, Load

THREE_DAYS = Duration(72, Unit.HOURS)

CONDITIONS = [
    ("tell", Has((("tell",),))),
    ("tell|harm", Has((("tell", "harm"),))),
    ("{has: [tell, harm | mishap]}", Has((("tell",), ("harm", "mishap")))),
    ("{has: tell}", Has((("tell",),))),
    ("{lacks: [tell, harm|customer]}", Lacks(("tell", "harm", "customer"))),
    ("{near: [tell, harm], within: 12}", Near((("tell",), ("harm",)), 12)),
    ("{order: [tell, harm], within: 6}", InOrder((("tell",), ("harm",)), 6)),
    ("{heading: [tell]}", UnderHeading(("tell",))),
    ("{act: {verb: tell|harm}}", Act(("tell", "harm"))),
    (
        "{act: {verb: tell, by: business_associate, to: controller, force: [no_duty], about: [mishap], within: 9}}",
        Act(("tell",), Side.VENDOR, frozenset({Force.NO_DUTY}), (("mishap",),), 9, Side.CUSTOMER),
    ),
    ("{act: {verb: tell, by: each, force: permission}}", Act(("tell",), Side.EACH, frozenset({Force.PERMISSION}))),
    ("{timed: any}", Timed()),
    ("{timed: {at_most: $deadline}}", Timed(at_most=THREE_DAYS)),
    ("{timed: {over: 2 business_days, prior: true}}", Timed(over=Duration(2, Unit.BUSINESS_DAYS), prior=True)),
    ("{timed: {promptness: [prompt]}}", Timed(promptness=frozenset({Promptness.PROMPT}))),
    ("{blank: true}", Blank()),
    ("{annex_absent: true}", AnnexAbsent()),
    (
        "{stands: {places: [annex], kinds: [row, item]}}",
        Stands(frozenset({Place.ANNEX}), frozenset({ProvisionKind.ROW, ProvisionKind.ITEM})),
    ),
    ("{cites: {status: lapsed, ids: [old-act]}}", Cites(InstrumentStatus.LAPSED, frozenset({"old-act"}))),
    ("{all: [tell, harm]}", All((Has((("tell",),)), Has((("harm",),))))),
    ("[tell, harm]", All((Has((("tell",),)), Has((("harm",),))))),
    ("[tell]", Has((("tell",),))),
    ("{any: [tell, {not: harm}]}", AnyOf((Has((("tell",),)), Not(Has((("harm",),)))))),
    ("{not: [tell, harm]}", Not(All((Has((("tell",),)), Has((("harm",),)))))),
    ("{paragraph: tell}", Within(Reach.PARAGRAPH, Has((("tell",),)))),
    ("{section: {facet: notice}}", Within(Reach.SECTION, Named("notice"))),
    ("{next: {timed: any}}", Within(Reach.NEXT, Timed())),
    ("{document: {blank: true}}", Within(Reach.DOCUMENT, Blank())),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS, ids=[case[0] for case in CONDITIONS])
def test_every_condition(load: Load, text: str, condition: object) -> None:
    changed = RULE.replace("statuses:", f"  extra: {text}\nstatuses:")
    library = load({"acme/breach.notice.yaml": changed})
    assert library.packs[0].rules[0].facets["extra"] == condition


FACT_TESTS = [
    ("copies_deleted: {is: true}", FactTest("copies_deleted", FactOperator.IS, True)),
    ("copies_deleted: {not: {is: true}}", FactTest("copies_deleted", FactOperator.IS, True, negated=True)),
    ("controller: {is: Acme}", FactTest("controller", FactOperator.IS, "Acme")),
    ("disposal: {in: [delete, return]}", FactTest("disposal", FactOperator.IN, frozenset({"delete", "return"}))),
    (
        "breach_notice: {at_most: 3 calendar_days}",
        FactTest("breach_notice", FactOperator.AT_MOST, Duration(3, Unit.CALENDAR_DAYS)),
    ),
    ("breach_notice: {is: none}", FactTest("breach_notice", FactOperator.IS, "none")),
    ("breach_notice: {is: immediately}", FactTest("breach_notice", FactOperator.IS, Promptness.IMMEDIATE)),
    (
        "breach_notice: {in: [without_undue_delay, none]}",
        FactTest("breach_notice", FactOperator.IN, frozenset({"prompt", "none"})),
    ),
    ("data_categories: {at_least: 1}", FactTest("data_categories", FactOperator.AT_LEAST, 1)),
    (
        "processing_locations: {in: [EEA, CH]}",
        FactTest("processing_locations", FactOperator.IN, frozenset({"EEA", "CH"})),
    ),
    (
        "transfer_mechanisms: {in: [$lapsed, bcr, new-act]}",
        FactTest("transfer_mechanisms", FactOperator.IN, frozenset({"$lapsed", "bcr", "new-act"})),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FACT_TESTS, ids=[case[0] for case in FACT_TESTS])
def test_every_fact_test(load: Load, text: str, expected: FactTest) -> None:
    changed = RULE.replace("breach_notice: {at_most: $deadline}", text)
    library = load({"acme/breach.notice.yaml": changed})
    assert library.packs[0].rules[0].facts[0].tests == (expected,)


def test_a_rule_in_full(load: Load) -> None:
    rule = load().packs[0].rules[0]
    assert (rule.id, rule.family, rule.severity, rule.basis) == (
        "acme.breach.notice",
        "breach_notification",
        "high",
        "law",
    )
    assert [threshold.value for threshold in rule.thresholds] == [THREE_DAYS]
    assert rule.statuses == {Status.MET: Facet("in_time"), Status.WEAK: Facet("notice")}
    assert rule.otherwise is Status.MISSING
    assert rule.citations[0].url == "https://eur-lex.europa.eu/eli/reg/2016/679/art_33/oj"
    assert rule.texts["en"].remedy == "{vendor} shall tell {customer}."
    assert [(example.status, example.line) for example in rule.examples][:2] == [(Status.MET, 26), (Status.MET, 30)]
    assert rule.place == "acme/breach.notice.yaml:1"


def test_a_pack_in_full(load: Load) -> None:
    pack = load().packs[0]
    assert (pack.name, pack.version, pack.languages, pack.law_consulted) == ("acme", "1.2.0", ("en",), "2026-01-31")
    assert pack.applies == Facet("names")
    assert pack.applies_facts == ("breach_notice",)


def test_concepts_and_instruments(load: Load) -> None:
    library = load()
    concepts = {concept.name: concept for concept in library.concepts["en"]}
    assert concepts["mishap"].definable
    assert concepts["old_law"].instrument == "old-act"
    assert concepts["tell"].phrases == ("tell*", "(inform|alert)")
    assert library.instruments[0].status_on("1995-06-01") is InstrumentStatus.IN_FORCE


def test_a_pack_adds_its_own_words_to_a_shared_concept(load: Load) -> None:
    library = load({"acme/lexicon.en.yaml": "harm: [injury to]\nboast: [<harm> nobody]\n"})
    phrases = [concept.phrases for concept in library.concepts["en"] if concept.name == "harm"]
    assert phrases == [("harm to",), ("injury to",)]


def test_a_rule_needs_no_facets_if_facts_decide(load: Load) -> None:
    start, end = RULE.index("facets:"), RULE.index("facts:")
    rule = (
        load(
            {
                "acme/breach.notice.yaml": (RULE[:start] + RULE[end:])
                .replace("weak: Told late., ", "")
                .replace("status: weak", "status: met")
            }
        )
        .packs[0]
        .rules[0]
    )
    assert (rule.facets, rule.statuses) == ({}, {})
