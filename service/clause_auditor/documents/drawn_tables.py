"""Tables that a plain text draws with lines of dashes, to rows between bars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_RULE = re.compile(r" {0,8}-{2,}(?: +-{2,})+ *\Z")
_LINE = re.compile(r" {0,8}-{6,} *\Z")
_RUN = re.compile(r"-{2,}")
_MOST_HEAD_LINES: Final = 6
_MOST_LINES: Final = 2_000


def rewrite_tables(text: str) -> str:
    """Return a text whose drawn tables are written as `| one | two |`; the same text if it has none."""
    if "--" not in text:
        return text
    lines = text.split("\n")
    written: list[str] = []
    place = 0
    while place < len(lines):
        if _RULE.match(lines[place]):
            place = _rewrite(lines, place, written)
        else:
            written.append(lines[place])
            place += 1
    return "\n".join(written)


def _rewrite(lines: Sequence[str], rule: int, written: list[str]) -> int:
    """Write the table whose columns a line of dashes shows; return the line after it."""
    columns = [match.start() for match in _RUN.finditer(lines[rule])]
    head, framed = _take_head(written)
    rows, after = _rows(lines, rule + 1, columns, framed=framed)
    if not rows:
        written += [*head, lines[rule]]
        return rule + 1
    if head:
        written.append(_row(head, columns))
        written.append("|" + " --- |" * len(columns))
    written += rows
    written.append("")
    return after


def _take_head(written: list[str]) -> tuple[list[str], bool]:
    """Take the lines of a table's head off what is written, and the line of dashes above them, if there is one."""
    head: list[str] = []
    while written and len(head) < _MOST_HEAD_LINES and written[-1].strip() and not _LINE.match(written[-1]):
        if not written[-1].startswith("  ") and not head and len(written) > 1 and written[-2].strip():
            break
        head.insert(0, written.pop())
    framed = bool(head) and bool(written) and _LINE.match(written[-1]) is not None
    if framed:
        written.pop()
    elif len(head) > 1:
        written += head[:-1]
        head = head[-1:]
    return head, framed


def _rows(lines: Sequence[str], place: int, columns: Sequence[int], *, framed: bool) -> tuple[list[str], int]:
    """Return the rows below a line of dashes, and the line after the table.

    In a framed table an empty line parts the rows and a line of dashes ends it; in any other each line is a row.
    """
    rows: list[str] = []
    held: list[str] = []
    for after in range(place, min(len(lines), place + _MOST_LINES)):
        line = lines[after]
        if _LINE.match(line) or _RULE.match(line):
            return [*rows, *_written(held, columns)], after + 1
        if not line.strip():
            if not framed:
                return rows, after
            rows += _written(held, columns)
            held = []
        elif framed:
            held.append(line)
        else:
            rows.append(_row([line], columns))
    return ([], place) if framed else (rows, min(len(lines), place + _MOST_LINES))


def _written(held: list[str], columns: Sequence[int]) -> list[str]:
    return [_row(held, columns)] if held else []


def _row(lines: Sequence[str], columns: Sequence[int]) -> str:
    ends = [*columns[1:], None]
    cells = [
        " ".join(part for line in lines if (part := line[start:end].strip()))
        for start, end in zip(columns, ends, strict=True)
    ]
    return "| " + " | ".join(cell.replace("|", "\u00a6") for cell in cells) + " |"
