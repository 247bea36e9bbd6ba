"""The values of OSCAL: identifiers from digests, times from the day of the audit, properties, links, Markdown texts."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Final

from clause_auditor.domain.finding import Citation
from clause_auditor.reports.escaping import escape_markdown, one_line
from clause_auditor.reports.json_report import Json

NAMESPACE: Final = "https://clause-auditor.example/ns/oscal"
"""Under which our own properties are named; readers want an address, and this one is reserved: it leads nowhere."""
_ROOT: Final = uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)
_NO_DAY: Final = "1970-01-01"


def derive_uuid(*parts: str) -> str:
    """Return the UUID (version 5) that these texts always give."""
    words = "\n".join(parts).encode("utf-8", "backslashreplace").decode()
    return str(uuid.uuid5(_ROOT, words))


def midnight(day: str) -> str:
    """Return the first second of an ISO day in UTC; no clock is asked. The epoch stands for a day not known."""
    return f"{day or _NO_DAY}T00:00:00Z"


def line(text: str) -> str:
    """Return a text as one line of Markdown that shows it as it is."""
    return escape_markdown(one_line(text))


def prose(text: str) -> str:
    """Return a text as Markdown that shows it as it is; never empty."""
    return escape_markdown(text).strip() or "–"


def props(given: Mapping[str, str]) -> Json:
    """Return `{"props": [...]}` of our own namespace without empty values; empty where none is left."""
    rows = [{"name": name, "ns": NAMESPACE, "value": one_line(value)} for name, value in given.items() if value]
    return {"props": rows} if rows else {}


def links(citations: Iterable[Citation]) -> Json:
    """Return `{"links": [...]}` to the law; empty where none is cited."""
    rows = [{"href": each.url, "rel": "reference", "text": line(each.text)} for each in citations]
    return {"links": rows} if rows else {}
