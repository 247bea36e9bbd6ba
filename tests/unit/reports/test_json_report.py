"""The JSON report: every field, the schema, and bytes that do not depend on anything but the audit."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from clause_auditor.domain.audit import Audit
from clause_auditor.domain.finding import Finding
from clause_auditor.domain.overlay import OverlayUse
from clause_auditor.reports.json_report import audit_json, canonical_json, pretty_json

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "schema" / "audit.schema.json").read_text())


def test_the_report_keeps_to_the_schema(sample: Audit) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(audit_json(sample), SCHEMA)


def test_the_schema_knows_every_field_and_no_other() -> None:
    assert set(SCHEMA["properties"]) == {field.name for field in dataclasses.fields(Audit)}
    assert set(SCHEMA["$defs"]["finding"]["properties"]) == {field.name for field in dataclasses.fields(Finding)}


@pytest.mark.parametrize(
    "change", [{"status": "fine"}, {"confidence": 101}, {"extra": 1}, {"evidence": [{"quote": ""}]}]
)
def test_the_schema_refuses_what_is_wrong(sample: Audit, change: dict[str, object]) -> None:
    report = audit_json(sample)
    report["findings"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)


def test_overlays_keep_to_the_schema(sample: Audit) -> None:
    use = OverlayUse("house", "1.0.0", "House lines", "demo", "aa", ("Sooner.",), ("Off.",), ())
    report = audit_json(dataclasses.replace(sample, overlays=(use,)))
    jsonschema.validate(report, SCHEMA)
    assert report["overlays"][0]["changes"] == ["Sooner."]
    assert set(SCHEMA["$defs"]["overlay_use"]["properties"]) == {field.name for field in dataclasses.fields(OverlayUse)}
    assert audit_json(sample)["overlays"] == []


def test_words_of_a_choice_are_plain_lower_case_text(sample: Audit) -> None:
    first = json.loads(pretty_json(audit_json(sample)))["findings"][4]
    assert list(first)[:5] == ["rule_id", "status", "severity", "family", "evidence"]
    assert (first["status"], first["severity"], first["basis"]) == ("contrary", "critical", "law")
    assert first["insert_after"] is None


def test_characters_stand_as_they_are(sample: Audit) -> None:
    text = pretty_json(audit_json(dataclasses.replace(sample, contract_key="Löschung")))
    assert "Löschung" in text
    assert text.endswith("}\n")


def test_the_canonical_form_is_sorted_and_dense(sample: Audit) -> None:
    data = canonical_json(sample)
    assert json.loads(data) == audit_json(sample)
    assert data == json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
