"""The auditor as a whole, on a small library of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.domain.audit import Audit, AuditOptions, Decision
from clause_auditor.domain.condition import Act, All, Condition, Has, Named, Timed
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.duration import Duration, Promptness, Unit
from clause_auditor.domain.finding import Basis, Finding, Severity, Status
from clause_auditor.domain.formula import Either, Facet
from clause_auditor.domain.party import Side
from clause_auditor.domain.rule import (
    Concept,
    FactCase,
    FactOperator,
    FactTest,
    Family,
    Library,
    Pack,
    Rule,
    RuleText,
)
from clause_auditor.engine import Auditor, CancelToken
from clause_auditor.errors import Cancelled, InputError

HOURS_72 = Duration(72, Unit.HOURS)
FACETS: dict[str, Condition] = {
    "notice": Act(("notify",), by=Side.VENDOR, about=(("breach",),)),
    "prompt": All((Named("notice"), Timed(promptness=frozenset({Promptness.PROMPT})))),
    "timely": All((Named("notice"), Timed(at_most=HOURS_72))),
    "freed": Has((("no_duty",),)),
}
RULE = Rule(
    id="t.notice",
    title="Notice of breaches",
    family=Family.BREACH_NOTIFICATION,
    severity=Severity.CRITICAL,
    basis=Basis.LAW,
    citations=(),
    texts={"en": RuleText({}, "It matters.", "{vendor} shall notify {customer}.")},
    facets=FACETS,
    statuses={
        Status.CONTRARY: Facet("freed"),
        Status.MET: Either((Facet("prompt"), Facet("timely"))),
        Status.WEAK: Facet("notice"),
    },
    facts=(
        FactCase(Status.MET, (FactTest("breach_notice", FactOperator.AT_MOST, HOURS_72),)),
        FactCase(Status.WEAK, (FactTest("breach_notice", FactOperator.AT_LEAST, HOURS_72),)),
    ),
    digest="d" * 64,
)
CONCEPTS = (
    Concept("notify", ("(notify|notifies)",)),
    Concept("breach", ("breach",), definable=True),
    Concept("no_duty", ("no duty to notify",)),
)
PACK = Pack("t", "1", "T", "the test regime", "", "", (RULE,), ("en",), Facet("shown"), {"shown": Has((("breach",),))})
OPTIONS = AuditOptions(as_of="2026-01-01")
HEAD = 'This is between Acme ("Processor") and Bolt ("Controller").\n\n'
GOOD = HEAD + "The Processor shall notify the Controller of each breach without undue delay."


def run(text: str = "", options: AuditOptions = OPTIONS, rule: Rule = RULE, **fields: object) -> Audit:
    library = Library((replace(PACK, rules=(rule,)),), {"en": CONCEPTS}, ())
    documents = (Document("main", text),) if text else ()
    contract = replace(Contract(documents=documents), **fields)  # type: ignore[arg-type]
    return Auditor(library).audit(contract, options)


def only(audit: Audit) -> Finding:
    (finding,) = audit.findings
    return finding


@pytest.mark.parametrize(
    ("sentence", "status", "decision"),
    [
        ("The Processor shall notify the Controller of each breach without undue delay.", Status.MET, Decision.PASS),
        ("The Processor shall notify the Controller of each breach within 2 days.", Status.MET, Decision.PASS),
        ("The Processor shall notify the Controller of each breach within 9 days.", Status.WEAK, Decision.FAIL),
        ("The Controller shall notify the Processor of each breach.", Status.MISSING, Decision.FAIL),
        ("The Processor may notify the Controller of each breach.", Status.MISSING, Decision.FAIL),
        ("The Processor has no duty to notify anybody of a breach.", Status.CONTRARY, Decision.FAIL),
    ],
)
def test_statuses_and_decisions(sentence: str, status: Status, decision: Decision) -> None:
    audit = run(HEAD + sentence)
    assert (only(audit).status, audit.decision) == (status, decision)


def test_contrary_beats_met() -> None:
    assert only(run(GOOD + "\n\nThe Processor has no duty to notify of a breach.")).status is Status.CONTRARY


def test_severity_steps_down_for_weak_and_vanishes_for_met() -> None:
    weak = run(HEAD + "The Processor shall notify the Controller of each breach.")
    assert only(weak).severity is Severity.HIGH
    assert only(run(GOOD)).severity is Severity.NONE


def test_a_missing_finding_says_where_the_clause_would_belong() -> None:
    text = HEAD + "## 1. Breach\n\nThe Controller tells nobody.\n\n## 2. Fees\n\nThe Controller pays."
    finding = only(run(text))
    assert finding.insert_after is not None
    assert text[: finding.insert_after.offset].endswith("tells nobody.")
    assert finding.remedy == "The Processor shall notify the Controller."


def test_facts_alone_decide_or_leave_unknown() -> None:
    assert only(run(facts={"breach_notice": Duration(24, Unit.HOURS)}, options=named())).status is Status.MET
    assert only(run(facts={"breach_notice": Duration(9, Unit.CALENDAR_DAYS)}, options=named())).status is Status.WEAK
    unknown = run(facts={"encryption_at_rest": True}, options=named())
    assert only(unknown).status is Status.UNKNOWN
    assert unknown.decision is Decision.REVIEW


def named() -> AuditOptions:
    return replace(OPTIONS, packs=("t",))


def test_a_record_that_differs_from_the_paper_is_a_finding_and_never_a_pass() -> None:
    audit = run(GOOD, facts={"breach_notice": Duration(9, Unit.CALENDAR_DAYS)})
    assert [f.rule_id for f in audit.findings] == ["t.notice", "record.mismatch.breach_notice"]
    assert audit.findings[0].status is Status.WEAK
    assert audit.findings[0].needs_review
    assert audit.decision is Decision.FAIL


def test_a_time_that_differs_within_the_line_is_a_mismatch_too() -> None:
    text = HEAD + "The Processor shall notify the Controller of each breach within 2 days."
    audit = run(text, facts={"breach_notice": Duration(24, Unit.HOURS)})
    assert [f.rule_id for f in audit.findings] == ["t.notice", "record.mismatch.breach_notice"]
    assert audit.findings[0].status is Status.MET
    assert audit.decision is Decision.REVIEW


def test_a_record_that_agrees_adds_nothing() -> None:
    text = HEAD + "The Processor shall notify the Controller of each breach within 2 days."
    assert run(text, facts={"breach_notice": Duration(2, Unit.CALENDAR_DAYS)}).decision is Decision.PASS
    assert run(text, facts={"breach_notice": Duration(48, Unit.HOURS)}).decision is Decision.PASS


def test_precedence_decides_between_two_papers() -> None:
    good = Document("dpa", GOOD, rank=1)
    bad = Document("msa", HEAD + "The Processor has no duty to notify of a breach.", rank=2)
    assert only(run(documents=(good, bad))).status is Status.MET
    assert only(run(documents=(good, bad))).needs_review
    swapped = (replace(good, rank=2), replace(bad, rank=1))
    assert only(run(documents=swapped)).status is Status.CONTRARY
    assert only(run(documents=(replace(good, rank=0), replace(bad, rank=0)))).status is Status.CONTRARY


def test_no_pack_applies_is_review_and_says_why() -> None:
    audit = run(HEAD + "The Controller buys ten chairs from the Processor.")
    assert audit.findings == ()
    assert audit.decision is Decision.REVIEW
    assert not audit.packs[0].applied
    assert "the test regime" in audit.packs[0].reason


def test_a_language_that_no_pack_knows_is_unknown() -> None:
    text = (
        "Der Auftragsverarbeiter meldet dem Verantwortlichen jede Verletzung des Schutzes "
        "personenbezogener Daten, und er hilft ihm bei der Meldung an die Behörde."
    )
    audit = run(text, options=named())
    assert only(audit).status is Status.UNKNOWN
    assert any("language" in line for line in audit.scope.not_judged)


def test_what_holds_by_absence_is_unknown_where_the_text_was_not_read() -> None:
    silent = replace(RULE, statuses={Status.CONTRARY: Facet("freed")}, otherwise=Status.MET)
    text = "Der Anbieter meldet dem Kunden jede Verletzung, und er hilft ihm bei der Meldung an die Behörde."
    assert only(run(text, options=named(), rule=silent)).status is Status.UNKNOWN


def test_a_rule_that_fails_is_an_error_and_never_a_pass() -> None:
    audit = run(GOOD, rule=replace(RULE, statuses={Status.MET: Facet("nowhere")}))
    assert only(audit).status is Status.ERROR
    assert audit.decision is Decision.REVIEW


def test_a_pack_without_a_rule_in_force_is_no_pass() -> None:
    audit = run(GOOD, rule=replace(RULE, in_force_from="2027-01-01"))
    assert audit.decision is Decision.REVIEW
    assert any("no rule in force" in reason and OPTIONS.as_of in reason for reason in audit.decision_reasons)


def test_a_language_that_no_pack_knows_is_unknown_without_a_pack_being_named_too() -> None:
    text = (
        "Der Auftragsverarbeiter meldet dem Verantwortlichen jede Verletzung des Schutzes "
        "personenbezogener Daten, und er hilft ihm bei der Meldung an die Behörde."
    )
    audit = run(text)
    assert only(audit).status is Status.UNKNOWN
    assert audit.decision is Decision.REVIEW
    assert "language" in audit.packs[0].reason and "(de)" in audit.packs[0].reason


def test_rules_out_of_force_are_not_judged() -> None:
    assert run(GOOD, rule=replace(RULE, in_force_from="2027-01-01")).findings == ()
    assert run(GOOD, rule=replace(RULE, in_force_until="2025-12-31")).findings == ()
    assert run(GOOD, rule=replace(RULE, in_force_until="2026-01-01")).findings != ()


@pytest.mark.parametrize(
    ("options", "place"),
    [(replace(OPTIONS, packs=("nix",)), "pack"), (replace(OPTIONS, as_of=""), "as_of")],
)
def test_bad_options_are_named(options: AuditOptions, place: str) -> None:
    with pytest.raises(InputError) as caught:
        run(GOOD, options=options)
    assert caught.value.faults[0].place == place


def test_an_empty_contract_is_refused() -> None:
    with pytest.raises(InputError, match="neither text nor a fact"):
        run("  \n ")


def test_a_withdrawn_audit_stops() -> None:
    token = CancelToken()
    token.cancel()
    library = Library((PACK,), {"en": CONCEPTS}, ())
    with pytest.raises(Cancelled):
        Auditor(library).audit(Contract(documents=(Document("main", GOOD),)), OPTIONS, token)


def test_fingerprints_survive_layout_and_tell_contracts_apart() -> None:
    other = GOOD.replace("each breach", "each\n   breach")
    assert only(run(GOOD)).fingerprint == only(run(other)).fingerprint
    missing = HEAD + "The Controller acts on a breach."
    one, two = run(missing, contract_key="a"), run(missing, contract_key="b")
    assert only(one).fingerprint != only(two).fingerprint


def test_a_first_item_is_quoted_with_its_stem_and_a_later_one_apart() -> None:
    first = HEAD + "The Processor shall:\n\n- notify each breach without undue delay\n- keep records of it"
    (quote,) = [e.quote for e in only(run(first)).evidence]
    assert quote == "The Processor shall:\n\n- notify each breach without undue delay"
    later = HEAD + "The Processor shall:\n\n- keep records\n- notify each breach without undue delay and in writing"
    assert [e.quote for e in only(run(later)).evidence][-1] == "notify each breach without undue delay and in writing"


def test_a_short_item_is_quoted_with_its_neighbours() -> None:
    later = HEAD + "The Processor shall:\n\n- keep records\n- notify each breach without undue delay"
    assert only(run(later)).evidence[-1].quote == "keep records\n- notify each breach without undue delay"


PIECES = [
    "The Processor shall notify the Controller of each breach without undue delay",
    "# 1. Heading\n\n",
    "(a) ",
    "- ",
    "; and ",
    ".\n\n",
    " | ",
    "\n|---|---|\n",
    "**",
    "“Mishap” means a breach. ",
    "[●]",
    "\u200b",
    "é𝔘",
    "shall:\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join))
def test_every_quote_is_what_stands_at_its_place(text: str) -> None:
    if not text.strip():
        return
    for finding in run(text, options=named()).findings:
        for item in finding.evidence:
            assert text[item.start : item.end] == item.quote
            assert item.quote


GENERAL = replace(PACK, name="every", applies=None, rules=(replace(RULE, id="every.x"),))


def test_a_pack_for_every_text_tells_nothing_of_the_regime() -> None:
    library = Library((PACK, GENERAL), {"en": CONCEPTS}, ())
    chairs = Contract(documents=(Document("main", HEAD + "The Controller buys ten chairs from the Processor."),))
    audit = Auditor(library).audit(chairs, OPTIONS)
    assert [use.applied for use in audit.packs] == [False, True]
    assert audit.decision_reasons[0].startswith("1 violation") or audit.decision is not Decision.PASS
    alone = Auditor(library).audit(Contract(facts={"breach_notice": HOURS_72}), replace(OPTIONS, packs=("t",)))
    assert [f.rule_id for f in alone.findings] == ["t.notice"]


def test_a_pack_for_every_text_needs_a_text() -> None:
    library = Library((GENERAL,), {"en": CONCEPTS}, ())
    audit = Auditor(library).audit(Contract(facts={"breach_notice": HOURS_72}), OPTIONS)
    assert not audit.packs[0].applied
