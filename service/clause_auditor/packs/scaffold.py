"""A new rule to begin with: it loads, passes every check and its own examples, and waits to be written over."""

from __future__ import annotations

from collections.abc import Collection

from clause_auditor.domain.finding import Severity
from clause_auditor.domain.rule import Family, Pack
from clause_auditor.errors import PackError
from clause_auditor.notation import show_word, suggest
from clause_auditor.packs.citation import cite
from clause_auditor.packs.values import RULE_ID

_SOMEWHERE = "GDPR Art. 28(3)"
_TEMPLATE = """\
id: {id}
title: What the contract must oblige the processor to do
family: {family}
severity: {severity}
basis: law            # or good_practice
citations: ["{citation}"]
thresholds:
  deadline:
    value: 10 calendar_days
    ours: 10 days is our line; say here what the law says.
facets:               # docs/rules.md, Conditions: what counts, of one provision
  duty:
    has: [vendor, customer]
  in_time:
    - facet: duty
    - timed: {{at_most: $deadline}}
statuses:             # over the whole contract; tried in the order not_applicable, contrary, met, weak
  met: in_time
  weak: duty
texts:
  en:
    message:
      missing: The contract does not say so.
      weak: The contract says so, but names no time, or one that is too long.
      met: The contract says so, and when.
    why: Say what goes wrong without it.
    remedy: "{{vendor}} shall do so for {{customer}} within ten days."
examples:             # at least two that are met, said differently, and one for each other status
  - name: in time
    status: met
    text: The Processor shall answer the Controller within 5 days.
    evidence: shall answer
  - name: in time, said the other way round
    status: met
    text: Within ten days the Controller receives an answer from the Processor.
    evidence: receives an answer
  - name: whenever
    status: weak
    text: The Processor shall answer the Controller.
    evidence: shall answer
  - name: silence
    status: missing
    text: This agreement is governed by the law of Utopia.
"""


def scaffold_rule(rule_id: str, packs: Collection[Pack], family: Family, severity: Severity, citation: str = "") -> str:
    """Return the text of a rule file to begin with.

    PackError if the id is none, names no pack or is taken, or if the citation has no known form. Without a citation
    the rule cites what the first rule of the pack does.
    """
    pack = _pack_of(rule_id, packs)
    if citation:
        _check_citation(citation)
    else:
        citation = next((cited.text for rule in pack.rules for cited in rule.citations), _SOMEWHERE)
    return _TEMPLATE.format(id=rule_id, family=family.value, severity=severity.value, citation=citation)


def _pack_of(rule_id: str, packs: Collection[Pack]) -> Pack:
    if not RULE_ID.match(rule_id):
        raise PackError.at("", f"{show_word(rule_id)} is no id of a rule", "Write it as pack.topic.obligation")
    name = rule_id.partition(".")[0]
    pack = next((pack for pack in packs if pack.name == name), None)
    if pack is None:
        cure = suggest(name, [pack.name for pack in packs])
        raise PackError.at("", f"unknown pack {show_word(name)}", cure)
    if any(rule.id == rule_id for rule in pack.rules):
        raise PackError.at("", f'the rule "{rule_id}" is there already', "Give the new rule an id of its own")
    return pack


def _check_citation(citation: str) -> None:
    try:
        cite(citation)
    except ValueError as error:
        raise PackError.at("", f"ill-written citation: {error}") from None
