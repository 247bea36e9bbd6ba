"""A bar on stderr for long work, if somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

_Item = TypeVar("_Item")


@contextmanager
def show_progress(items: Iterable[_Item], number: int, label: str, *, free: bool = True) -> Iterator[Iterable[_Item]]:
    """Return the items, a bar moving as they are taken; none for a single item, or where stderr is not `free`."""
    if number < 2 or not free or not sys.stderr.isatty():
        yield items
        return
    with click.progressbar(items, length=number, label=label, file=sys.stderr) as bar:
        yield bar
