"""Findings to messages, as far as a view shows them."""

from __future__ import annotations

from clause_auditor.domain.finding import Evidence, Finding, Reason, Status
from clause_auditor.v1 import finding_pb2
from clause_auditor.wire.enums import BASIS, SEVERITY, STATUS

_SETTLED = frozenset({Status.MET, Status.NOT_APPLICABLE})


def keeps_from_pass(finding: Finding) -> bool:
    """Tell whether the finding is a violation, could not be judged, or is to be reviewed."""
    return finding.status not in _SETTLED or finding.needs_review


def finding_to_proto(finding: Finding, *, texts: bool) -> finding_pb2.Finding:
    """Return the message; without `texts` it lacks reasons and what GetPack tells of the rule."""
    message = finding_pb2.Finding(
        rule_id=finding.rule_id,
        pack=finding.pack,
        title=finding.title,
        family=finding.family,
        basis=BASIS.number(finding.basis),
        status=STATUS.number(finding.status),
        severity=SEVERITY.number(finding.severity),
        message=finding.message,
        evidence=[_evidence(passage) for passage in finding.evidence],
        confidence=finding.confidence,
        needs_review=finding.needs_review,
        fingerprint=finding.fingerprint,
    )
    _add_places(message, finding)
    if texts:
        _add_texts(message, finding)
    return message


def _add_places(message: finding_pb2.Finding, finding: Finding) -> None:
    if place := finding.insert_after:
        point = finding_pb2.InsertionPoint(document_id=place.document_id, offset=place.offset, clause=place.clause)
        message.insert_after.CopyFrom(point)
    if waiver := finding.waiver:
        message.waiver.CopyFrom(finding_pb2.Waiver(reason=waiver.reason, by=waiver.by, until=waiver.until))


def _add_texts(message: finding_pb2.Finding, finding: Finding) -> None:
    message.reasons.extend(_reason(step) for step in finding.reasons)
    message.citations.extend(finding_pb2.Citation(text=one.text, url=one.url) for one in finding.citations)
    message.ours.extend(finding.ours)
    message.remedy = finding.remedy
    message.why = finding.why


def _evidence(passage: Evidence) -> finding_pb2.Evidence:
    return finding_pb2.Evidence(
        document_id=passage.document_id,
        start=passage.start,
        end=passage.end,
        quote=passage.quote,
        clause=passage.clause,
        paragraph=passage.paragraph,
        page=passage.page,
    )


def _reason(step: Reason) -> finding_pb2.Reason:
    return finding_pb2.Reason(
        facet=step.facet,
        operator=step.operator,
        holds=step.holds,
        words=step.words,
        clause=step.clause,
        says=step.says,
    )
