"""Lines wrapped anew as Markdown allows: paragraphs of prose and list items, nothing else."""

from __future__ import annotations

import re

_PIECE = re.compile(r"!?\[[^\[\]\n]*\]\([^()\n]*\)\S*|<[^<>\n]{1,300}>\S*|`[^`\n]*`\S*|\S+")
_SPECIAL = re.compile(r"[ \t]*(?:#|\||>|<|```|~~~|={3,}|-{3,}|\*{3,}|_{3,}|:{3}|\{|\[[^\]]*\]:)|(?: {4}|\t)")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+")
_MARK = re.compile(r"(?:[-*+#>|=~]|\d{1,3}[.)](?!\d)|\(?[a-zA-Z]{1,4}[.)]|\u2022|[\u2013\u2014])")
"""What would be read as a mark at the beginning of a line."""
_LEAST_PROSE = 50
"""Shorter lines may be set apart on purpose: labels, addresses."""


def wrap(text: str, columns: int) -> str | None:
    """Return the text with its prose in lines of at most so many columns; None if nothing changes."""
    return _rewrite(text, columns)


def unwrap(text: str) -> str | None:
    """Return the text with each paragraph of prose on one line; None if nothing changes."""
    return _rewrite(text, 0)


def _rewrite(text: str, columns: int) -> str | None:
    if text.startswith("---\n") or "```" in text:
        return None
    blocks = re.split(r"(\n[ \t]*\n)", text)
    rewritten = "".join(block if number % 2 else _block(block, columns) for number, block in enumerate(blocks))
    return rewritten if rewritten != text else None


def _block(block: str, columns: int) -> str:
    lines = block.strip("\n").split("\n")
    if not _is_prose(lines):
        return block
    lead = _ITEM.match(lines[0])
    pieces = _PIECE.findall(" ".join(line.strip() for line in lines))
    return block.replace(block.strip("\n"), _fill(pieces, columns, len(lead[0]) if lead else 0))


def _is_prose(lines: list[str]) -> bool:
    """Tell whether lines are one paragraph, or one item of a list: no line is set off or broken on purpose."""
    if any(not line.strip() or line.endswith(("  ", "\\")) for line in lines):
        return False
    if _SPECIAL.match(lines[0]) or lines[0][:1] in " \t" or len(" ".join(lines)) < _LEAST_PROSE:
        return False
    if any(_SPECIAL.match(line.lstrip()) or _MARK.match(line.lstrip()) for line in lines[1:]):
        return False
    return all(len(line) >= _LEAST_PROSE for line in lines[:-1]) and "|" not in lines[0]


def _fill(pieces: list[str], columns: int, indent: int) -> str:
    if not columns:
        return " ".join(pieces)
    lines: list[list[str]] = [[]]
    width = 0
    for piece in pieces:
        full = width + len(piece) + 1 > columns and lines[-1]
        if full and not _MARK.match(piece) and len(lines[-1]) > 1:
            lines.append([])
            width = indent
        lines[-1].append(piece)
        width += len(piece) + 1
    return f"\n{' ' * indent}".join(" ".join(line) for line in lines)
