"""All trials of a selection, in one process or in several; the order of the results never depends on which."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.rule import Library, Rule
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.mutation_subject import Subject
from clause_auditor.evaluation.mutation_trial import RuleTrials, Trial
from clause_auditor.packs import load_library

_FEW = 8
"""Subjects up to which starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class PackPaths:
    """Where a process finds the packs: it loads them by itself."""

    root: Path | None = None
    overlays: tuple[Path, ...] = ()


class _Worker:
    """Tries subjects; keeps what it compiled for a rule."""

    def __init__(self, library: Library) -> None:
        self._auditor = Auditor(library)
        self._rules: dict[str, tuple[Rule, str]] = {
            rule.id: (rule, pack.name) for pack in library.packs for rule in pack.rules
        }
        self._trials: dict[str, RuleTrials] = {}

    def run(self, subject: Subject, kinds: frozenset[MutationKind]) -> list[Trial]:
        if subject.rule_id not in self._trials:
            self._trials[subject.rule_id] = RuleTrials(self._auditor, *self._rules[subject.rule_id])
        return list(self._trials[subject.rule_id].run(subject, kinds))


def run_trials(
    library: Library,
    paths: PackPaths,
    subjects: Sequence[Subject],
    kinds: frozenset[MutationKind],
    jobs: int = 1,
) -> Iterator[list[Trial]]:
    """Yield the trials of each subject, in the order of the subjects.

    `paths` are those that `library` was loaded from: further processes load it again.
    """
    if jobs <= 1 or len(subjects) <= _FEW:
        worker = _Worker(library)
        yield from (worker.run(subject, kinds) for subject in subjects)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(paths,)) as pool:
        yield from pool.map(_run, subjects, [kinds] * len(subjects), chunksize=4)


_process: list[_Worker] = []
"""The worker of a process of the pool."""


def _start(paths: PackPaths) -> None:
    _process[:] = [_Worker(load_library(paths.root, overlays=paths.overlays))]


def _run(subject: Subject, kinds: frozenset[MutationKind]) -> list[Trial]:
    return _process[0].run(subject, kinds)
