"""Runs cut where marks begin and end, so that every mark holds whole runs."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import Final

from clause_auditor.documents.origins import Origin
from clause_auditor.documents.word.marks.writing import empty_like
from clause_auditor.documents.word.names import Element, W, child

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS: Final = (f"{W}t", f"{W}delText")


class Cutter:
    """Takes all places first, cuts once, then tells which runs a place has become."""

    def __init__(self) -> None:
        self._cuts: dict[Element, set[int]] = {}
        self._runs: dict[Element, None] = {}
        self._pieces: dict[Element, list[tuple[int, int, Element]]] = {}

    def note(self, parts: Iterable[Origin]) -> None:
        """Take note of places, each within one run."""
        for node, low, high in parts:
            self._cuts.setdefault(node, set()).update((low, high))
            self._runs.setdefault(node.getparent())

    def cut(self) -> None:
        """Cut all runs noted."""
        for run in self._runs:
            self._cut_run(run)

    def runs(self, parts: Iterable[Origin]) -> list[Element]:
        """Return the runs that places have become, in their order."""
        found = (
            run for node, low, high in parts for start, end, run in self._pieces[node] if start < high and end > low
        )
        return list(dict.fromkeys(found))

    def _cut_run(self, run: Element) -> None:
        groups: list[list[Element]] = [[]]
        notes: list[tuple[Element, int, int, int]] = []
        for node in [part for part in run if part.tag != f"{W}rPr"]:
            cuts = self._cuts.get(node, set())
            size = _size(node)
            for low, high in pairwise([*sorted({0, *(cut for cut in cuts if 0 < cut < size)}), size]):
                if low in cuts and groups[-1]:
                    groups.append([])
                groups[-1].append(node if (low, high) == (0, size) else _piece(node, low, high))
                notes.append((node, low, high, len(groups) - 1))
            if size in cuts:
                groups.append([])
        runs = _spread(run, [group for group in groups if group])
        for node, low, high, place in notes:
            self._pieces.setdefault(node, []).append((low, high, runs[place]))


def _size(node: Element) -> int:
    return len(node.text or "") if node.tag in _TEXTS else 1


def _spread(run: Element, groups: list[list[Element]]) -> list[Element]:
    """Lay groups of nodes out over a run and new ones behind it; return all of them."""
    runs = [run]
    for _ in groups[1:]:
        runs.append(_next_run(runs[-1]))
    for node in [part for part in run if part.tag != f"{W}rPr"]:
        run.remove(node)
    for each, group in zip(runs, groups, strict=False):
        each.extend(group)
    return runs


def _next_run(run: Element) -> Element:
    """Put a run with the same properties behind a run."""
    made = empty_like(run)
    properties = child(run, "rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    run.addnext(made)
    return made


def _piece(node: Element, low: int, high: int) -> Element:
    """Return a part of a text."""
    made = empty_like(node)
    made.text = (node.text or "")[low:high]
    made.set(_SPACE, "preserve")
    return made
