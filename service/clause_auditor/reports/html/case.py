"""One contract on the page: its findings with their numbers, and the names of its anchors."""

from __future__ import annotations

from dataclasses import dataclass

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.finding import Finding
from clause_auditor.reports.arrangement import Group, arrange
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.wording import View, view_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page: 1 is the worst."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Case:
    """One audited contract."""

    key: str
    """What all its anchors begin with: "c1"."""
    outcome: Outcome
    audit: Audit
    view: View
    groups: tuple[tuple[Group, tuple[Numbered, ...]], ...]
    whole: bool
    """False in a page of so many contracts that their texts and all details are left out."""

    @property
    def contract(self) -> Contract:
        """What was judged; an empty contract where the caller gave none."""
        return self.outcome.contract or Contract()

    @property
    def numbered(self) -> list[Numbered]:
        """All findings, in the order of the page."""
        return [each for _, row in self.groups for each in row]

    def finding_id(self, number: int) -> str:
        """Return the anchor of a finding."""
        return f"{self.key}-f{number}"


def make_case(key: str, outcome: Outcome, audit: Audit, style: ReportStyle, *, whole: bool) -> Case:
    """Return a contract with its findings in order and numbered."""
    number = 0
    groups: list[tuple[Group, tuple[Numbered, ...]]] = []
    for group in arrange(audit):
        row = tuple(Numbered(at, finding) for at, finding in enumerate(group.findings, number + 1))
        number += len(row)
        groups.append((group, row))
    return Case(key, outcome, audit, view_of(audit, explain=style.explain), tuple(groups), whole)


def shown_name(name: str) -> str:
    """Return the name of a file as a person knows it."""
    return "standard input" if name == "-" else name
