"""A run as JSON: every figure with its counts and its interval, every list whole and in its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clause_auditor.errors import Fault
from clause_auditor.evaluation.calibration import BANDS, Calibration, Group
from clause_auditor.evaluation.figures import Share, Tally
from clause_auditor.evaluation.gates import Gate
from clause_auditor.evaluation.run import Run
from clause_auditor.evaluation.score import Comparison

_DIGITS = 6
Json = dict[str, Any]


def run_json(run: Run) -> Json:
    """Return a run as JSON values; shares are numbers from 0 to 1 with six digits, null where there is no case."""
    score = run.score
    return {
        "as_of": run.as_of,
        "engine_version": run.engine_version,
        "packs": [{"name": each.name, "version": each.version, "digest": each.digest} for each in run.packs],
        "overlays": [{"name": each.name, "version": each.version, "digest": each.digest} for each in run.overlays],
        "rules": list(run.rules),
        "documents": score.documents,
        "sheets": score.sheets,
        "unlabelled": score.unlabelled,
        "total": tally_json(score.total),
        "by_pack": _groups(score.by_pack),
        "by_kind": _groups(score.by_kind),
        "by_family": _groups(score.by_family),
        "by_rule": _groups(score.by_rule),
        "by_sheet": _groups(score.by_sheet),
        "calibration": _calibration(score.calibration),
        "disagreements": [_comparison(each) for each in score.disagreements],
        "astray": [_comparison(each) for each in score.astray],
        "gates": [_gate(each) for each in run.gates],
        "warnings": [_fault(each) for each in score.warnings],
        "failures": [_fault(each) for each in score.failures],
    }


def tally_json(tally: Tally) -> Json:
    """Return the counts and figures of one group."""
    return {
        "labels": tally.labels,
        "not_judged": tally.not_judged,
        "true_positives": tally.hits,
        "false_positives": tally.false_alarms,
        "false_negatives": tally.misses,
        "true_negatives": tally.rejections,
        "precision": _share(tally.precision),
        "recall": _share(tally.recall),
        "f1": _number(tally.f1),
        "accuracy": _share(tally.accuracy),
        "status": _share(tally.status),
        "evidence": _share(tally.evidence),
    }


def _groups(groups: Mapping[str, Tally]) -> list[Json]:
    return [{"name": name, **tally_json(tally)} for name, tally in groups.items()]


def _share(share: Share) -> Json:
    interval = share.interval
    return {
        "value": _number(share.value),
        "low": _number(interval[0] if interval else None),
        "high": _number(interval[1] if interval else None),
        "part": share.part,
        "whole": share.whole,
    }


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _calibration(found: Calibration) -> Json:
    bands = zip(BANDS, found.bands, strict=True)
    return {
        "bands": [{"from": least, "to": most, **_group(group)} for (least, most), group in bands],
        "needs_review": {**_group(found.review), "share": _share(found.share_for_review)},
        "others": _group(found.others),
    }


def _group(group: Group) -> Json:
    mean = _number(group.mean_confidence)
    return {"number": group.number, "right": _share(group.share_right), "mean_confidence": mean}


def _comparison(each: Comparison) -> Json:
    finding = each.finding
    return {
        "contract": each.contract,
        "document": each.document,
        "pack": each.pack,
        "kind": each.kind.value,
        "rule_id": each.label.rule_id,
        "label": each.label.status.value,
        "found": finding.status.value if finding else None,
        "label_evidence": each.label.evidence,
        "found_evidence": list(finding.quotes) if finding else [],
        "confidence": finding.confidence if finding else None,
        "needs_review": finding.needs_review if finding else None,
        "note": each.label.note,
        "place": each.label.place,
    }


def _gate(gate: Gate) -> Json:
    return {"name": gate.name, "least": gate.least, "value": _number(gate.value), "passed": gate.passed}


def _fault(fault: Fault) -> Json:
    return {"place": fault.place, "problem": fault.problem, "cure": fault.cure}
