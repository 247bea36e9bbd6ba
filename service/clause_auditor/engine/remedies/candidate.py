"""Candidates: edits that may mend a finding, before they are judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clause_auditor.domain.remedy import Edit, Remedy, RemedyKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """Edits that may turn the status of one rule."""

    kind: RemedyKind
    edits: tuple[Edit, ...]
    wording: str

    @property
    def size(self) -> int:
        """How much of the contract it touches, in code points."""
        return sum(edit.end - edit.start + len(edit.text) for edit in self.edits)

    def for_rule(self, rule_id: str) -> Remedy:
        """Return the candidate as the remedy of a rule."""
        return Remedy(rule_id, self.kind, self.edits, self.wording)


def are_compatible(edits: Iterable[Edit], others: Sequence[Edit]) -> bool:
    """Say whether edits can be made beside others: none overlaps another, but for one that is the very same."""
    return not any(edit != other and _overlap(edit, other) for edit in edits for other in others)


def _overlap(one: Edit, other: Edit) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end
