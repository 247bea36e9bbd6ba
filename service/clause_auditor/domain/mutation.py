"""Kinds of change that take a contract's promise away: a sound rule notices each that concerns it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MutationKind(StrEnum):
    """One kind of change to the passage that meets a rule."""

    DROP = "drop"
    """The passage is gone."""
    PERMIT = "permit"
    """A duty becomes a permission, a prohibition falls."""
    DELAY = "delay"
    """A time limit becomes longer than the rule allows."""
    SWAP = "swap"
    """The parties change places."""
    NEGATE = "negate"
    """The promise is denied, or nobody is bound to keep it."""
    HEDGE = "hedge"
    """The promise is left to efforts or to a party's discretion."""


@dataclass(frozen=True, slots=True)
class MutationNeeds:
    """What a rule's author says of mutations, against what follows from the rule's facets."""

    must: frozenset[MutationKind] = frozenset()
    """Kinds that the rule must notice although its facets do not tell."""
    need_not: Mapping[MutationKind, str] = field(default_factory=dict)
    """Kinds that it need not notice, each with the reason."""
