"""The score of packs on a corpus: tallies by every group, each disagreement, what could not be judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clause_auditor.domain.finding import Status
from clause_auditor.errors import Fault
from clause_auditor.evaluation.calibration import Calibration
from clause_auditor.evaluation.figures import Tally
from clause_auditor.evaluation.sheet import Kind, Label

KINDS: Final = {Kind.DATA_PROTECTION: "data-protection contracts", Kind.OTHER: "other contracts"}


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept of a finding: a corpus may hold a million of them."""

    status: Status
    quotes: tuple[str, ...]
    confidence: int
    """Whole per cent."""
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A label beside the finding on the same rule."""

    contract: str
    document: str
    pack: str
    kind: Kind
    family: str
    label: Label
    finding: Found | None
    """None where the audit says nothing of the rule."""
    reached: bool | None
    """Whether the finding quotes the labelled passage; None where none is to be compared."""

    @property
    def found(self) -> Status | None:
        """The finding's status."""
        return self.finding.status if self.finding else None

    @property
    def agrees(self) -> bool:
        """True if the exact status is the label's."""
        return self.found is self.label.status

    @property
    def order(self) -> tuple[str, str, str]:
        """Contract, pack, rule: the order of every list."""
        return self.contract, self.pack, self.label.rule_id


@dataclass(slots=True)
class Score:
    """Everything that was counted. Groups are by name; lists are in the order of contract, pack, rule once closed."""

    documents: int = 0
    sheets: int = 0
    unlabelled: int = 0
    """Findings on rules that their sheet does not label: they count nowhere."""
    total: Tally = field(default_factory=Tally)
    by_pack: dict[str, Tally] = field(default_factory=dict)
    by_family: dict[str, Tally] = field(default_factory=dict)
    by_kind: dict[str, Tally] = field(default_factory=dict)
    by_rule: dict[str, Tally] = field(default_factory=dict)
    by_sheet: dict[str, Tally] = field(default_factory=dict)
    """By contract and pack, as in the sheet's name: "acme-dpa.gdpr"."""
    calibration: Calibration = field(default_factory=Calibration)
    disagreements: list[Comparison] = field(default_factory=list)
    """Where the exact status is another one."""
    astray: list[Comparison] = field(default_factory=list)
    """Where the status agrees and the quotes do not lead to the labelled passage."""
    warnings: list[Fault] = field(default_factory=list)
    failures: list[Fault] = field(default_factory=list)
    """Documents that could not be read or audited: all their labels count as not judged."""

    def add(self, compared: Comparison) -> None:
        """Count one label."""
        for tally in (self.total, *self._groups(compared)):
            tally.add(compared.label.status, compared.found, compared.reached)
        if compared.finding:
            self.calibration.add(compared.finding.confidence, compared.finding.needs_review, compared.agrees)
        if not compared.agrees:
            self.disagreements.append(compared)
        elif compared.reached is False:
            self.astray.append(compared)

    def _groups(self, compared: Comparison) -> tuple[Tally, ...]:
        return (
            self.by_pack.setdefault(compared.pack, Tally()),
            self.by_family.setdefault(compared.family, Tally()),
            self.by_kind.setdefault(KINDS[compared.kind], Tally()),
            self.by_rule.setdefault(compared.label.rule_id, Tally()),
            self.by_sheet.setdefault(f"{compared.contract}.{compared.pack}", Tally()),
        )

    def close(self) -> Score:
        """Put everything into its order, whatever the order of the documents was."""
        for groups in (self.by_pack, self.by_family, self.by_kind, self.by_rule, self.by_sheet):
            ordered = sorted(groups.items())
            groups.clear()
            groups.update(ordered)
        for compared in (self.disagreements, self.astray):
            compared.sort(key=lambda each: each.order)
        return self
