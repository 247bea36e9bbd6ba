"""What every report is: an audit in, one text out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from clause_auditor.domain.audit import Audit


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

    def __call__(self, audit: Audit, style: ReportStyle) -> str:
        """Return the whole report, with a line end at its end."""
        ...
