"""The formats of reports over one or many contracts: name, file endings, and the module that writes them."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar, cast

from clause_auditor.reports.interface import Report


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of file names that mean it, lower case."""
    writer: str
    """`module:function` of its `Report`, imported when it is asked for."""
    wants_text: bool = False
    """True: it shows the contract itself, so that outcomes are to hold it."""
    wants_remedies: bool = False
    """True: it rests on remedies, so that they are to be found even where nobody asks for them."""

    def load(self) -> Report:
        """Return the function that writes it."""
        module, _, function = self.writer.partition(":")
        return cast(Report, getattr(importlib.import_module(f"clause_auditor.reports.{module}"), function))


FORMATS: Final = (
    Format("text", (".txt",), "text_report:write_text"),
    Format("json", (".json",), "json_report:write_json"),
    Format("sarif", (".sarif", ".sarif.json"), "sarif:write_sarif", wants_text=True),
    Format("junit", (".junit.xml", ".xml"), "junit_report:write_junit"),
    Format("oscal", (".oscal.json",), "oscal:write_oscal"),
    Format("markdown", (".md", ".markdown"), "markdown:write_markdown"),
    Format("csv", (".csv",), "csv_report:write_csv"),
    Format("xlsx", (".xlsx",), "excel:write_excel"),
    Format("html", (".html", ".htm"), "html.page:write_html", wants_text=True),
)
"""Every format, in the order of the help text."""


class Named(Protocol):
    """What file names mean by their endings."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings, lower case."""
        ...


_Named = TypeVar("_Named", bound=Named)


def find_format(path: str) -> Format | None:
    """Return the format that a file name means; None if there is none."""
    return find_by_ending(path, FORMATS)


def find_by_ending(path: str, forms: Iterable[_Named]) -> _Named | None:
    """Return what a file name means: the longest ending decides; None if there is none."""
    fitting = [(len(suffix), form) for form in forms for suffix in form.suffixes if path.lower().endswith(suffix)]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None
