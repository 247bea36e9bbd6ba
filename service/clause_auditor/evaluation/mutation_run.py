"""Work on many contracts, in one process or in several; the order of the results never depends on which."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from clause_auditor.domain.mutation import MutationKind
from clause_auditor.domain.rule import Library, Rule
from clause_auditor.engine import Auditor
from clause_auditor.evaluation.invariance import Comparison, WholeContract, compare
from clause_auditor.evaluation.mutation_subject import Subject
from clause_auditor.evaluation.mutation_trial import RuleTrials, Trial
from clause_auditor.packs import load_library

_FEW = 8
"""Contracts up to which starting processes costs more than it saves."""
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class PackPaths:
    """Where a process finds the packs: it loads them by itself."""

    root: Path | None = None
    overlays: tuple[Path, ...] = ()


class Worker:
    """Audits; keeps what it compiled for a rule."""

    def __init__(self, library: Library) -> None:
        self.auditor = Auditor(library)
        self._rules: dict[str, tuple[Rule, str]] = {
            rule.id: (rule, pack.name) for pack in library.packs for rule in pack.rules
        }
        self._trials: dict[str, RuleTrials] = {}

    def trials(self, rule_id: str) -> RuleTrials:
        """Return what tries mutations on contracts that meet a rule."""
        if rule_id not in self._trials:
            self._trials[rule_id] = RuleTrials(self.auditor, *self._rules[rule_id])
        return self._trials[rule_id]


def run_trials(
    library: Library, paths: PackPaths, subjects: Sequence[Subject], kinds: frozenset[MutationKind], jobs: int = 1
) -> Iterator[list[Trial]]:
    """Yield the trials of each subject, in the order of the subjects.

    `paths` are those that `library` was loaded from: further processes load it again.
    """
    return _run(library, paths, subjects, partial(_try, kinds), jobs)


def run_comparisons(
    library: Library, paths: PackPaths, contracts: Sequence[WholeContract], jobs: int = 1
) -> Iterator[list[Comparison]]:
    """Yield, for each contract in order, how its statuses compare after every change that must not matter."""
    return _run(library, paths, contracts, _compare, jobs)


def _try(kinds: frozenset[MutationKind], worker: Worker, subject: Subject) -> list[Trial]:
    return list(worker.trials(subject.rule_id).run(subject, kinds))


def _compare(worker: Worker, contract: WholeContract) -> list[Comparison]:
    return list(compare(worker.auditor, contract))


def _run(
    library: Library, paths: PackPaths, items: Sequence[_Item], task: Callable[[Worker, _Item], _Result], jobs: int
) -> Iterator[_Result]:
    if jobs <= 1 or len(items) <= _FEW:
        worker = Worker(library)
        yield from (task(worker, item) for item in items)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(paths,)) as pool:
        yield from pool.map(partial(_work, task), items, chunksize=4)


_process: list[Worker] = []
"""The worker of a process of the pool."""


def _start(paths: PackPaths) -> None:
    _process[:] = [Worker(load_library(paths.root, overlays=paths.overlays))]


def _work(task: Callable[[Worker, _Item], _Result], item: _Item) -> _Result:
    return task(_process[0], item)
