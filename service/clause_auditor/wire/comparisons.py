"""Comparisons to messages, as far as a view shows them."""

from __future__ import annotations

from collections.abc import Iterable

from clause_auditor.domain.comparison import Change, ComparedFinding, ComparedPassage, Comparison, Stretch
from clause_auditor.v1 import comparison_pb2
from clause_auditor.wire.audits import View, audit_to_proto
from clause_auditor.wire.enums import CHANGE, DECISION
from clause_auditor.wire.findings import finding_to_proto

_SAME = frozenset({Change.MOVED, Change.UNCHANGED})


def comparison_to_proto(comparison: Comparison, view: View) -> comparison_pb2.Comparison:
    """Return the message of a comparison as the view shows it."""
    return comparison_pb2.Comparison(
        decision=DECISION.number(comparison.decision),
        decision_reasons=comparison.decision_reasons,
        findings=[
            _compared(found, texts=view is View.FULL)
            for found in (comparison.findings if view is not View.DECISION else ())
            if view is View.FULL or found.change not in _SAME
        ],
        counts=comparison_pb2.ChangeCounts(**{change.value: count for change, count in comparison.counts.items()}),
        remarks=comparison.remarks,
        old_audit=audit_to_proto(comparison.old, View.DECISION),
        new_audit=audit_to_proto(comparison.new, View.DECISION),
    )


def _compared(found: ComparedFinding, *, texts: bool) -> comparison_pb2.ComparedFinding:
    limits = found.time_limits
    return comparison_pb2.ComparedFinding(
        rule_id=found.rule_id,
        change=CHANGE.number(found.change),
        old_finding=finding_to_proto(found.old, texts=texts) if found.old else None,
        new_finding=finding_to_proto(found.new, texts=texts) if found.new else None,
        passages=[_passage(found, passage) for passage in found.passages],
        time_limits=comparison_pb2.TimeLimits(old_limits=limits.old, new_limits=limits.new) if limits else None,
    )


def _passage(found: ComparedFinding, passage: ComparedPassage) -> comparison_pb2.ComparedPassage:
    old, new = found.places(passage)
    return comparison_pb2.ComparedPassage(
        old_evidence=old, new_evidence=new, deleted=_stretches(passage.deleted), inserted=_stretches(passage.inserted)
    )


def _stretches(stretches: Iterable[Stretch]) -> list[comparison_pb2.Stretch]:
    return [comparison_pb2.Stretch(start=stretch.start, end=stretch.end) for stretch in stretches]
