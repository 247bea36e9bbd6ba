"""What the source tells beside its text: pages, paragraphs, hidden passages, the view that was judged."""

from __future__ import annotations

from dataclasses import replace

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.condition import Unseen
from clause_auditor.domain.contract import Anchor, Contract, Document, HiddenKind, HiddenPassage, View
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.formula import Facet
from clause_auditor.domain.rule import Library
from clause_auditor.engine import Auditor
from clause_auditor.text import split_contract

from .test_auditor import CONCEPTS, GOOD, HEAD, OPTIONS, PACK, RULE

NOTHING_HIDDEN = replace(
    RULE,
    id="t.hidden",
    facets={"unseen": Unseen()},
    statuses={Status.CONTRARY: Facet("unseen")},
    otherwise=Status.MET,
    facts=(),
)
START = GOOD.index("The Processor shall")
HIDDEN = HiddenPassage(HiddenKind.TINY, "but need not", START + 20)


def run(document: Document) -> tuple[Audit, dict[str, Finding]]:
    library = Library((replace(PACK, rules=(RULE, NOTHING_HIDDEN)),), {"en": CONCEPTS}, ())
    audit = Auditor(library).audit(Contract(documents=(document,)), OPTIONS)
    return audit, {finding.rule_id: finding for finding in audit.findings}


def test_evidence_says_where_the_source_has_it() -> None:
    anchors = (Anchor(0, 1, 1), Anchor(START, 3, 7), Anchor(START + 30, 4, 7))
    _, findings = run(Document("main", GOOD, anchors=anchors))
    assert [(e.page, e.paragraph) for e in findings["t.notice"].evidence] == [(3, 7)]


def test_without_anchors_the_text_counts_its_own_paragraphs() -> None:
    _, findings = run(Document("main", GOOD))
    assert [(e.page, e.paragraph > 0) for e in findings["t.notice"].evidence] == [(0, True)]


def test_hidden_passages_are_found_quoted_beside_and_listed_as_reasons() -> None:
    audit, findings = run(Document("main", GOOD, hidden=(HIDDEN,)))
    found = findings["t.hidden"]
    assert found.status is Status.CONTRARY
    assert found.evidence[0].quote.startswith("The Processor shall notify")
    assert [reason.words for reason in found.reasons if reason.holds] == [("but need not",)]
    assert audit.scope.views == (
        "Document main is judged as the eye sees it: without 1 passage that does not show as written.",
    )
    assert findings["t.notice"].status is Status.MET


def test_nothing_hidden_nothing_found() -> None:
    audit, findings = run(Document("main", GOOD))
    assert findings["t.hidden"].status is Status.MET
    assert audit.scope.views == ()


def test_a_hidden_passage_belongs_to_the_last_statement_that_begins_before_it() -> None:
    text = "One shall work. Two shall rest."
    places = (0, 3, 16, 17, len(text))
    hidden = tuple(HiddenPassage(HiddenKind.TINY, f"h{place}", place) for place in places)
    found = split_contract(Contract(documents=(Document("a", text, hidden=hidden), Document("b", text))))
    assert [provision.unseen for provision in found.provisions] == [("h0", "h3"), ("h16", "h17", "h31"), (), ()]


def test_a_passage_before_the_first_statement_belongs_to_it() -> None:
    found = split_contract(
        Contract(documents=(Document("a", "\n\nOne shall work.", hidden=(HiddenPassage(HiddenKind.TINY, "x", 0),)),))
    )
    assert found.provisions[0].unseen == ("x",)


def test_the_audit_says_which_view_it_judged_and_what_was_not_read() -> None:
    audit, _ = run(Document("main", HEAD + "x", view=View.ACCEPTED, remarks=("Its macros were not read and not run.",)))
    assert audit.scope.views == ("Document main is judged as it reads with all tracked changes accepted.",)
    assert "Document main: Its macros were not read and not run." in audit.scope.not_judged
    audit, _ = run(Document("main", HEAD + "x", view=View.ORIGINAL))
    assert audit.scope.views == ("Document main is judged as it reads before any tracked change.",)


def test_the_digest_of_a_bare_text_does_not_know_of_sources() -> None:
    bare, _ = run(Document("main", GOOD))
    hiding, _ = run(Document("main", GOOD, hidden=(HIDDEN,)))
    assert (
        bare.contract_digest
        == Auditor(Library((), {"en": CONCEPTS}, ()))
        .audit(Contract(documents=(Document("main", GOOD, anchors=(), remarks=()),)), OPTIONS)
        .contract_digest
    )
    assert bare.contract_digest != hiding.contract_digest
