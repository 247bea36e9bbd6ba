"""Outcomes for the exchange formats: every status, hostile words, a waiver, a remedy, a file that cannot be read."""

from __future__ import annotations

from dataclasses import replace

from clause_auditor.domain.audit import Audit, Decision
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Citation, Evidence, Finding, InsertionPoint, Severity, Status, Waiver
from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind
from clause_auditor.errors import Fault, InputError
from clause_auditor.reports import Outcome, ReportStyle
from reports.conftest import finding

STYLE = ReportStyle()
TEXT = "# Terms\n\n1. The Vendor may tell “you” late.\n2. ٣ days <b>&amp;</b> =cmd|'/c calc'!A0\n"
QUOTE = "The Vendor may tell “you” late."
HOSTILE = "]]> <b>\"'&\x00\x1b[2J\u202egnp.exe\ufffe\ud800 [click](1) =cmd|'/c calc'!A0 +1 -1 @x\x7f\x85"
LAW = (Citation("GDPR Art. 33(2)", "https://eur-lex.europa.eu/eli/reg/2016/679/art_33/oj"),)


def _evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence("main", start, start + len(words), words, "1")


CONTRARY = finding(
    "notice", Status.CONTRARY, Severity.CRITICAL, evidence=(_evidence(QUOTE), _evidence("٣ days")), citations=LAW,
    remedy="The Vendor shall tell you without undue delay.", why="You cannot act on what you do not know.",
    confidence=91, fingerprint="a1" * 16, ours=("72 hours is our line.",),
)  # fmt: skip
MISSING = finding(
    "audit", Status.MISSING, Severity.HIGH, "audit", insert_after=InsertionPoint("main", len(TEXT), "2"),
    remedy="The Customer may audit the Vendor.", fingerprint="b2" * 16,
)  # fmt: skip
WAIVED = finding(
    "encryption", Status.WEAK, Severity.LOW, waiver=Waiver("The board accepts it", "A. Person", "2027-01-31"),
    evidence=(_evidence("late"),), fingerprint="c3" * 16,
)  # fmt: skip
OPEN = finding("transfer", Status.UNKNOWN, Severity.NONE)
BROKEN = finding("broken", Status.ERROR, Severity.NONE)
DOUBTFUL = finding("records", Status.MET, Severity.NONE, needs_review=True, confidence=48)
MET = finding("roles", Status.MET, Severity.NONE, evidence=(_evidence("The Vendor"),))
IDLE = finding("mechanism", Status.NOT_APPLICABLE, Severity.NONE)
ALL = (CONTRARY, MISSING, WAIVED, OPEN, BROKEN, DOUBTFUL, MET, IDLE)
CONTRACT = Contract((Document("main", TEXT, "Terms"),))
_MAY, _LATE = TEXT.index("may"), TEXT.index("late")
REMEDY = Remedy(
    "demo.notice",
    RemedyKind.CHANGE,
    (Edit("main", _MAY, _MAY + 3, "shall"), Edit("main", _LATE, _LATE + 4, "at once")),
    "The Vendor shall tell “you” at once.",
)
UNREAD = Outcome("in/no such.pdf", error=InputError([Fault("in/no such.pdf", "no PDF", "Save it anew")]))


def read(sample: Audit, *findings: Finding, name: str = "in/terms v1.md", remedies: tuple[Remedy, ...] = ()) -> Outcome:
    """Return the outcome of a contract in a text file."""
    judged = replace(sample.scope.documents[0], id="main", title="Terms")
    audit = replace(
        sample, findings=findings, scope=replace(sample.scope, documents=(judged,)), contract_key="",
    )  # fmt: skip
    return Outcome(name, audit=audit, contract=CONTRACT, remedies={each.rule_id: each for each in remedies})


def unjudged(sample: Audit) -> Outcome:
    """Return the outcome of a contract to which no pack applies."""
    audit = replace(sample, findings=(), decision=Decision.REVIEW, decision_reasons=("No pack applies.",))
    return Outcome("in/recipe.txt", audit=audit, contract=Contract((Document("main", "Stir."),)))


def hostile(sample: Audit, words: str = HOSTILE) -> Outcome:
    """Return an outcome in which every text from outside is hostile."""
    bad = tuple(
        replace(
            each, title=words, message=words, remedy=words, why=words, ours=(words,),
            evidence=(Evidence("main", 0, 1, words, words),), waiver=Waiver(words, words) if each.waiver else None,
        )
        for each in ALL
    )  # fmt: skip
    document = replace(sample.scope.documents[0], id="main", title=words)
    scope = replace(sample.scope, documents=(document,), not_judged=(words,))
    audit = replace(sample, findings=bad, scope=scope, contract_key=words, decision_reasons=(words,))
    remedy = Remedy("demo.notice", RemedyKind.CHANGE, (Edit("main", 0, 1, words),), words)
    return Outcome(f"in/{words}.md", audit=audit, contract=CONTRACT, remedies={"demo.notice": remedy})


def every(sample: Audit) -> list[Outcome]:
    """Return outcomes of all kinds."""
    second = read(sample, *ALL, name="in/terms v2.docx")
    return [read(sample, *ALL, remedies=(REMEDY,)), second, unjudged(sample), hostile(sample), UNREAD]
