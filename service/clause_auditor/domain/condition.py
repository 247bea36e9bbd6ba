"""Conditions: the operators that a facet is built from. Each holds, or not, of one provision.

A condition is data; `engine.conditions` judges it. Every operator has one meaning, given at its class.
`Group` is a choice of concepts: it is present where one of them is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clause_auditor.domain.duration import Duration, Promptness
from clause_auditor.domain.party import Side
from clause_auditor.domain.provision import Place, ProvisionKind

Group = tuple[str, ...]
"""Names of concepts, any of which will do."""


class Force(StrEnum):
    """With which force a provision says that somebody does something."""

    DUTY = "duty"
    """shall, will, must, undertakes to, is obliged to."""
    STATEMENT = "statement"
    """A statement of present fact about its own practice: "we encrypt all data"."""
    PERMISSION = "permission"
    """may, can, is entitled to, reserves the right to."""
    PROHIBITION = "prohibition"
    """shall not, may not, must not, without ... doing it."""
    NO_DUTY = "no_duty"
    """is not obliged to, has no obligation to, need not."""


class InstrumentStatus(StrEnum):
    """Whether an instrument of law can be relied on, on the date of the audit."""

    IN_FORCE = "in_force"
    LAPSED = "lapsed"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Has:
    """Of every group one concept is present, in any order."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Lacks:
    """None of the concepts is present."""

    concepts: Group


@dataclass(frozen=True, slots=True)
class Near:
    """Of every group one concept is present, all within one window of `within` words, and no strong break between."""

    groups: tuple[Group, ...]
    within: int


@dataclass(frozen=True, slots=True)
class InOrder:
    """The groups follow each other in order, with at most `within` words between one and the next."""

    groups: tuple[Group, ...]
    within: int


@dataclass(frozen=True, slots=True)
class UnderHeading:
    """One of the concepts is present in a heading above the provision, or in the run-in heading it begins with."""

    concepts: Group


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something: a verb of the group, borne by a side, with a force.

    A side that cannot be told is taken to be the one asked for. `about` are concepts that must stand within
    `within` words of the verb, `to` is a side that must be mentioned after the verb or as the one acted for.
    """

    verb: Group
    by: Side | None = None
    force: frozenset[Force] = frozenset({Force.DUTY, Force.STATEMENT})
    about: tuple[Group, ...] = ()
    within: int = 40
    to: Side | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """A time limit stands in the provision.

    With `at_most` a figure not above it, with `over` one above it (longest reading of business days), with
    `promptness` one of these words. Notice periods before an event count only with `prior`.
    """

    at_most: Duration | None = None
    over: Duration | None = None
    promptness: frozenset[Promptness] = frozenset()
    prior: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A part of the provision is left to fill in."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something stands in the provision, or between it and the next, that the eye does not see as it is written."""


@dataclass(frozen=True, slots=True)
class Stands:
    """The provision stands in one of these places, or has one of these shapes (empty: any)."""

    places: frozenset[Place] = frozenset()
    kinds: frozenset[ProvisionKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Cites:
    """An instrument of that standing is named; with `ids` one of these."""

    status: InstrumentStatus
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AnnexAbsent:
    """The provision refers to an annex that the contract does not hold."""


@dataclass(frozen=True, slots=True)
class All:
    """Every one holds of the same provision."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It does not hold."""

    condition: Condition


class Reach(StrEnum):
    """How far from a provision a neighbour may stand."""

    PARAGRAPH = "paragraph"
    """The same paragraph, or the same list with its stem."""
    SECTION = "section"
    """The same section under one heading."""
    NEXT = "next"
    """This provision or the two after it, in the same section: "such notice ..."."""
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Within:
    """The condition holds of the provision itself or of a neighbour in reach."""

    reach: Reach
    condition: Condition


@dataclass(frozen=True, slots=True)
class Named:
    """The facet of that name holds of the same provision."""

    facet: str


Condition = (
    Has
    | Lacks
    | Near
    | InOrder
    | UnderHeading
    | Act
    | Timed
    | Blank
    | Unseen
    | Stands
    | Cites
    | AnnexAbsent
    | All
    | AnyOf
    | Not
    | Within
    | Named
)


def parts(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all that it is made of, but not what it forbids."""
    yield condition
    match condition:
        case All(conditions) | AnyOf(conditions):
            for inner in conditions:
                yield from parts(inner)
        case Within(_, inner):
            yield from parts(inner)
