"""Snapshots as files: set UPDATE_SNAPSHOTS=1 to write them anew and read the difference."""

from __future__ import annotations

import os
from pathlib import Path

SNAPSHOTS = Path(__file__).parent / "snapshots"


def hold(name: str, text: str) -> None:
    """Compare a text with the file of that name."""
    path = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
