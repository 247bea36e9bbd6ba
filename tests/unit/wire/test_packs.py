from __future__ import annotations

from clause_auditor.domain.duration import Duration, Unit
from clause_auditor.domain.finding import Basis, Citation, Severity, Status
from clause_auditor.domain.rule import Family, Pack, Rule, RuleText, Threshold
from clause_auditor.v1 import contract_pb2, finding_pb2
from clause_auditor.wire.packs import pack_to_proto

RULE = Rule(
    id="acme.breach.told",
    title="Breaches are told",
    family=Family.BREACH_NOTIFICATION,
    severity=Severity.CRITICAL,
    basis=Basis.LAW,
    citations=(Citation("Art. 33(2)", "https://example.org/33"),),
    texts={"en": RuleText({Status.MISSING: "Nobody is told."}, "To act.", "{vendor} shall tell {customer}.")},
    facets={},
    statuses={},
    thresholds=(Threshold("deadline", Duration(24, Unit.HOURS), "Our line."), Threshold("least", 2)),
    in_force_from="2018-05-25",
    in_force_until="2030-01-01",
    ours=("A line of ours.",),
    digest="d1",
)
PACK = Pack("acme", "1.0.0", "Acme's playbook", "GDPR", "EU", "2026-03-31", (RULE,), ("en",), None, {}, (), "d2")


def test_a_pack_without_rules_still_tells_how_many_there_are():
    message = pack_to_proto(PACK, rules=False)
    assert (message.name, message.rule_count, len(message.rules)) == ("acme", 1, 0)
    assert {field.name for field in message.DESCRIPTOR.fields} - {field.name for field, _ in message.ListFields()} == {
        "rules"
    }


def test_a_rule_has_every_field():
    rule = pack_to_proto(PACK, rules=True).rules[0]
    assert len(rule.ListFields()) == len(rule.DESCRIPTOR.fields)
    assert (rule.severity, rule.family) == (finding_pb2.SEVERITY_CRITICAL, "breach_notification")
    assert dict(rule.texts["en"].messages) == {"missing": "Nobody is told."}
    span, number = rule.thresholds
    assert span.duration == contract_pb2.Duration(amount=24, unit=contract_pb2.DURATION_UNIT_HOURS)
    assert (number.WhichOneof("value"), number.number) == ("number", 2)
