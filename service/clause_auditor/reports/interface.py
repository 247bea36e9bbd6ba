"""What every report is: what became of one or many contracts in, one file out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.contract import Contract
from clause_auditor.domain.remedy import Remedy
from clause_auditor.errors import ClauseAuditorError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one contract: either an audit or an error."""

    name: str
    """The file as the caller named it."""
    audit: Audit | None = None
    error: ClauseAuditorError | None = None
    contract: Contract | None = None
    """What was judged: evidence points into the texts of its documents. Given with every audit."""
    remedies: Mapping[str, Remedy] = field(default_factory=dict)
    """By rule id; only those that hold. Filled in where a report asks for them."""


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How a report is to look; a format takes from it what concerns it."""

    source: str = ""
    """The name of the file that was audited."""
    width: int = 80
    """Columns of the terminal."""
    colour: bool = False
    explain: bool = False
    """True: the reasons of every finding are told."""


class Report(Protocol):
    """One format."""

    def __call__(self, outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
        """Return the whole file. The same outcomes give the same bytes: no clock, no random number, no machine name."""
        ...
