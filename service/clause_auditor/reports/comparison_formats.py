"""The formats of comparisons, and what each of them is given."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Final, Protocol, cast

from clause_auditor.domain.comparison import Comparison
from clause_auditor.reports.interface import Outcome, ReportStyle


@dataclass(frozen=True, slots=True)
class ComparedDrafts:
    """What became of two drafts: a comparison, or the error of one of them or of both."""

    old: Outcome
    new: Outcome
    comparison: Comparison | None = None
    """Given where both drafts could be read."""


class ComparisonReport(Protocol):
    """One format."""

    def __call__(self, drafts: ComparedDrafts, style: ReportStyle) -> bytes:
        """Return the whole file; the same drafts give the same bytes."""
        ...


_FORMATS: Final = {
    "text": ("comparison_text:write_text", (".txt",)),
    "json": ("comparison_json:write_json", (".json",)),
    "html": ("comparison_html:write_html", (".html", ".htm")),
}
"""By name: `module:function`, imported when it is asked for, and the endings of file names that mean the format."""
COMPARISON_FORMATS: Final = tuple(_FORMATS)


def load_format(name: str) -> ComparisonReport:
    """Return the function that writes a format; KeyError if there is none of that name."""
    module, _, function = _FORMATS[name][0].partition(":")
    return cast(ComparisonReport, getattr(importlib.import_module(f"clause_auditor.reports.{module}"), function))


def find_comparison_format(path: str) -> str | None:
    """Return the name of the format that a file name means by its ending; None if there is none."""
    return next((name for name, (_, endings) in _FORMATS.items() if path.lower().endswith(endings)), None)
