"""Trials counted: by kind, by way, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clause_auditor.domain.mutation import MutationKind
from clause_auditor.evaluation.figures import Share
from clause_auditor.evaluation.mutation_trial import Result, Trial
from clause_auditor.evaluation.mutation_variants import VARIANTS


@dataclass(slots=True)
class MutationTally:
    """Counts of trials of one group."""

    noticed: int = 0
    unnoticed: int = 0
    elsewhere: int = 0
    not_applicable: int = 0

    def add(self, result: Result) -> None:
        """Count one trial; a contract found otherwise is none."""
        self.noticed += result is Result.NOTICED
        self.unnoticed += result is Result.UNNOTICED
        self.elsewhere += result is Result.ELSEWHERE
        self.not_applicable += result is Result.NOT_APPLICABLE

    @property
    def share(self) -> Share:
        """Of the trials whose passage decided, those that were noticed."""
        return Share(self.noticed, self.noticed + self.unnoticed)


@dataclass(slots=True)
class MutationScore:
    """What all trials of a run show."""

    subjects: int = 0
    """Contracts and rules that were to be tried together."""
    found_otherwise: list[Trial] = field(default_factory=list)
    unnoticed: list[Trial] = field(default_factory=list)
    total: MutationTally = field(default_factory=MutationTally)
    kinds: dict[MutationKind, MutationTally] = field(default_factory=dict)
    variants: dict[tuple[MutationKind, str], MutationTally] = field(default_factory=dict)
    rules: dict[str, MutationTally] = field(default_factory=dict)

    def add(self, trials: Sequence[Trial]) -> None:
        """Count the trials of one subject."""
        self.subjects += 1
        for trial in trials:
            if trial.kind is None:
                self.found_otherwise.append(trial)
                continue
            for tally in (self.total, *self._tallies(trial, trial.kind)):
                tally.add(trial.result)
            if trial.result is Result.UNNOTICED:
                self.unnoticed.append(trial)

    def _tallies(self, trial: Trial, kind: MutationKind) -> tuple[MutationTally, ...]:
        return (
            self.kinds.setdefault(kind, MutationTally()),
            self.variants.setdefault((kind, trial.variant), MutationTally()),
            self.rules.setdefault(trial.rule_id, MutationTally()),
        )

    @property
    def ways(self) -> list[tuple[MutationKind, str, MutationTally]]:
        """The ways that were tried, in their fixed order."""
        keys = [(variant.kind, variant.name) for variant in VARIANTS]
        return [(*key, self.variants[key]) for key in keys if key in self.variants]


def score_trials(found: Iterable[Sequence[Trial]]) -> MutationScore:
    """Return the score of the trials of all subjects."""
    score = MutationScore()
    for trials in found:
        score.add(trials)
    return score
