"""Lines of a terminal report: wrapped, indented, coloured, and harmless whatever the contract holds."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from enum import Enum

from clause_auditor.reports.quoting import harmless

_NARROWEST, _WIDEST = 40, 100
_LONGEST_HANG = 4


class Ink(Enum):
    """A colour by its use; the value is the SGR code."""

    PLAIN = ""
    STRONG = "1"
    DIM = "2"
    BAD = "1;31"
    CARE = "33"
    GOOD = "32"


@dataclass(slots=True)
class Paper:
    """A sheet that is written from the top to the bottom."""

    width: int = 80
    colour: bool = False
    lines: list[str] = field(default_factory=list)

    def write(self, text: str, indent: int = 0, ink: Ink = Ink.PLAIN, lead: str = "") -> None:
        """Add a paragraph; `lead` stands before its first line, the others are indented as far if it is short."""
        hang = len(lead) if len(lead) <= _LONGEST_HANG else 2
        rows = textwrap.wrap(
            " ".join(harmless(lead + text).split()),
            max(_NARROWEST, min(self.width, _WIDEST)),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
        )
        self.lines += [self._inked(row, ink) for row in rows]

    def gap(self) -> None:
        """Add one empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        """Return the whole sheet."""
        return "\n".join(self.lines).rstrip("\n") + "\n"

    def _inked(self, row: str, ink: Ink) -> str:
        if not self.colour or ink is Ink.PLAIN:
            return row
        body = row.lstrip(" ")
        return f"{row[: len(row) - len(body)]}\x1b[{ink.value}m{body}\x1b[0m"
