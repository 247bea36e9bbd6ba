"""A rule: one obligation of one regime, with everything that a finding needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clause_auditor.domain.condition import Condition, InstrumentStatus
from clause_auditor.domain.duration import Duration
from clause_auditor.domain.finding import Basis, Citation, Severity, Status
from clause_auditor.domain.formula import Formula
from clause_auditor.domain.mutation import MutationNeeds
from clause_auditor.domain.overlay import OverlayUse


class Family(StrEnum):
    """The kind of an obligation; the first six stand in every pack."""

    ENCRYPTION = "encryption"
    BREACH_NOTIFICATION = "breach_notification"
    CONSENT = "consent"
    CROSS_BORDER_TRANSFER = "cross_border_transfer"
    DATA_DISPOSAL = "data_disposal"
    CONFIDENTIALITY = "confidentiality"
    PROCESSING_SCOPE = "processing_scope"
    PURPOSE_LIMITATION = "purpose_limitation"
    SECURITY = "security"
    SUBPROCESSING = "subprocessing"
    DATA_SUBJECT_RIGHTS = "data_subject_rights"
    ASSISTANCE = "assistance"
    AUDIT = "audit"
    ACCOUNTABILITY = "accountability"
    CURRENCY = "currency"
    TERMINATION = "termination"
    INTAKE = "intake"
    RECORD = "record"


class FactOperator(StrEnum):
    """The typed operators over facts."""

    IS = "is"
    """Equal to the value (bool, text, enum, the word `none`)."""
    IN = "in"
    """The value, or every member of a set, is among those given (`EEA` stands for its members)."""
    SOME_IN = "some_in"
    """At least one member of a set is among those given."""
    AT_MOST = "at_most"
    """A duration not longer than it, or a set with not more members."""
    AT_LEAST = "at_least"
    """A duration not shorter, a set with no fewer members."""


FactOperand = bool | int | str | Duration | frozenset[str]


@dataclass(frozen=True, slots=True)
class FactTest:
    """One operator on one fact; with `negated` it must not hold."""

    fact: str
    operator: FactOperator
    operand: FactOperand
    negated: bool = False


@dataclass(frozen=True, slots=True)
class FactCase:
    """If all tests hold the record decides for this status. A test on a fact not given never holds."""

    status: Status
    tests: tuple[FactTest, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """A named parameter of the rule that an overlay may change."""

    name: str
    value: Duration | int
    ours: str = ""
    """If the line is ours and not the law's: a sentence that says so and what the law says."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule's texts in one language. `{customer}` and `{vendor}` stand for the parties' own names."""

    message: Mapping[Status, str]
    why: str
    remedy: str
    facets: Mapping[str, str] = field(default_factory=dict)
    """What a facet is, said to a person: "the customer chooses between deletion and return"."""


@dataclass(frozen=True, slots=True)
class Example:
    """A short contract of our own wording, or a record, that must come out with this status."""

    name: str
    status: Status
    text: str = ""
    evidence: str = ""
    """If given: words that the evidence must hold, so that the example passes for the right reason."""
    facts: Mapping[str, object] = field(default_factory=dict)
    as_of: str = ""
    line: int = 0
    place: str = ""
    """File and line, for messages to authors."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One obligation. Statuses are tried in the order not_applicable, contrary, met, weak; else `otherwise`."""

    id: str
    title: str
    family: Family
    severity: Severity
    basis: Basis
    citations: tuple[Citation, ...]
    texts: Mapping[str, RuleText]
    """By language code."""
    facets: Mapping[str, Condition]
    statuses: Mapping[Status, Formula]
    otherwise: Status = Status.MISSING
    facts: tuple[FactCase, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    in_force_from: str = ""
    in_force_until: str = ""
    """Last day on which the rule is in force, or empty."""
    ours: tuple[str, ...] = ()
    """Further lines that are ours and not the law's, as sentences."""
    examples: tuple[Example, ...] = ()
    place: str = ""
    """File and line, for messages to authors."""
    digest: str = ""
    """SHA-256 of the parsed rule without its examples and mutations, hexadecimal."""
    overlays: tuple[str, ...] = ()
    """Names of the overlays that changed the rule; one that adds a rule does not change it."""
    efforts_suffice: bool = False
    """True if a promise of efforts meets the obligation as well as a promise of the result."""
    mutations: MutationNeeds = field(default_factory=MutationNeeds)
    """What its author says of the changes that the rule must notice; it changes no finding."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of law with the dates between which contracts can rely on it."""

    id: str
    name: str
    status: InstrumentStatus
    start: str = ""
    until: str = ""
    note: str = ""
    url: str = ""
    packs: tuple[str, ...] = ()
    """Packs whose contracts it concerns; empty: all."""

    def status_on(self, day: str) -> InstrumentStatus:
        """Return its standing on an ISO date; before its first day it is announced."""
        if self.status is InstrumentStatus.ANNOUNCED and (not self.start or day < self.start):
            return InstrumentStatus.ANNOUNCED
        if self.start and day < self.start:
            return InstrumentStatus.ANNOUNCED
        if self.until and day > self.until:
            return InstrumentStatus.LAPSED
        return InstrumentStatus.IN_FORCE


@dataclass(frozen=True, slots=True)
class Concept:
    """A named set of ways in which a language says one thing; `phrases` as the author wrote them."""

    name: str
    phrases: tuple[str, ...]
    definable: bool = False
    """True if a defined term that means it is followed: "Security Incident" for a breach."""
    instrument: str = ""
    """Id of the instrument of law that the concept names, or empty."""
    means: tuple[str, ...] = ()
    """Concepts that a term stands for whose definition this describes; empty: itself, if it is definable."""
    about: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A regime's rules, with what they rest on."""

    name: str
    version: str
    title: str
    regime: str
    jurisdiction: str
    law_consulted: str
    """ISO date on which the law was last read."""
    rules: tuple[Rule, ...]
    languages: tuple[str, ...]
    applies: Formula | None
    """Over `applies_facets`: when the pack applies by itself; None: only when named, or to every contract."""
    applies_facets: Mapping[str, Condition]
    applies_facts: tuple[str, ...] = ()
    """Facts whose mere presence shows the regime."""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class WordWeights:
    """How the second reader recognises a provision that speaks of an obligation: a linear model over its words."""

    base: int
    weights: Mapping[str, int]
    """By feature (`engine.second_reader`); hundredths of a logit, as `base`."""


@dataclass(frozen=True, slots=True)
class Library:
    """All that an engine needs: packs, the lexicon by language, the law table."""

    packs: tuple[Pack, ...]
    concepts: Mapping[str, tuple[Concept, ...]]
    instruments: tuple[Instrument, ...]
    digest: str = ""
    overlays: tuple[OverlayUse, ...] = ()
    second_readers: Mapping[str, WordWeights] = field(default_factory=dict)
    """By rule id; a rule without one is read by its facets alone."""
