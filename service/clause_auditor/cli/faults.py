"""Exit codes, and errors as lines on stderr."""

from __future__ import annotations

from typing import Final

import click

from clause_auditor.errors import ClauseAuditorError
from clause_auditor.reports.quoting import harmless

PASS: Final = 0
FAIL: Final = 1
ERROR: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


def note(sentence: str) -> None:
    """Write a line on stderr that is no error."""
    click.echo(f"note: {harmless(sentence)}", err=True)


def tell(error: ClauseAuditorError) -> None:
    """Write each fault of an error on a line of stderr."""
    for fault in error.faults:
        click.echo(f"error: {harmless(str(fault))}", err=True)
