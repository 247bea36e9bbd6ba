"""An audit as JSON: snake_case, lower-case words for enums, every field present, the same order always."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import rfc8785

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding
from clause_auditor.errors import ClauseAuditorError
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.quoting import UNUSUAL, does_harm

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json = Any
"""What `json` writes: dict, list, str, int, bool, None."""


def audit_json(audit: Audit) -> dict[str, Json]:
    """Return the audit as JSON values, by the schema docs/schema/audit.schema.json."""
    fields = _fields(audit)
    fields["findings"] = [finding_json(finding) for finding in audit.findings]
    return fields


def finding_json(finding: Finding) -> dict[str, Json]:
    """Return one finding as JSON values."""
    return {name: _plain(getattr(finding, name)) for name in _FINDING}


def canonical_json(audit: Audit) -> bytes:
    """Return the bytes that are the same wherever the same contract is audited (RFC 8785)."""
    return rfc8785.dumps(audit_json(audit))


def pretty_json(value: Json) -> str:
    """Return JSON values as a text to read: two spaces, a line end at the end, characters as they are if they show."""
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return UNUSUAL.sub(lambda found: _escaped(found[0]), text)


def _escaped(char: str) -> str:
    if not does_harm(char):
        return char
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def dense_json(value: Json) -> bytes:
    """Return JSON values as bytes for machines, on one line: a fraction of the time and size of `pretty_json`."""
    return (json.dumps(value, separators=(",", ":"), ensure_ascii=False, allow_nan=False) + "\n").encode()


def write_json(outcomes: Sequence[Outcome], style: ReportStyle) -> bytes:
    """Return one object with the list `audits`, an entry for each contract, as `--format json` gives it."""
    return pretty_json({"audits": [outcome_json(outcome) for outcome in outcomes]}).encode()


def outcome_json(outcome: Outcome) -> dict[str, Json]:
    """Return one entry of `audits`: the file's name, the error or null, and the audit's own fields."""
    entry: dict[str, Json] = {"file": readable(outcome.name), "error": None}
    if outcome.error:
        return entry | {"error": error_json(outcome.error)}
    return entry | (audit_json(outcome.audit) if outcome.audit else {})


def error_json(error: ClauseAuditorError) -> dict[str, Json]:
    """Return the faults of an error."""
    return {"faults": [{"place": readable(f.place), "problem": f.problem, "cure": f.cure} for f in error.faults]}


def readable(name: str) -> str:
    """Return a file name as JSON takes it: one may hold bytes that are no text."""
    return name.encode("utf-8", "backslashreplace").decode()


def _fields(value: DataclassInstance) -> dict[str, Json]:
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def _plain(value: object) -> Json:
    match value:
        case StrEnum():
            return value.value
        case tuple() | list():
            return [_plain(item) for item in value]
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            return value


_FIRST = ("rule_id", "status", "severity", "family", "evidence")
_FINDING = (*_FIRST, *(field.name for field in dataclasses.fields(Finding) if field.name not in _FIRST))
