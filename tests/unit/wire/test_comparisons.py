from __future__ import annotations

import dataclasses

from clause_auditor import compare
from clause_auditor.domain.comparison import Change, Comparison
from clause_auditor.v1 import comparison_pb2
from clause_auditor.wire.audits import View
from clause_auditor.wire.comparisons import comparison_to_proto
from clause_auditor.wire.enums import CHANGE

OLD = "The Processor shall notify the Controller of any personal data breach within 24 hours of becoming aware of it.\n"
NEW = OLD.replace("24 hours", "30 days")
COMPARISON = dataclasses.replace(compare(OLD, NEW, packs=["gdpr"], as_of="2026-03-31"), remarks=("Said.",))


def test_every_field_of_the_domain_has_its_place():
    message = comparison_to_proto(COMPARISON, View.FULL)
    names = {field.name for field in dataclasses.fields(Comparison)} - {"old", "new"} | {"old_audit", "new_audit"}
    assert {field.name for field, _ in message.ListFields()} == names | {"counts"}
    found = next(one for one in message.findings if one.change == comparison_pb2.CHANGE_LOST)
    assert len(found.ListFields()) == len(found.DESCRIPTOR.fields)
    assert len(found.passages[0].ListFields()) == len(found.passages[0].DESCRIPTOR.fields)
    assert (list(found.time_limits.old_limits), list(found.time_limits.new_limits)) == (
        ["24 hours"],
        ["30 calendar days"],
    )


def test_the_counts_have_a_field_for_each_change():
    assert {field.name for field in comparison_pb2.ChangeCounts.DESCRIPTOR.fields} == {each.value for each in Change}


def test_the_first_passage_is_told_from_none():
    message = comparison_to_proto(COMPARISON, View.FULL)
    passages = [passage for found in message.findings for passage in found.passages]
    assert any(passage.HasField("old_evidence") and passage.old_evidence == 0 for passage in passages)


def test_a_rule_of_one_draft_only_has_one_finding():
    first = COMPARISON.findings[0]
    only = dataclasses.replace(first, change=Change.NEW_ONLY, old=None, passages=())
    message = comparison_to_proto(dataclasses.replace(COMPARISON, findings=(only,)), View.FULL).findings[0]
    assert (message.HasField("old_finding"), message.HasField("new_finding")) == (False, True)
    assert message.change == CHANGE.number(Change.NEW_ONLY)
