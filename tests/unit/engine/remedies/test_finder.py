"""Remedies as a whole: what is offered holds, alone and together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from clause_auditor.documents import read_file
from clause_auditor.domain.contract import Anchor, ClauseMark, Contract, Document, HiddenKind, HiddenPassage
from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.finding import Status
from clause_auditor.domain.remedy import RemedyKind, gather_edits
from clause_auditor.engine import CancelToken
from clause_auditor.engine.remedies import make_edits
from clause_auditor.errors import Cancelled
from engine.remedies.mending import BREACH, HEAD, Mended, auditor, mend

EXAMPLES = Path(__file__).parents[4] / "examples"
LIABILITY = "gdpr.subprocessors.liability"


@pytest.fixture(scope="module")
def weak() -> Mended:
    return mend(read_file(EXAMPLES / "weak-vendor-dpa.md"), "gdpr", "intake")


def test_every_remedy_holds_alone(weak: Mended) -> None:
    assert {rule for rule in weak.remedies if weak.after(rule)[rule] is not Status.MET} == set()


def test_all_remedies_hold_together_and_make_nothing_worse(weak: Mended) -> None:
    after = weak.after()
    assert {rule for rule in weak.remedies if after[rule] is not Status.MET} == set()
    kept = {f.rule_id for f in weak.audit.findings if not f.status.violates and f.pack != "intake"}
    assert {rule for rule in kept if after[rule].violates} == set()


def test_nearly_every_violation_of_the_example_has_a_remedy(weak: Mended) -> None:
    wanted = {f.rule_id for f in weak.audit.findings if f.status.violates and f.pack == "gdpr"}
    assert wanted == set(weak.remedies)


def test_remedies_are_in_the_order_of_the_findings(weak: Mended) -> None:
    assert list(weak.remedies) == [f.rule_id for f in weak.audit.findings if f.rule_id in weak.remedies]


def test_edits_do_not_overlap(weak: Mended) -> None:
    for one, other in combinations(gather_edits(weak.remedies.values()), 2):
        assert one.end <= other.start or other.end <= one.start


def test_the_same_contract_gives_the_same_remedies(weak: Mended) -> None:
    assert dict(auditor().remedies(weak.contract, weak.audit)) == weak.remedies


def test_a_finding_that_is_met_has_no_remedy(weak: Mended) -> None:
    met = {f.rule_id for f in weak.audit.findings if not f.status.violates}
    assert met.isdisjoint(weak.remedies)


def test_what_no_words_mend_has_no_remedy(weak: Mended) -> None:
    assert "intake.blanks" in {f.rule_id for f in weak.audit.findings if f.status.violates}
    assert "intake.blanks" not in weak.remedies


def test_a_missing_clause_is_added_as_a_paragraph_where_it_belongs() -> None:
    text = f"{HEAD}## 1. Security incidents\n\nThe Client tells nobody.\n\n## 2. Fees\n\nThe Client pays."
    mended = mend(text)
    remedy = mended.remedies[BREACH]
    assert remedy.kind is RemedyKind.ADDITION
    assert f"The Client tells nobody.\n\n{remedy.wording}\n\n## 2. Fees" in mended.text_after(BREACH)


def test_a_clause_that_contradicts_makes_room_for_the_model_wording() -> None:
    clause = "The Supplier is not liable for the acts of its sub-processors."
    mended = mend(HEAD + clause)
    assert mended.status(LIABILITY) is Status.CONTRARY
    assert mended.remedies[LIABILITY].kind is RemedyKind.REPLACEMENT
    assert clause not in mended.text_after(LIABILITY)
    assert mended.remedies[LIABILITY].wording.startswith("The Supplier remains fully liable to the Client")


def test_what_takes_back_is_struck_out_where_the_rest_suffices() -> None:
    good = "The Supplier is liable to the Client for every act of its sub-processors as for its own."
    back = "The Supplier is not liable for the acts of its sub-processors."
    mended = mend(f"{HEAD}{good}\n\n{back}\n\nThe fees are paid each month.")
    assert mended.text_after(LIABILITY) == f"{HEAD}{good}\n\n\nThe fees are paid each month."
    assert mended.remedies[LIABILITY].wording == f"Strike out \u201c{back}\u201d"


def test_two_rules_that_ask_for_the_same_sentence_do_not_clash() -> None:
    clause = "The Supplier may use the personal data for its own purposes and sell it to anyone."
    mended = mend(HEAD + clause)
    after = mended.after()
    assert {rule for rule in mended.remedies if after[rule] is not Status.MET} == set()


def test_an_obligation_that_arises_by_a_remedy_gets_its_clause_too() -> None:
    mended = mend(HEAD)
    requests = "gdpr.transfer.authority-requests"
    if mended.status(requests) is not Status.NOT_APPLICABLE:
        pytest.skip("the obligation arises in any contract")
    for rule in mended.remedies:
        assert not mended.after(rule)[requests].violates


def test_what_the_record_says_no_words_mend() -> None:
    text = f"{HEAD}The Supplier shall notify the Client of a data breach within 10 days."
    late = Contract(documents=(Document("main", text),), facts={"breach_notice": Duration(10, Unit.CALENDAR_DAYS)})
    assert mend(late).status(BREACH) is Status.WEAK
    assert BREACH not in mend(late).remedies
    assert BREACH in mend(text).remedies


def test_facts_alone_have_no_remedies() -> None:
    assert mend(Contract(facts={"breach_notice": Duration(10, Unit.CALENDAR_DAYS)})).remedies == {}


def test_marks_anchors_and_hidden_passages_move_with_the_text() -> None:
    text = "Breach\n\nWe shall notify you within ten (10) days.\n\nFees\n\nYou pay."
    fees = text.index("Fees")
    document = Document(
        "main",
        text,
        clauses=(ClauseMark(0, fees - 2, 6), ClauseMark(fees, len(text), fees + 4)),
        anchors=(Anchor(0, 1, 1), Anchor(fees, 2, 2)),
        hidden=(HiddenPassage(HiddenKind.TINY, "x", fees),),
    )
    contract = replace(mend(HEAD).contract, documents=(document,))
    edits = [e for r in mend(HEAD).remedies.values() for e in r.edits if e.start <= fees][:1]
    moved = make_edits(contract, [replace(e, start=10, end=10) for e in edits]).documents[0]
    at = moved.text.index("Fees")
    assert (moved.clauses[1].start, moved.anchors[1].start, moved.hidden[0].offset) == (at, at, at)


def test_the_search_can_be_withdrawn(weak: Mended) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        auditor().remedies(weak.contract, weak.audit, token)
