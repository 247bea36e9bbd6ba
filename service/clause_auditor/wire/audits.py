"""Audits to messages, as far as a view shows them."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from clause_auditor.domain.audit import Audit, JudgedDocument, PackUse, Scope
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.v1 import audit_pb2
from clause_auditor.wire.enums import DECISION, PERSPECTIVE, SEVERITY
from clause_auditor.wire.findings import finding_to_proto, keeps_from_pass


class View(Enum):
    """How much of an audit an answer holds; docs at `AuditView` in audit.proto."""

    DECISION = audit_pb2.AUDIT_VIEW_DECISION
    FINDINGS = audit_pb2.AUDIT_VIEW_FINDINGS
    FULL = audit_pb2.AUDIT_VIEW_FULL


def view_from_proto(number: int, default: View) -> View:
    """Return the view; the default where none is given."""
    return View(number) if number in _VIEWS else default


_VIEWS = frozenset(view.value for view in View)


def audit_to_proto(audit: Audit, view: View) -> audit_pb2.Audit:
    """Return the message of an audit as the view shows it."""
    return audit_pb2.Audit(
        decision=DECISION.number(audit.decision),
        decision_reasons=audit.decision_reasons,
        findings=[
            finding_to_proto(finding, texts=view is View.FULL)
            for finding in (audit.findings if view is not View.DECISION else ())
            if view is View.FULL or keeps_from_pass(finding)
        ],
        counts=_counts(audit),
        packs=[_pack_use(use) for use in audit.packs],
        scope=_scope(audit.scope),
        as_of=audit.as_of,
        engine_version=audit.engine_version,
        contract_key=audit.contract_key,
        vendor_key=audit.vendor_key,
        contract_digest=audit.contract_digest,
        perspective=PERSPECTIVE.number(audit.perspective),
        fail_on=SEVERITY.number(audit.fail_on),
        strict=audit.strict,
        overlays=[_overlay(overlay) for overlay in audit.overlays],
        strictest={
            family: audit_pb2.Strictest(rule_id=found.rule_id, pack=found.pack, why=found.why)
            for family, found in audit.strictest.items()
        },
        announced=[
            audit_pb2.Announcement(id=law.id, name=law.name, start=law.start, note=law.note, url=law.url)
            for law in audit.announced
        ],
    )


def _counts(audit: Audit) -> audit_pb2.FindingCounts:
    return audit_pb2.FindingCounts(**Counter(finding.status.value for finding in audit.findings))


def _pack_use(use: PackUse) -> audit_pb2.PackUse:
    return audit_pb2.PackUse(
        name=use.name, version=use.version, digest=use.digest, applied=use.applied, reason=use.reason
    )


def _overlay(overlay: OverlayUse) -> audit_pb2.OverlayUse:
    return audit_pb2.OverlayUse(
        name=overlay.name,
        version=overlay.version,
        title=overlay.title,
        extends=overlay.extends,
        digest=overlay.digest,
        changes=overlay.changes,
        switched_off=overlay.switched_off,
        conflicts=overlay.conflicts,
    )


def _scope(scope: Scope) -> audit_pb2.Scope:
    return audit_pb2.Scope(
        documents=[_judged(document) for document in scope.documents],
        law_as_of=scope.law_as_of,
        not_judged=scope.not_judged,
        notice=scope.notice,
        views=scope.views,
    )


def _judged(document: JudgedDocument) -> audit_pb2.JudgedDocument:
    return audit_pb2.JudgedDocument(
        id=document.id,
        title=document.title,
        role=document.role,
        language=document.language,
        words=document.words,
        judged=document.judged,
    )
