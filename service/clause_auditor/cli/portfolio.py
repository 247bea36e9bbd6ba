"""Many contracts: audited one after the other, or side by side in processes of their own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.outcomes import Order, audit_input, failed_outcome
from clause_auditor.documents import prepare_readers
from clause_auditor.engine import Auditor
from clause_auditor.reports import Outcome

_FEW: Final = 8
"""Of so few contracts a process each costs more than it saves."""


def count_jobs(inputs: Sequence[Input], wanted: int | None) -> int:
    """Return how many processes audit: those asked for, else one a core; standard input is read by this one alone."""
    if any(not source.paths and not source.fault for source in inputs):
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(wanted or (1 if len(inputs) < _FEW else cores), max(len(inputs), 1))


def audit_all(inputs: Sequence[Input], order: Order, auditor: Auditor, jobs: int) -> Iterator[list[Outcome]]:
    """Yield what became of each input, in their order."""
    if jobs > 1:
        yield from _side_by_side(inputs, order, jobs)
        return
    if any(source.wants_reader for source in inputs):
        prepare_readers()
    for source in inputs:
        yield audit_input(source, auditor, order)


def _side_by_side(inputs: Sequence[Input], order: Order, jobs: int) -> Iterator[list[Outcome]]:
    pending = list(inputs)
    while pending:
        pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _start, (order,))
        try:
            futures: list[Future[list[Outcome]]] = [pool.submit(_work, source) for source in pending]
            for future in futures:
                yield future.result()
                pending.pop(0)
        except BrokenProcessPool:
            if jobs == 1:  # alone, it was this one that ended its process
                yield [failed_outcome(pending.pop(0).name, MemoryError())]
            jobs = 1
        finally:
            pool.shutdown(cancel_futures=True)


_AUDITOR: Auditor | None = None
_ORDER: Order | None = None


def _start(order: Order) -> None:
    global _AUDITOR, _ORDER
    _AUDITOR, _ORDER = build_auditor(order.settings), order
    prepare_readers()


def _work(source: Input) -> list[Outcome]:
    if _AUDITOR is None or _ORDER is None:
        raise RuntimeError("the process was not started by _start")
    return audit_input(source, _AUDITOR, _ORDER)
