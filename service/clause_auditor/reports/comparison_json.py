"""A comparison as JSON, by the schema docs/schema/comparison.schema.json; every field present."""

from __future__ import annotations

import dataclasses

from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage
from clause_auditor.reports.comparison_formats import ComparedDrafts
from clause_auditor.reports.interface import Outcome, ReportStyle
from clause_auditor.reports.json_report import Json, finding_json, outcome_json, pretty_json


def write_json(drafts: ComparedDrafts, style: ReportStyle) -> bytes:
    """Return one object, UTF-8; the decision is null where a draft could not be read."""
    return pretty_json(comparison_json(drafts)).encode()


def comparison_json(drafts: ComparedDrafts) -> dict[str, Json]:
    """Return both drafts, each with its file, its error or null and its audit without findings, and what changed."""
    comparison = drafts.comparison
    counts = comparison.counts if comparison else dict.fromkeys(Change, 0)
    return {
        "decision": comparison.decision.value if comparison else None,
        "decision_reasons": list(comparison.decision_reasons) if comparison else [],
        "counts": {change.value: count for change, count in counts.items()},
        "remarks": list(comparison.remarks) if comparison else [],
        "findings": [compared_json(found) for found in comparison.findings] if comparison else [],
        "old": _draft_json(drafts.old),
        "new": _draft_json(drafts.new),
    }


def compared_json(found: ComparedFinding) -> dict[str, Json]:
    """Return one compared finding as JSON values."""
    limits = found.time_limits
    return {
        "rule_id": found.rule_id,
        "change": found.change.value,
        "old": finding_json(found.old) if found.old else None,
        "new": finding_json(found.new) if found.new else None,
        "passages": [_passage_json(found, passage) for passage in found.passages],
        "time_limits": {"old": list(limits.old), "new": list(limits.new)} if limits else None,
    }


def _passage_json(found: ComparedFinding, passage: ComparedPassage) -> dict[str, Json]:
    old, new = found.places(passage)
    return {
        "old_evidence": old,
        "new_evidence": new,
        "deleted": [dataclasses.asdict(stretch) for stretch in passage.deleted],
        "inserted": [dataclasses.asdict(stretch) for stretch in passage.inserted],
    }


def _draft_json(outcome: Outcome) -> dict[str, Json]:
    return {name: value for name, value in outcome_json(outcome).items() if name != "findings"}
