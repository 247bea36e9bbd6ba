"""The overlay of the examples, through the command, the settings and the library: what it changes in an audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from clause_auditor.api import audit
from clause_auditor.cli.main import cli

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
OVERLAY = EXAMPLES / "overlay" / "fjordline.yaml"
GOOD = EXAMPLES / "good-dpa.md"
DAY = "2026-11-22"
ASKED = ["--pack", "gdpr", "--as-of", DAY]
NOTICE, ENCRYPTION = "gdpr.breach.notify-controller", "gdpr.security.encryption"
DISPOSAL, CONTACT = "fjordline.disposal.deadline", "gdpr.contact.privacy"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def report(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("audit", *arguments, *ASKED, "--format", "json").stdout)
    return found


def statuses(found: dict[str, Any]) -> dict[str, str]:
    return {finding["rule_id"]: finding["status"] for finding in found["findings"]}


def test_a_contract_that_passes_fails_by_the_lines_of_the_bank() -> None:
    assert run("audit", GOOD, *ASKED).exit_code == 0
    result = run("audit", GOOD, "--overlay", OVERLAY, *ASKED)
    assert result.exit_code == 1
    for words in ("Overlay fjordline 1.0.0 on gdpr", "24 hours is the line of fjordline", "deadline 72 hours becomes"):
        assert words in " ".join(result.stdout.split())
    assert f"{CONTACT} is switched off by overlay fjordline" in result.stdout


def test_only_what_the_overlay_names_comes_out_otherwise() -> None:
    plain, changed = statuses(report(GOOD)), statuses(report(GOOD, "--overlay", OVERLAY))
    assert (plain[NOTICE], changed[NOTICE]) == ("met", "weak")
    assert changed[DISPOSAL] == "met"
    assert plain.keys() ^ changed.keys() == {DISPOSAL, CONTACT}
    assert {rule for rule in plain.keys() & changed.keys() if plain[rule] != changed[rule]} == {NOTICE}


def test_encryption_is_critical_for_the_bank() -> None:
    weak = EXAMPLES / "weak-vendor-dpa.md"
    plain, changed = report(weak), report(weak, "--overlay", OVERLAY)
    of = {name: next(f for f in found["findings"] if f["rule_id"] == ENCRYPTION)
          for name, found in (("plain", plain), ("changed", changed))}  # fmt: skip
    assert (of["plain"]["severity"], of["plain"]["basis"]) == ("low", "good_practice")
    assert (of["changed"]["severity"], of["changed"]["basis"]) == ("high", "law")


def test_the_report_names_the_overlay_and_keeps_to_the_schema() -> None:
    plain, changed = report(GOOD), report(GOOD, "--overlay", OVERLAY)
    jsonschema.validate(changed, json.loads((ROOT / "docs" / "schema" / "audit.schema.json").read_text()))
    (use,) = changed["overlays"]
    assert (use["name"], use["version"], use["extends"], use["conflicts"]) == ("fjordline", "1.0.0", "gdpr", [])
    assert len(use["digest"]) == 64
    assert f"{NOTICE}: deadline 72 hours becomes 24 hours." in use["changes"]
    assert plain["overlays"] == []
    assert digest_of(plain) != digest_of(changed)


def digest_of(found: dict[str, Any]) -> str:
    return next(str(pack["digest"]) for pack in found["packs"] if pack["name"] == "gdpr")


def test_settings_name_overlays_and_the_option_adds_to_them(tmp_path: Path) -> None:
    settings = tmp_path / "s.yaml"
    settings.write_text(f"overlays: [{OVERLAY}]\n", encoding="utf-8")
    assert report(GOOD, "--settings", settings) == report(GOOD, "--overlay", OVERLAY)
    more = tmp_path / "more.yaml"
    rules = f"rules:\n  {NOTICE}:\n    thresholds: {{deadline: 48 hours}}\n"
    more.write_text(f"extends: gdpr\nname: desk\nversion: 1.0.0\ntitle: Desk\n{rules}", encoding="utf-8")
    both = report(GOOD, "--settings", settings, "--overlay", more)
    assert statuses(both)[NOTICE] == "met"
    assert [use["name"] for use in both["overlays"]] == ["fjordline", "desk"]
    assert both["overlays"][1]["conflicts"] == [
        f"{NOTICE}: deadline is 24 hours in fjordline, 48 hours in desk, and this holds."
    ]


def test_the_library_lays_overlays_too() -> None:
    found = audit(GOOD, packs=["gdpr"], as_of=DAY, overlays=[OVERLAY])
    assert {finding.rule_id: finding.status.value for finding in found.findings} == statuses(
        report(GOOD, "--overlay", OVERLAY)
    )
    assert audit(GOOD, packs=["gdpr"], as_of=DAY).overlays == ()


def test_an_ill_written_overlay_stops_the_audit_with_file_line_and_cure(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(OVERLAY.read_text(encoding="utf-8").replace("deadline: 24 hours", "dead_line: 24 hours"))
    result = run("audit", GOOD, "--overlay", path, *ASKED)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f'error: {path}:10: unknown threshold "dead_line". Did you mean "deadline"?' in result.stderr
    assert run("audit", GOOD, "--overlay", tmp_path / "none.yaml", *ASKED).exit_code == 2


def test_the_overlay_of_the_examples_is_checked_tested_and_shown() -> None:
    assert run("packs", "check", OVERLAY).stdout == "1 pack, 3 rules: no faults\n"
    result = run("packs", "test", NOTICE, DISPOSAL, "--overlay", OVERLAY, "--as-of", DAY)
    assert (result.exit_code, result.stdout) == (0, "11 examples: 11 pass, 0 fail\n")
    shown = run("packs", "show", NOTICE, "--overlay", OVERLAY).stdout
    assert "threshold deadline: 24 hours" in shown
    assert "changed by overlay fjordline" in shown


def test_packs_new_writes_a_rule_that_passes_and_never_writes_over_one(tmp_path: Path) -> None:
    root = tmp_path / "packs"
    sound = ROOT / "tests" / "cases" / "packs" / "sound"
    for path in sound.rglob("*.yaml"):
        (root / path.relative_to(sound)).parent.mkdir(parents=True, exist_ok=True)
        (root / path.relative_to(sound)).write_bytes(path.read_bytes())
    asked = ["packs", "new", "acme.audit.access", "--family", "audit", "--root", root]
    assert "acme/audit.access.yaml written" in run(*asked).stdout
    assert run("packs", "check", root).stdout.endswith("1 pack, 2 rules: no faults\n")
    assert run("packs", "test", "acme.audit.access", "--root", root).exit_code == 0
    again = run(*asked)
    assert again.exit_code == 2
    assert "there already" in again.stderr


def test_coverage_is_printed_for_the_packs_named() -> None:
    table = run("packs", "coverage", "gdpr").stdout
    assert "| GDPR Art. 33(2) | `gdpr.breach.notify-controller` |" in table
    assert run("packs", "coverage", NOTICE).exit_code == 2


@pytest.mark.parametrize("name", ["audit", "packs"])
def test_the_help_names_overlays(name: str) -> None:
    arguments = ["audit", "--help"] if name == "audit" else ["packs", "test", "--help"]
    assert "--overlay FILE" in run(*arguments).stdout
