"""The errors that callers may see: each names the place, the fault and the cure.

ClauseAuditorError
├── InputError     the contract, its record or the request is ill-formed
├── PackError      a rule pack, lexicon or overlay is ill-written
├── LimitError     the input is larger than the configured limit
├── ProtectedError a file can be read with its password only
└── Cancelled      the caller withdrew the audit while it ran

No error ever holds contract text: a place is a file, a line, a field or an offset.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it stands, what it is, and how to mend it."""

    place: str
    """A file with its line ("pack.yaml:12"), or a field path ("facts.breach_notice")."""
    problem: str
    cure: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.problem}" if self.place else self.problem
        return f"{text}. {self.cure}" if self.cure else text


class ClauseAuditorError(Exception):
    """The root of all errors that are meant for a caller; `faults` lists every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def at(cls, place: str, problem: str, cure: str = "") -> ClauseAuditorError:
        """Return an error of this kind with a single fault."""
        return cls([Fault(place, problem, cure)])


class InputError(ClauseAuditorError):
    """The contract, its record or the request is ill-formed."""


class PackError(ClauseAuditorError):
    """A rule pack, a lexicon or an overlay is ill-written."""


class LimitError(InputError):
    """The input is larger than the configured limit."""


class ProtectedError(InputError):
    """A file can be read with its password only."""


class Cancelled(ClauseAuditorError):  # noqa: N818 - a withdrawal, not a fault
    """The caller withdrew the audit while it ran."""
