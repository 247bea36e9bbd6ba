"""Two drafts of one contract: what the new one gains, loses or leaves, finding by finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clause_auditor.domain.audit import Audit, Decision
from clause_auditor.domain.finding import Evidence, Finding


class Change(StrEnum):
    """What became of one obligation, from the old draft to the new one; `Standing` says what is better and worse."""

    LOST = "lost"
    """The new draft stands worse."""
    GAINED = "gained"
    """The new draft stands better. What cannot be told is never a gain."""
    UNCLEAR = "unclear"
    """The old draft violates it; whether the new one does cannot be told."""
    CHANGED = "changed"
    """It stands as well as before, in other words, with another time limit, or by another status."""
    MOVED = "moved"
    """The same status on the same words, in another clause: unchanged but for the number."""
    UNCHANGED = "unchanged"
    OLD_ONLY = "old_only"
    """Only the old draft was judged by this rule."""
    NEW_ONLY = "new_only"
    """Only the new draft was judged by this rule: its pack applies to nothing in the old one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points of a quote, half open: words that the other draft does not have there."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A passage of the old draft beside the one of the new draft that says the same, or stands in its place."""

    old: Evidence | None
    """None: no passage on which the old finding rests belongs to the new one."""
    new: Evidence | None
    """None: no passage on which the new finding rests belongs to the old one."""
    deleted: tuple[Stretch, ...] = ()
    """Into `old.quote`. Nothing: its words, numbering aside, stand in the new draft too."""
    inserted: tuple[Stretch, ...] = ()
    """Into `new.quote`. Nothing: its words stood in the old draft already."""


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """The time limits in the passages of both drafts, as in "48 hours", where they differ."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedFinding:
    """What one rule says of both drafts."""

    rule_id: str
    change: Change
    old: Finding | None
    """None if only the new draft was judged by the rule."""
    new: Finding | None
    """None if only the old draft was judged by the rule."""
    passages: tuple[ComparedPassage, ...] = ()
    """In the order of the old draft, then what the new draft adds."""
    time_limits: TimeLimits | None = None
    """Given where they differ."""

    @property
    def finding(self) -> Finding:
        """The finding on the new draft; the one on the old draft where there is no other."""
        found = self.new or self.old
        if found is None:
            raise ValueError("a comparison of no finding")
        return found

    def places(self, passage: ComparedPassage) -> tuple[int | None, int | None]:
        """Return the places of a passage among the evidence of the old and the new finding, or None."""
        sides = ((self.old, passage.old), (self.new, passage.new))
        old, new = (each.evidence.index(one) if each and one else None for each, one in sides)
        return old, new


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts beside each other. The same audits give the same comparison."""

    decision: Decision
    """`fail`: something is lost that the gate counts; `review`: a person should look; `pass`: nothing is lost."""
    decision_reasons: tuple[str, ...]
    findings: tuple[ComparedFinding, ...]
    """What is lost first, the gravest first of all; what stays as it is last."""
    remarks: tuple[str, ...]
    """Sentences on packs that apply to one of the drafts by itself and not to the other."""
    old: Audit
    new: Audit

    @property
    def counts(self) -> Mapping[Change, int]:
        """How many findings there are of each change, in the order of `Change`."""
        return {change: sum(found.change is change for found in self.findings) for change in Change}
