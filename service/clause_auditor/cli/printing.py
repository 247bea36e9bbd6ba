"""Outcomes to stdout and stderr, as text or as JSON."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import click

from clause_auditor.cli.faults import tell
from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Severity
from clause_auditor.errors import ClauseAuditorError
from clause_auditor.reports import Outcome, ReportStyle
from clause_auditor.reports.json_report import audit_json, outcome_json, pretty_json
from clause_auditor.reports.quoting import harmless
from clause_auditor.reports.text_report import render_text

_RULE = "─"


class Printer(Protocol):
    """Shows outcomes as they come."""

    @property
    def late(self) -> bool:
        """True if nothing is printed before all outcomes are there."""
        ...

    def show(self, outcome: Outcome) -> None:
        """Take one outcome; errors go to stderr at once."""
        ...

    def close(self) -> None:
        """All outcomes are there."""
        ...


def make_printer(form: str, explain: bool, *, many: bool) -> Printer:
    """Return the printer for a format; with `many` JSON is one object with the list `audits`."""
    if form == "brief":
        return BriefPrinter()
    return JsonPrinter(many) if form == "json" else TextPrinter(explain, many)


@dataclass(slots=True)
class JsonPrinter:
    """One object: the audit of a single file, or the list `audits`."""

    many: bool
    entries: list[dict[str, object]] = field(default_factory=list)
    late: bool = True

    def show(self, outcome: Outcome) -> None:
        """Print a single audit, or keep it for the list."""
        if outcome.error:
            tell(outcome.error)
        if self.many:
            self.entries.append(outcome_json(outcome))
        elif outcome.audit:
            _print_bytes(pretty_json(audit_json(outcome.audit)))

    def close(self) -> None:
        """Print the list."""
        if self.many:
            _print_bytes(pretty_json({"audits": self.entries}))


@dataclass(slots=True)
class TextPrinter:
    """A report after the other, and a line that sums up."""

    explain: bool
    many: bool
    tally: Counter[str] = field(default_factory=Counter)
    late: bool = False

    def show(self, outcome: Outcome) -> None:
        """Print a report."""
        if outcome.error:
            tell(outcome.error)
        if outcome.audit:
            style = make_style(outcome.name, self.explain)
            click.echo(render_text(outcome.audit, style), color=style.colour)
            if self.many:
                click.echo(_RULE * style.width)
        self.tally[outcome.audit.decision.value if outcome.audit else "in error"] += 1

    def close(self) -> None:
        """Print how many files passed."""
        if self.many:
            click.echo(_sum_up(self.tally))


@dataclass(slots=True)
class BriefPrinter:
    """A line a contract, and one that sums up."""

    tally: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    errors: list[ClauseAuditorError] = field(default_factory=list)
    late: bool = True

    def show(self, outcome: Outcome) -> None:
        """Keep the decision and the violations by severity."""
        if outcome.error:
            self.errors.append(outcome.error)
        word = outcome.audit.decision.value if outcome.audit else "in error"
        self.tally[word] += 1
        counts = ", ".join(_violations(outcome.audit)) if outcome.audit else ""
        self.lines.append(f"{word.upper():<8} {harmless(outcome.name)}" + (f"  ({counts})" if counts else ""))

    def close(self) -> None:
        """Print the lines, and how many passed."""
        for error in self.errors:
            tell(error)
        click.echo("\n".join([*self.lines, _sum_up(self.tally)]))


def _sum_up(tally: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in sorted(tally.items()))
    return f"{tally.total()} {'contract' if tally.total() == 1 else 'contracts'}: {parts}"


def _violations(audit: Audit) -> Iterator[str]:
    open_ = [finding for finding in audit.findings if finding.status.violates and not finding.waiver]
    for severity in Severity:
        if count := sum(finding.severity is severity for finding in open_):
            yield f"{count} {severity.value}"
    if accepted := sum(finding.waiver is not None for finding in audit.findings):
        yield f"{accepted} accepted"


def make_style(name: str, explain: bool) -> ReportStyle:
    """Return how a report is to look on this terminal: at most 100 columns, colours only where they are wanted."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    shown = "standard input" if name == "-" else name
    return ReportStyle(source=shown, width=width, colour=_wants_colour(), explain=explain)


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print_bytes(text: str) -> None:
    """JSON is UTF-8 whatever the terminal's encoding."""
    click.echo(text.encode(), nl=False)
