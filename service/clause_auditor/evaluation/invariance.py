"""Changes that must not matter: after each of them every rule has the status that it had."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from clause_auditor.domain.audit import AuditOptions
from clause_auditor.domain.contract import Contract, Document
from clause_auditor.domain.finding import Status
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.invariance_order import rotate
from clause_auditor.evaluation.invariance_rename import rename
from clause_auditor.evaluation.invariance_renumber import renumber
from clause_auditor.evaluation.invariance_spelling import americanise, anglicise
from clause_auditor.evaluation.invariance_wrap import unwrap, wrap


@dataclass(frozen=True, slots=True)
class WholeContract:
    """A contract whose statuses are compared."""

    source: str
    packs: tuple[str, ...]
    contract: Contract
    as_of: str


@dataclass(frozen=True, slots=True)
class Move:
    """A status that moved."""

    source: str
    change: str
    rule_id: str
    before: Status
    after: Status | None
    """None if the rule gave no finding any more."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One change of one contract."""

    source: str
    change: str
    compared: int
    """Statuses; 0 where the contract gave nothing to change."""
    moves: tuple[Move, ...] = field(default=())


def _in_texts(change: Callable[[str], str | None]) -> Callable[[Contract], Contract | None]:
    """Return a change of every document whose clauses the text layer finds by itself."""

    def apply(contract: Contract) -> Contract | None:
        changed = tuple(_changed(document, change) for document in contract.documents)
        return replace(contract, documents=changed) if changed != contract.documents else None

    return apply


def _changed(document: Document, change: Callable[[str], str | None]) -> Document:
    text = None if document.clauses else change(document.text)
    return document if text is None else replace(document, text=text)


CHANGES: Mapping[str, Callable[[Contract], Contract | None]] = {
    "renamed": rename,
    "renumbered": _in_texts(renumber),
    "wrapped at 60": _in_texts(partial(wrap, columns=60)),
    "wrapped at 100": _in_texts(partial(wrap, columns=100)),
    "unwrapped": _in_texts(unwrap),
    "clauses rotated": _in_texts(rotate),
    "American spelling": _in_texts(americanise),
    "British spelling": _in_texts(anglicise),
}
"""By name; each returns None where a contract gives it nothing to change."""


def compare(auditor: Auditor, subject: WholeContract) -> Iterator[Comparison]:
    """Yield one comparison for each change."""
    before = _statuses(auditor, subject, subject.contract)
    for name, change in CHANGES.items():
        changed = change(subject.contract)
        if changed is None:
            yield Comparison(subject.source, name, 0)
            continue
        after = _statuses(auditor, subject, changed)
        moves = tuple(
            Move(subject.source, name, rule, status, after.get(rule))
            for rule, status in before.items()
            if after.get(rule) is not status
        )
        yield Comparison(subject.source, name, len(before), moves)


def _statuses(auditor: Auditor, subject: WholeContract, contract: Contract) -> dict[str, Status]:
    audit = auditor.audit(contract, AuditOptions(packs=subject.packs, as_of=subject.as_of))
    return {finding.rule_id: finding.status for finding in audit.findings}
