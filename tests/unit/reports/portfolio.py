"""Outcomes of every kind, with contract text that means harm to the program that shows it."""

from __future__ import annotations

import dataclasses

from tests.unit.reports.conftest import finding

from clause_auditor.domain.audit import Audit, Decision, JudgedDocument
from clause_auditor.domain.finding import Evidence, Finding, Severity, Status, Waiver
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome

HOSTILE = (
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "fine; =1+1",
    'said "so", twice',
    "<r><b>&bad</r>",
    "<script>alert(1)</script>",
    "bell \x07 null \x00 escape \x1b[31m",
    "right \u202eto left",
    "half \ud800 a pair, no character \ufffe\uffff",
    "_x0041_ stays",
    "https://evil.example/a www.evil.example mail@evil.example",
    "| a | b | `code` *bold* _low_ ~~out~~ ![x](http://e.example) [y](javascript:alert(1)) &copy; $x$ \\",
    "@someone and #123, GH-12, org/repo#4, :tada:, !7",
    "# no heading",
    "1. no list",
    "- no list",
    "> no quote",
    "--- ===",
    "{{7*7}} ${7*7} <!-- gone -->",
    "long " * 9000,
    "😀" * 20_000,
)


def hostile_finding(text: str) -> Finding:
    """Return a violation that holds the text wherever contract text or words of others can stand."""
    return finding(
        "hostile",
        Status.CONTRARY,
        Severity.HIGH,
        message=text,
        title=text,
        why=text,
        remedy=text,
        evidence=(Evidence("dpa", 0, 9, text, text[:60], page=4),),
        ours=(text,),
    )


def portfolio(sample: Audit) -> list[Outcome]:
    """Return a contract of every status, hostile ones, one on which nothing was judged, a file that was not read."""
    documents = (*sample.scope.documents, JudgedDocument("msa", "Master Agreement", "main", "en", 9, True))
    several = dataclasses.replace(sample, scope=dataclasses.replace(sample.scope, documents=documents))
    broken = finding("broken", Status.ERROR, Severity.NONE, "record")
    waived = finding("waived", Status.MISSING, Severity.HIGH, "consent", waiver=Waiver("=Known", "Ann", "2027-01-31"))
    empty = dataclasses.replace(sample, decision=Decision.REVIEW, decision_reasons=("No pack applies.",), findings=())
    return [
        Outcome("every.md", audit=dataclasses.replace(several, findings=(*sample.findings, broken, waived))),
        *(
            Outcome(text[:300], audit=dataclasses.replace(sample, findings=(hostile_finding(text),)))
            for text in HOSTILE
        ),
        Outcome("nothing.md", audit=empty),
        Outcome("broken.pdf", error=InputError.at("broken.pdf", "is no PDF file", "Supply another")),
    ]
