"""A draft with remedies of every kind, and what became of it."""

from __future__ import annotations

import dataclasses

import pytest

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract, Document, DocumentRole
from clause_auditor.domain.finding import Basis, Citation, Evidence, Finding, InsertionPoint, Severity, Status, Waiver
from clause_auditor.domain.party import Party, Role
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.reports.interface import Outcome
from reports.conftest import finding

TEXT = """1.1 The Vendor will report a breach within ten (10) business days.

1.2 The Vendor may use the data for its own ends. The data is [encrypted](https://x.example) *where* possible.

2.1 The Customer has no right to inspect.
"""


def passage(words: str, clause: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence("dpa", start, start + len(words), words, clause)


def edit(words: str, text: str) -> Edit:
    start = TEXT.index(words)
    return Edit("dpa", start, start + len(words), text)


BREACH, OWN, INSPECT = (
    "will report a breach within ten (10) business days",
    "may use the data for its own ends",
    "2.1 The",
)
END = TEXT.index("\n\n2.1")
ART_28 = Citation("GDPR Art. 28(3)", "https://eur-lex.europa.eu/eli/reg/2016/679/art_28/oj")
FINDINGS = (
    finding("met", Status.MET, Severity.NONE),
    finding("breach", Status.WEAK, Severity.HIGH, evidence=(passage(BREACH, "1.1"),), ours=("48 hours is our line.",)),
    finding(
        "own-ends",
        Status.CONTRARY,
        Severity.CRITICAL,
        evidence=(passage(OWN, "1.2"),),
        citations=(ART_28,),
        why="Who decides on ends is a controller.",
        needs_review=True,
    ),
    finding("instructions", Status.WEAK, Severity.HIGH, evidence=(passage(OWN, "1.2"),), citations=(ART_28,)),
    finding("disposal", Status.MISSING, Severity.HIGH, insert_after=InsertionPoint("dpa", END, "1.2")),
    finding("inspection", Status.CONTRARY, Severity.HIGH, evidence=(passage("no right to inspect", "2.1"),)),
    finding("encryption", Status.WEAK, Severity.LOW, basis=Basis.GOOD_PRACTICE),
    finding("logs", Status.MISSING, Severity.LOW, basis=Basis.GOOD_PRACTICE, waiver=Waiver("Known to the board")),
    finding("transfer", Status.UNKNOWN, Severity.NONE),
    finding("broken", Status.ERROR, Severity.NONE),
    finding("mismatch", Status.CONTRARY, Severity.MEDIUM, basis=Basis.GOOD_PRACTICE, pack="record"),
)
REMEDIES = (
    Remedy(
        "demo.breach",
        RemedyKind.CHANGE,
        (edit("ten (10) business days", "48 hours"),),
        "The Vendor will report a breach within 48 hours.",
    ),
    Remedy("demo.own-ends", RemedyKind.REPLACEMENT, (edit(OWN, "shall follow instructions"),), "Follow instructions."),
    Remedy("demo.instructions", RemedyKind.REPLACEMENT, (edit(OWN, "shall obey in writing"),), "Obey in writing."),
    Remedy("demo.disposal", RemedyKind.ADDITION, (Edit("dpa", END, END, "\nDelete.\n"),), "Delete.\nReturn."),
)


def with_findings(outcome: Outcome, *findings: Finding) -> Outcome:
    assert outcome.audit
    return dataclasses.replace(outcome, audit=dataclasses.replace(outcome.audit, findings=findings))


@pytest.fixture
def outcome(sample: Audit) -> Outcome:
    contract = Contract(
        documents=(Document("dpa", TEXT, "Data Processing Terms", DocumentRole.DPA),),
        parties=(Party("Acme GmbH", Role.CONTROLLER), Party("Bolt & Sons *Ltd", Role.PROCESSOR)),
    )
    audit = dataclasses.replace(sample, findings=FINDINGS)
    return Outcome("drafts/dpa.md", audit, None, contract, {remedy.rule_id: remedy for remedy in REMEDIES})
