"""Collect faults, so that an author hears of all of them at once, and word them without quoting a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from clause_auditor.errors import ClauseAuditorError, Fault, InputError

_SHOWN = re.compile(r"[A-Za-z0-9_.$§|*<>-]{1,60}\Z")


class Faults:
    """A growing list of faults."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, place: str, problem: str, cure: str = "") -> None:
        """Note one fault."""
        self.found.append(Fault(place, problem, cure))

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note faults that were found elsewhere."""
        self.found.extend(faults)

    def refuse(self, error: type[ClauseAuditorError] = InputError) -> None:
        """Raise all faults as one error of that kind; do nothing if there is none."""
        if self.found:
            raise error(self.found)


def show_word(word: str) -> str:
    """Return a single word in quotes; anything longer stays hidden, since it may be contract text."""
    return f'"{word}"' if _SHOWN.match(word) else "(a text)"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a cure: the known word nearest to this one, or all known words if they are few, or nothing."""
    words = sorted(known)
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Known: {', '.join(words)}" if 0 < len(words) <= 40 else ""
