"""The examples come out as their README says, and the same on every machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from clause_auditor.api import audit, read_source
from clause_auditor.cli.main import cli
from clause_auditor.documents import contract_json
from clause_auditor.domain.audit import Decision

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DAY = "2026-11-22"
CONTRACTS = ["good-dpa.md", "weak-vendor-dpa.md", "msa-with-dpa/contract.yaml", "record.yaml"]


@pytest.mark.parametrize(("name", "code"), list(zip(CONTRACTS, [0, 1, 1, 1], strict=True)))
def test_each_example_has_its_exit_code(name: str, code: int) -> None:
    result = CliRunner().invoke(cli, ["audit", str(EXAMPLES / name), "--as-of", DAY])
    assert result.exit_code == code, result.output


def test_the_good_example_meets_every_obligation_of_the_gdpr() -> None:
    report = audit(EXAMPLES / "good-dpa.md", packs=["gdpr"], as_of=DAY, strict=True, fail_on="low")
    assert report.decision is Decision.PASS
    assert {f.rule_id: f.status.value for f in report.findings if f.status.value != "met"} == {}


def test_the_weak_example_fails_in_many_ways() -> None:
    report = audit(EXAMPLES / "weak-vendor-dpa.md", packs=["gdpr"], as_of=DAY)
    assert {f.status.value for f in report.findings if f.status.violates} == {"weak", "missing", "contrary"}
    assert sum(f.status.violates for f in report.findings) >= 12


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_quote_stands_where_it_is_said_to_stand(name: str) -> None:
    contract = read_source(EXAMPLES / name)
    for finding in audit(contract, as_of=DAY).findings:
        for passage in finding.evidence:
            text = contract.document(passage.document_id).text
            assert text[passage.start : passage.end] == passage.quote != ""


@pytest.mark.parametrize("name", CONTRACTS[2:])
def test_the_records_keep_to_the_schema_of_contracts(name: str) -> None:
    schema = json.loads((ROOT / "docs" / "schema" / "contract.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    plain = yaml.load((EXAMPLES / name).read_text(), Loader=yaml.BaseLoader)
    for flag in [key for key, value in plain.get("facts", {}).items() if value in ("true", "false")]:
        plain["facts"][flag] = plain["facts"][flag] == "true"
    for document in plain.get("documents", []):
        document["rank"] = int(document["rank"])
    jsonschema.validate(plain, schema)
    jsonschema.validate(contract_json(read_source(EXAMPLES / name)), schema)


def test_the_report_is_the_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "clause_auditor.cli", "audit", "--format", "json", "--as-of", DAY]
    copy = tmp_path / "renamed.md"
    copy.write_bytes(b"\xef\xbb\xbf" + (EXAMPLES / "good-dpa.md").read_bytes().replace(b"\n", b"\r\n"))
    settings = [
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}, ROOT),
        ({"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles"}, tmp_path),
    ]
    outputs = set()
    for env, folder in settings:
        run = subprocess.run(
            [*command, str(copy)], stdout=subprocess.PIPE, env={**os.environ, **env}, cwd=folder, check=True
        )
        outputs.add(run.stdout)
    outputs.add(CliRunner().invoke(cli, [*command[3:], str(EXAMPLES / "good-dpa.md")]).stdout_bytes)
    assert len(outputs) == 1
