"""Remarks on a file that readers of several formats make."""

from __future__ import annotations


def struck_out(count: int) -> str:
    """Return the remark on so many passages that a line is drawn through."""
    what = "A struck-out passage was" if count == 1 else f"{count} struck-out passages were"
    return f"{what} judged as standing, since no tracked change deletes {'it' if count == 1 else 'them'}."
