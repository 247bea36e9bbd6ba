"""Audits compared: what is better and worse, what the line counts, and the order of what is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clause_auditor.domain.audit import Audit, Decision, PackUse, Perspective, Scope
from clause_auditor.domain.comparison import Change, Comparison, Stretch, TimeLimits
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Basis, Evidence, Finding, Reason, Severity, Status, Waiver
from clause_auditor.engine.comparison import Draft, compare_drafts
from clause_auditor.errors import InputError

ORDER = ["contrary", "missing", "weak", "unknown", "error", "met", "not_applicable"]


def finding(status: str, quote: str = "", clause: str = "1", rule: str = "r", **more: object) -> Finding:
    """Return a finding whose evidence is the quote."""
    grave = Status(status).violates
    evidence = (Evidence("d", 0, len(quote), quote, clause),) if quote else ()
    fields: dict[str, object] = {"basis": Basis.LAW, "severity": Severity.HIGH if grave else Severity.NONE} | more
    return Finding(
        rule_id=rule, pack="p", title=rule, family="security", status=Status(status), message="", evidence=evidence,
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip


def draft(*findings: Finding, **more: object) -> Draft:
    """Return a draft of the quotes of its findings."""
    text = "\n\n".join(passage.quote for each in findings for passage in each.evidence)
    audit = Audit(
        decision=Decision.PASS,
        decision_reasons=(),
        findings=findings,
        packs=(PackUse("p", "1", "aa", True, "named"),),
        scope=Scope((), "2026-01-01", ()),
        as_of="2026-01-01",
        engine_version="0",
        contract_key="",
        vendor_key="",
        contract_digest="",
        perspective=Perspective.CUSTOMER,
        fail_on=Severity.HIGH,
        strict=False,
    )
    return Draft(Contract(documents=(Document("d", text),)), replace(audit, **more))  # type: ignore[arg-type]


def compare(old: Finding, new: Finding, **more: object) -> Comparison:
    return compare_drafts(draft(old, **more), draft(new, **more))


@pytest.mark.parametrize("old", ORDER)
@pytest.mark.parametrize("new", ORDER)
def test_standing_decides_what_is_lost_and_what_is_gained(old: str, new: str) -> None:
    comparison = compare(finding(old), finding(new))
    rank = {"contrary": 0, "missing": 1, "weak": 2, "unknown": 3, "error": 3, "met": 4, "not_applicable": 4}
    change = comparison.findings[0].change
    untold = new in ("unknown", "error")
    if rank[new] < rank[old]:
        assert change is Change.LOST
        assert comparison.decision is (Decision.REVIEW if untold else Decision.FAIL)
    elif rank[new] > rank[old]:
        assert change is (Change.UNCLEAR if untold else Change.GAINED)
    else:
        assert change is (Change.UNCHANGED if old == new else Change.CHANGED)
    if untold:
        assert comparison.decision is Decision.REVIEW


@pytest.mark.parametrize(
    ("fields", "options", "decision"),
    [
        ({}, {}, Decision.FAIL),
        ({"severity": Severity.MEDIUM}, {}, Decision.REVIEW),
        ({"severity": Severity.MEDIUM}, {"fail_on": Severity.MEDIUM}, Decision.FAIL),
        ({"basis": Basis.GOOD_PRACTICE}, {}, Decision.REVIEW),
        ({"basis": Basis.GOOD_PRACTICE}, {"strict": True}, Decision.FAIL),
        ({"waiver": Waiver("agreed")}, {}, Decision.PASS),
    ],
)
def test_the_line_decides_what_counts(
    fields: dict[str, object], options: dict[str, object], decision: Decision
) -> None:
    law = finding("met", rule="other")
    drafts = [draft(law, finding(status, **more), **options) for status, more in (("met", {}), ("missing", fields))]
    assert compare_drafts(*drafts).decision is decision


def test_words_decide_what_changed_and_clauses_what_moved() -> None:
    old = finding("met", "shall notify under clause 2", "6.1")
    cases = {
        ("shall notify under clause 9", "6.1"): Change.UNCHANGED,
        ("Shall  notify, under clause 3", "7.1"): Change.MOVED,
        ("shall inform under clause 2", "7.1"): Change.CHANGED,
    }
    for (quote, clause), change in cases.items():
        comparison = compare(old, finding("met", quote, clause))
        assert comparison.findings[0].change is change
        assert comparison.decision is Decision.PASS


def test_a_passage_that_stands_in_the_other_draft_is_no_change_though_it_is_not_quoted_there() -> None:
    one, two = "shall notify at once", "shall tell the Controller"
    old, new = (
        draft(finding("met", one), finding("met", two, rule="s")),
        draft(finding("met", two), finding("met", one, rule="s")),
    )
    assert {found.change for found in compare_drafts(old, new).findings} == {Change.UNCHANGED}


def test_a_time_limit_that_moved_is_for_a_person_though_the_status_is_the_same() -> None:
    comparison = compare(finding("met", "within 24 hours of it"), finding("met", "within two days of it"))
    (found,) = comparison.findings
    assert (found.change, found.time_limits) == (Change.CHANGED, TimeLimits(("24 hours",), ("2 calendar days",)))
    (passage,) = found.passages
    assert (passage.deleted, passage.inserted) == ((Stretch(7, 15),), (Stretch(7, 15),))
    assert (comparison.decision, "time limit" in comparison.decision_reasons[0]) == (Decision.REVIEW, True)


def test_a_record_that_says_otherwise_is_a_change() -> None:
    sides = [
        finding("met", reasons=(Reason("record", "at_most", True, (f"breach_notice = {limit}",)),))
        for limit in ("24 hours", "48 hours")
    ]
    (found,) = compare(*sides).findings
    assert (found.change, found.time_limits) == (Change.CHANGED, TimeLimits(("24 hours",), ("48 hours",)))
    assert compare(sides[0], sides[0]).findings[0].change is Change.UNCHANGED


def test_rules_of_one_draft_only_are_said_as_such() -> None:
    comparison = compare(finding("met", rule="old"), finding("met", rule="new"))
    assert {found.rule_id: found.change for found in comparison.findings} == {
        "new": Change.NEW_ONLY,
        "old": Change.OLD_ONLY,
    }
    assert comparison.decision is Decision.REVIEW
    assert compare(finding("met", rule="old"), finding("missing", rule="new")).decision is Decision.FAIL


def test_the_worst_loss_comes_first() -> None:
    rules = {
        "same": ("met", "met", Severity.NONE),
        "gained": ("missing", "met", Severity.NONE),
        "low": ("met", "weak", Severity.LOW),
        "grave": ("met", "missing", Severity.CRITICAL),
        "graver": ("met", "contrary", Severity.CRITICAL),
        "untold": ("met", "unknown", Severity.NONE),
        "unclear": ("weak", "unknown", Severity.NONE),
    }
    olds = [finding(old, rule=rule) for rule, (old, _, _) in rules.items()]
    news = [finding(new, rule=rule, severity=severity) for rule, (_, new, severity) in rules.items()]
    comparison = compare_drafts(draft(*olds), draft(*news))
    assert [found.rule_id for found in comparison.findings] == [
        "graver", "grave", "low", "untold", "unclear", "gained", "same",
    ]  # fmt: skip
    assert sum(comparison.counts.values()) == len(rules)


def test_nothing_judged_is_no_pass() -> None:
    comparison = compare_drafts(draft(), draft())
    assert (comparison.decision, comparison.findings) == (Decision.REVIEW, ())


@pytest.mark.parametrize(
    "change", [{"as_of": "2026-01-02"}, {"packs": ()}, {"fail_on": Severity.LOW}, {"strict": True}]
)
def test_audits_made_otherwise_are_not_compared(change: dict[str, object]) -> None:
    with pytest.raises(InputError):
        compare_drafts(draft(), draft(**change))
