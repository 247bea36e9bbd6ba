"""From a corpus to its score: each document is audited once, by all the packs that it is labelled by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from clause_auditor.documents import MAX_TEXT_BYTES, read_file
from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.finding import Finding, Status
from clause_auditor.engine import Auditor
from clause_auditor.errors import ClauseAuditorError, Fault, InputError
from clause_auditor.evaluation.corpus import DOCUMENTS, LabelledContract, switched_off
from clause_auditor.evaluation.passages import Text, fold, reaches
from clause_auditor.evaluation.score import Comparison, Found, Score
from clause_auditor.evaluation.sheet import Label, Sheet

_QUOTING: Final = (Status.MET, Status.WEAK, Status.CONTRARY)
"""Statuses that rest on a passage."""


def score_contracts(
    contracts: Iterable[LabelledContract],
    auditor: Auditor,
    as_of: str,
    rules: Collection[str] = (),
    limit: int = MAX_TEXT_BYTES,
) -> Score:
    """Return the score of an auditor's packs on labelled contracts by the law of an ISO date.

    `rules` are the ids to score (default: all that are labelled), `limit` the most bytes of one document. A document
    that cannot be read or audited is a failure in the score and stops no other. InputError if no label is left.
    """
    scorer = _Scorer(auditor, as_of, frozenset(rules), limit)
    for contract in contracts:
        scorer.take(contract)
    if not scorer.score.total.labels:
        raise InputError.at("", "no sheet labels what is to be scored", "Label these rules, or score others")
    return scorer.score.close()


@dataclass(slots=True)
class _Scorer:
    auditor: Auditor
    as_of: str
    rules: frozenset[str]
    limit: int
    score: Score = field(default_factory=Score)
    families: dict[str, str] = field(init=False)
    off: set[str] = field(init=False)

    def __post_init__(self) -> None:
        packs = self.auditor.library.packs
        self.families = {rule.id: rule.family.value for pack in packs for rule in pack.rules}
        self.off = switched_off(self.auditor.library)

    def take(self, contract: LabelledContract) -> None:
        """Count all labels of one document."""
        sheets = [sheet for sheet in contract.sheets if any(self._wanted(sheet))]
        if not sheets:
            return
        text, findings = self._audit(contract, sorted({sheet.pack for sheet in sheets}))
        self.score.documents += 1
        self.score.sheets += len(sheets)
        for sheet in sheets:
            self._compare(sheet, text, findings)

    def _wanted(self, sheet: Sheet) -> Iterator[Label]:
        return (label for label in sheet.labels.values() if not self.rules or label.rule_id in self.rules)

    def _audit(self, contract: LabelledContract, packs: Collection[str]) -> tuple[Text | None, dict[str, Finding]]:
        """Return the document's words and its findings by rule; nothing if it fails."""
        name = f"{DOCUMENTS}/{contract.document}"
        try:
            found = read_file(contract.path, name=name, limit=self.limit)
            audit = self.auditor.audit(found, AuditOptions(packs=tuple(packs), as_of=self.as_of))
        except ClauseAuditorError as error:
            self.score.failures += [_placed(fault, name) for fault in error.faults]
        except Exception as fault:  # its message could hold contract text
            self.score.failures.append(Fault(name, f"internal error ({type(fault).__name__})", "Please report it"))
        else:
            text = Text(document.text for document in found.documents)
            return text, {finding.rule_id: finding for finding in audit.findings}
        return None, {}

    def _compare(self, sheet: Sheet, text: Text | None, findings: dict[str, Finding]) -> None:
        for label in self._wanted(sheet):
            if label.rule_id in self.off:
                self._warn(label, f"{label.rule_id} is switched off by an overlay", "The label counts nowhere")
                continue
            finding = findings.get(label.rule_id)
            reached = _reached(label, finding, text) if finding and text else None
            self.score.add(_compare(sheet, label, self.families[label.rule_id], finding, reached))
            if text and not all(text.holds(fold(part)) for part in label.parts):
                cure = "Copy the passage as it stands; [...] joins two"
                self._warn(label, f"the evidence of {label.rule_id} is not in the document", cure)
        self.score.unlabelled += sum(self._unlabelled(sheet, finding) for finding in findings.values())

    def _unlabelled(self, sheet: Sheet, finding: Finding) -> bool:
        wanted = not self.rules or finding.rule_id in self.rules
        return wanted and finding.pack == sheet.pack and finding.rule_id not in sheet.labels

    def _warn(self, label: Label, problem: str, cure: str) -> None:
        self.score.warnings.append(Fault(label.place, problem, cure))


def _compare(sheet: Sheet, label: Label, family: str, finding: Finding | None, reached: bool | None) -> Comparison:
    found = _keep(finding) if finding else None
    return Comparison(sheet.contract, sheet.document, sheet.pack, sheet.kind, family, label, found, reached)


def _keep(finding: Finding) -> Found:
    quotes = tuple(passage.quote for passage in finding.evidence)
    return Found(finding.status, quotes, finding.confidence, finding.needs_review)


def _reached(label: Label, finding: Finding, text: Text) -> bool | None:
    if not label.parts or label.status not in _QUOTING or finding.status not in _QUOTING:
        return None
    return reaches([passage.quote for passage in finding.evidence], label.parts, text)


def _placed(fault: Fault, name: str) -> Fault:
    return fault if name in fault.place else Fault(f"{name}: {fault.place}".rstrip(": "), fault.problem, fault.cure)
