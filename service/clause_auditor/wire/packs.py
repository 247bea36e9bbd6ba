"""Packs and rules to messages."""

from __future__ import annotations

from clause_auditor.domain.duration import Duration
from clause_auditor.domain.rule import Pack, Rule, RuleText, Threshold
from clause_auditor.v1 import contract_pb2, finding_pb2, rule_pb2
from clause_auditor.wire.enums import BASIS, SEVERITY, UNIT


def pack_to_proto(pack: Pack, *, rules: bool) -> rule_pb2.Pack:
    """Return the message of a pack, with its rules or without."""
    return rule_pb2.Pack(
        name=pack.name,
        version=pack.version,
        title=pack.title,
        regime=pack.regime,
        jurisdiction=pack.jurisdiction,
        law_consulted=pack.law_consulted,
        languages=pack.languages,
        rule_count=len(pack.rules),
        digest=pack.digest,
        rules=[rule_to_proto(rule) for rule in pack.rules] if rules else [],
    )


def rule_to_proto(rule: Rule) -> rule_pb2.Rule:
    """Return the message of a rule, with its texts in every language."""
    return rule_pb2.Rule(
        id=rule.id,
        title=rule.title,
        family=rule.family.value,
        severity=SEVERITY.number(rule.severity),
        basis=BASIS.number(rule.basis),
        citations=[finding_pb2.Citation(text=one.text, url=one.url) for one in rule.citations],
        texts={language: _text(text) for language, text in rule.texts.items()},
        thresholds=[_threshold(threshold) for threshold in rule.thresholds],
        in_force_from=rule.in_force_from,
        in_force_until=rule.in_force_until,
        ours=rule.ours,
        digest=rule.digest,
    )


def _text(text: RuleText) -> rule_pb2.RuleText:
    messages = {status.value: message for status, message in text.message.items()}
    return rule_pb2.RuleText(messages=messages, why=text.why, remedy=text.remedy)


def _threshold(threshold: Threshold) -> rule_pb2.Threshold:
    message = rule_pb2.Threshold(name=threshold.name, ours=threshold.ours)
    if isinstance(threshold.value, Duration):
        span = contract_pb2.Duration(amount=threshold.value.amount, unit=UNIT.number(threshold.value.unit))
        message.duration.CopyFrom(span)
    else:
        message.number = threshold.value
    return message
