"""An audit: all findings on one contract, the decision, and everything needed to repeat it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from clause_auditor.domain.finding import Finding, Severity
from clause_auditor.domain.overlay import OverlayUse

NOTICE: Final = "This is an automated reading against published rules. It is not legal advice."


class Decision(StrEnum):
    """What a pipeline does next."""

    PASS = "pass"  # noqa: S105 - a decision, no password
    REVIEW = "review"
    FAIL = "fail"


class Perspective(StrEnum):
    """For whom findings are ordered and remedies worded; statuses never change."""

    CUSTOMER = "customer"
    VENDOR = "vendor"


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What the caller may choose."""

    packs: tuple[str, ...] = ()
    """Names of packs; empty: packs apply by themselves."""
    as_of: str = ""
    """ISO date on which the law is judged; the caller fills in today where the user gives none."""
    perspective: Perspective = Perspective.CUSTOMER
    fail_on: Severity = Severity.HIGH
    strict: bool = False
    """True: violations of good practice fail too."""
    announced: bool = False
    """True: name the law that is announced for the packs applied; information only."""


@dataclass(frozen=True, slots=True)
class AuditLimits:
    """What one contract may hold at most. Counts, not seconds: the same contract is refused everywhere or nowhere."""

    max_words: int = 300_000
    """Words of all its documents together; some 600 pages."""
    max_provisions: int = 40_000
    """Sentences, list items, table rows and headings."""


DEFAULT_LIMITS: Final = AuditLimits()


@dataclass(frozen=True, slots=True)
class PackUse:
    """A pack, whether it was applied, and why or why not."""

    name: str
    version: str
    digest: str
    applied: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """Law that is proposed or not yet in force on the date of the audit; it changes no finding."""

    id: str
    name: str
    start: str
    """ISO date from which it applies, or empty where none is fixed."""
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Strictest:
    """Of the packs that ask for the same kind of thing, the rule that asks for most, and why it is the strictest."""

    rule_id: str
    pack: str
    why: str


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document of the contract as the audit saw it."""

    id: str
    title: str
    role: str
    language: str
    words: int
    judged: bool
    """False where no pack knows the language."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What was judged, and what was not."""

    documents: tuple[JudgedDocument, ...]
    law_as_of: str
    not_judged: tuple[str, ...]
    """Sentences: annexes named but absent, other languages, texts incorporated and not supplied, other regimes."""
    views: tuple[str, ...] = ()
    """Sentences: with tracked changes accepted or as before them, without the passages that the eye does not see."""
    notice: str = NOTICE


@dataclass(frozen=True, slots=True)
class Audit:
    """The result. Its canonical JSON is the same bytes for the same contract, packs, options and engine version."""

    decision: Decision
    decision_reasons: tuple[str, ...]
    findings: tuple[Finding, ...]
    packs: tuple[PackUse, ...]
    scope: Scope
    as_of: str
    engine_version: str
    contract_key: str
    vendor_key: str
    contract_digest: str
    perspective: Perspective
    fail_on: Severity
    strict: bool
    overlays: tuple[OverlayUse, ...] = ()
    """In the order in which they were laid over the packs."""
    strictest: Mapping[str, Strictest] = field(default_factory=dict)
    """By family, where more than one pack that applies has rules of it."""
    announced: tuple[Announcement, ...] = ()
    """Filled in where the options ask for it."""
