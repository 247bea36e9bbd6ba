"""Findings: one for each rule evaluated, with the passage, the reasons and the law."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How a contract stands to one obligation."""

    MET = "met"
    WEAK = "weak"
    MISSING = "missing"
    CONTRARY = "contrary"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    """The input cannot tell; never a pass."""
    ERROR = "error"
    """The rule could not be evaluated; never a pass."""

    @property
    def violates(self) -> bool:
        """True for weak, missing and contrary."""
        return self in _VIOLATIONS


_VIOLATIONS = frozenset({Status.WEAK, Status.MISSING, Status.CONTRARY})


class Severity(StrEnum):
    """How much a finding matters, most first; `none` for findings that are no violation."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 for critical up to 4 for none."""
        return _SEVERITIES.index(self)

    def at_least(self, other: Severity) -> bool:
        """True if this severity is as grave as the other, or graver."""
        return self.rank <= other.rank

    def for_status(self, status: Status) -> Severity:
        """The severity of a finding under a rule of this severity: one step less for weak, none unless a violation."""
        if not status.violates:
            return Severity.NONE
        step = 1 if status is Status.WEAK else 0
        return _SEVERITIES[min(self.rank + step, Severity.LOW.rank)]


_SEVERITIES = list(Severity)


class Basis(StrEnum):
    """Whether the law asks for the obligation in the contract, or a careful reviewer does."""

    LAW = "law"
    GOOD_PRACTICE = "good_practice"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the law, and the public address where it can be read."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: `document.text[start:end] == quote`, code points, half open."""

    document_id: str
    start: int
    end: int
    quote: str
    clause: str = ""
    paragraph: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """One step that a person can follow: which facet of the rule held (or not), by which operator, on which words."""

    facet: str
    operator: str
    holds: bool
    words: tuple[str, ...] = ()
    """Passages of the contract, or "fact = value", that the operator rests on."""
    clause: str = ""
    says: str = ""
    """What the facet is, as the rule's author says it to a person; empty where he does not."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A violation that somebody accepted, with the reason."""

    reason: str
    by: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class InsertionPoint:
    """Where a missing clause would belong: after this offset of the document's canonical text."""

    document_id: str
    offset: int
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one contract."""

    rule_id: str
    pack: str
    title: str
    family: str
    basis: Basis
    status: Status
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    citations: tuple[Citation, ...] = ()
    remedy: str = ""
    confidence: int = 0
    """Whole per cent."""
    needs_review: bool = False
    fingerprint: str = ""
    insert_after: InsertionPoint | None = None
    waiver: Waiver | None = None
    why: str = ""
    """Why the obligation matters."""
    ours: tuple[str, ...] = field(default=())
    """Lines that are ours and not the law's, said as sentences: "72 hours is our line: ..."."""
