"""The examples of rules, run through an auditor: does each come out as its author says?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import cast

from clause_auditor.documents.compose import compose_text
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.fact import FactValue
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.domain.rule import Example, Library, Pack, Rule
from clause_auditor.engine import Auditor
from clause_auditor.packs.values import fold_words


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example and what came out."""

    rule_id: str
    name: str
    place: str
    """File and line of the example."""
    expected: Status
    actual: Status | None
    """None if the rule gave no finding."""
    problem: str = ""
    """Empty if the example came out as it must."""
    finding: Finding | None = None
    marked: str = ""
    """The words on which it must rest, if its author marked any."""

    @property
    def passed(self) -> bool:
        """True if the status is the expected one and the evidence holds the words asked for."""
        return not self.problem


def run_examples(library: Library, auditor: Auditor, today: str, only: Collection[str] = ()) -> list[ExampleResult]:
    """Return the results of all examples, or of those whose pack or rule id is in `only`.

    Examples without a date of their own are judged as of `today`, an ISO date.
    """
    return [
        _run(pack, rule, example, auditor, today) for pack, rule in _chosen(library, only) for example in rule.examples
    ]


def _chosen(library: Library, only: Collection[str]) -> Iterator[tuple[Pack, Rule]]:
    for pack in library.packs:
        for rule in pack.rules:
            if not only or pack.name in only or rule.id in only:
                yield pack, rule


def _run(pack: Pack, rule: Rule, example: Example, auditor: Auditor, today: str) -> ExampleResult:
    audit = auditor.audit(_contract(example), AuditOptions(packs=(pack.name,), as_of=example.as_of or today))
    finding = next((found for found in audit.findings if found.rule_id == rule.id), None)
    return ExampleResult(
        rule_id=rule.id,
        name=example.name,
        place=example.place,
        expected=example.status,
        actual=finding.status if finding else None,
        problem=_problem(example, finding),
        finding=finding,
        marked=example.evidence,
    )


def _contract(example: Example) -> Contract:
    documents = (compose_text("example", example.text),) if example.text else ()
    facts = cast("dict[str, FactValue]", dict(example.facts))
    return Contract(documents=documents, facts=facts, contract_key="example")


def _problem(example: Example, finding: Finding | None) -> str:
    if finding is None:
        return "the rule gave no finding (is it in force on that date?)"
    if finding.status is not example.status:
        return f"came out {finding.status.value}, not {example.status.value}"
    quotes = [fold_words(evidence.quote) for evidence in finding.evidence]
    if example.evidence and not any(fold_words(example.evidence) in quote for quote in quotes):
        return "no quote holds the words of evidence: it passes for another reason"
    return ""
