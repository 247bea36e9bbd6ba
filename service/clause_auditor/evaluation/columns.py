"""Tables of text."""

from __future__ import annotations

from collections.abc import Sequence

_GAP = "  "


def even_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines of even columns, the first set to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [_GAP.join((first.ljust(widths[0]), *map(str.rjust, rest, widths[1:]))).rstrip() for first, *rest in rows]
