"""Two drafts of our own through the real engine: what each kind of edit does to the comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from clause_auditor import compare
from clause_auditor.domain.audit import Decision
from clause_auditor.domain.comparison import Change, ComparedFinding, Comparison
from clause_auditor.domain.finding import Status
from clause_auditor.evaluation.invariance_order import rotate
from clause_auditor.evaluation.invariance_renumber import renumber

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = (EXAMPLES / "good-dpa.md").read_text()
DAY = "2026-11-22"
BREACH = "gdpr.breach.notify-controller"
PLAIN = "# Order\n\n1. The seller delivers forty chairs.\n\n2. The buyer pays on delivery.\n"
FRENCH = (
    "Le sous-traitant notifie au responsable du traitement toute violation de données à caractère personnel "
    "dans les meilleurs délais après en avoir pris connaissance. Le sous-traitant ne traite les données que "
    "sur instruction documentée du responsable du traitement, et garantit la confidentialité des données.\n"
)


def judged(old: str, new: str, **options: object) -> Comparison:
    return compare(old, new, **{"packs": ["gdpr"], "as_of": DAY} | options)  # type: ignore[arg-type]


def of_rule(comparison: Comparison, rule: str = BREACH) -> ComparedFinding:
    return next(found for found in comparison.findings if found.rule_id == rule)


def edited(*edits: tuple[str, str], text: str = GOOD) -> str:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_draft_beside_itself_is_unchanged() -> None:
    comparison = judged(GOOD, GOOD)
    assert {found.change for found in comparison.findings} == {Change.UNCHANGED}
    assert comparison.decision is Decision.PASS
    assert all(not (p.deleted or p.inserted) for found in comparison.findings for p in found.passages)


@pytest.mark.parametrize("name", ["good-dpa.md", "dpa-of-2019.md", "weak-vendor-dpa.md"])
def test_renumbered_and_reordered_clauses_change_nothing(name: str) -> None:
    text = (EXAMPLES / name).read_text()
    for again in (renumber(text), rotate(text), renumber(rotate(text) or text)):
        if again is not None:
            comparison = judged(text, again)
            assert {found.change for found in comparison.findings} <= {Change.UNCHANGED, Change.MOVED}
            assert comparison.decision is Decision.PASS
    shifted = judged(GOOD, renumber(GOOD) or "")
    assert shifted.counts[Change.MOVED] > 20


def test_a_deadline_that_is_loosened_is_lost() -> None:
    comparison = judged(GOOD, edited(("within 36 hours", "within 10 business days")))
    found = of_rule(comparison)
    assert (found.change, comparison.decision) == (Change.LOST, Decision.REVIEW if not _high(found) else Decision.FAIL)
    assert found.time_limits is not None
    assert (found.time_limits.old, found.time_limits.new) == (("36 hours",), ("10 business days",))
    (passage,) = found.passages
    assert passage.old and passage.new
    assert [passage.old.quote[s.start : s.end] for s in passage.deleted] == ["36 hours"]
    assert [passage.new.quote[s.start : s.end] for s in passage.inserted] == ["10 business days"]
    assert comparison.counts[Change.LOST] == 1


def _high(found: ComparedFinding) -> bool:
    return found.new is not None and found.new.severity.value in ("high", "critical")


def test_a_deadline_that_moves_within_what_is_asked_is_for_a_person() -> None:
    comparison = judged(GOOD, edited(("within 36 hours", "within 40 hours")))
    assert of_rule(comparison).change is Change.CHANGED
    assert comparison.decision is Decision.REVIEW


def test_a_clause_that_is_dropped_is_lost_and_one_that_comes_back_is_gained() -> None:
    start = GOOD.index("8.1")
    without = GOOD[:start] + GOOD[GOOD.index("\n", start) :]
    dropped, added = judged(GOOD, without), judged(without, GOOD)
    assert (of_rule(dropped).change, dropped.decision) == (Change.LOST, Decision.FAIL)
    assert (of_rule(added).change, added.decision) == (Change.GAINED, Decision.PASS)


def test_a_hedge_loses_what_was_met() -> None:
    hedge = ("The Processor shall notify", "The Processor shall use commercially reasonable efforts to notify")
    found = of_rule(judged(GOOD, edited(hedge)))
    assert found.old and found.new
    assert (found.change, found.old.status, found.new.status) == (Change.LOST, Status.MET, Status.WEAK)
    assert [found.new.evidence[0].quote[s.start : s.end] for s in found.passages[0].inserted] == [
        "use commercially reasonable efforts to"
    ]


def test_a_draft_that_no_longer_speaks_of_a_regime_loses_it_all_the_same() -> None:
    comparison = judged(GOOD, PLAIN, packs=[])
    assert comparison.decision is Decision.FAIL
    assert of_rule(comparison).change is Change.LOST
    assert comparison.remarks == (
        "Pack gdpr applies by itself to the old draft only; the new draft was judged by it all the same.",
    )
    assert "the old draft was judged by it" in [use.reason for use in comparison.new.packs]


def test_a_regime_that_only_the_new_draft_speaks_of_is_said_as_such() -> None:
    comparison = judged(PLAIN, GOOD, packs=[])
    assert of_rule(comparison).change is Change.NEW_ONLY
    assert [remark.split(":")[0] for remark in comparison.remarks] == ["Pack gdpr applies to the new draft only"]
    assert comparison.decision is Decision.PASS


def test_a_language_that_no_pack_knows_is_never_a_gain() -> None:
    away, back = judged(GOOD, FRENCH), judged((EXAMPLES / "weak-vendor-dpa.md").read_text(), FRENCH)
    assert (of_rule(away).change, away.decision) == (Change.LOST, Decision.REVIEW)
    assert back.counts[Change.GAINED] == 0
    assert back.counts[Change.UNCLEAR] > 5
    assert back.decision is Decision.REVIEW


def test_facts_alone_are_compared() -> None:
    comparison = judged("facts:\n  breach_notice: 24 hours\n", "facts:\n  breach_notice: 5 calendar_days\n")
    found = of_rule(comparison)
    assert found.change is Change.LOST


def test_the_same_drafts_give_the_same_comparison() -> None:
    new = edited(("within 36 hours", "within 10 business days"))
    assert judged(GOOD, new) == judged(GOOD, new)
