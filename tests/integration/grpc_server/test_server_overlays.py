"""A server whose packs lie under an overlay: its answers say so."""

from __future__ import annotations

from pathlib import Path

from clause_auditor.bootstrap import build_auditor
from clause_auditor.settings import Settings
from clause_auditor.v1 import audit_service_pb2_grpc, finding_pb2, rule_pack_service_pb2, rule_pack_service_pb2_grpc

from .samples import make_request

OVERLAY = Path(__file__).parents[3] / "examples" / "overlay" / "fjordline.yaml"
NOTICE = "gdpr.breach.notify-controller"
TEXT = "The Processor shall notify the Controller of each personal data breach within 48 hours of becoming aware of it."


async def test_the_server_judges_by_the_overlay_and_names_it(start, connect):
    server = await start(build_auditor(Settings(packs=("gdpr",), overlays=(OVERLAY,))))
    channel = connect(server)
    response = await audit_service_pb2_grpc.AuditServiceStub(channel).AuditContract(make_request(TEXT))
    status = {finding.rule_id: finding.status for finding in response.audit.findings}
    assert status[NOTICE] == finding_pb2.STATUS_WEAK
    (overlay,) = response.audit.overlays
    assert (overlay.name, overlay.version, overlay.extends) == ("fjordline", "1.0.0", "gdpr")
    assert f"{NOTICE}: deadline 72 hours becomes 24 hours." in overlay.changes
    assert len(overlay.switched_off) == 1
    packs = rule_pack_service_pb2_grpc.RulePackServiceStub(channel)
    pack = (await packs.GetPack(rule_pack_service_pb2.GetPackRequest(name="gdpr"))).pack
    assert pack.digest == response.audit.packs[0].digest
    assert "fjordline.disposal.deadline" in [rule.id for rule in pack.rules]


async def test_without_an_overlay_none_is_named(audits):
    response = await audits.AuditContract(make_request())
    assert list(response.audit.overlays) == []
