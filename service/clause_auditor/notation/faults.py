"""Collect faults, so that an author hears of all of them at once, and word them without quoting a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from clause_auditor.errors import ClauseAuditorError, Fault, InputError

MOST_FAULTS = 200
_MOST_WORDS = 2000
_SHOWN = re.compile(r"[A-Za-z0-9_.$§|*<>-]{1,60}\Z")


class Faults:
    """A growing list of faults; at `MOST_FAULTS` it raises them as `error`, so that a bad file costs little."""

    def __init__(self, error: type[ClauseAuditorError] = InputError) -> None:
        self.found: list[Fault] = []
        self._error = error

    def add(self, place: str, problem: str, cure: str = "") -> None:
        """Note one fault."""
        self.extend([Fault(place, problem, cure)])

    def extend(self, faults: Iterable[Fault]) -> None:
        """Note faults that were found elsewhere."""
        self.found.extend(faults)
        if len(self.found) >= MOST_FAULTS:
            self.refuse()

    def refuse(self) -> None:
        """Raise all faults as one error; do nothing if there is none."""
        if self.found:
            raise self._error(self.found)


def show_word(word: str) -> str:
    """Return a single word in quotes; anything longer stays hidden, since it may be contract text."""
    return f'"{word}"' if _SHOWN.match(word) else "(a text)"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a cure: the known word nearest to this one, or all known words if they are few, or nothing.

    A word that is none, such as a sentence, gets no cure: comparing it would cost more than it helps.
    """
    words = sorted(known)
    if len(words) > _MOST_WORDS or not _SHOWN.match(word):
        return ""
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Known: {', '.join(words)}" if 0 < len(words) <= 40 else ""
