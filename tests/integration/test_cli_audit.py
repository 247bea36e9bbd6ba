"""`clause-auditor audit` as its users meet it: good input, bad input, formats and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from referencing import Registry, Resource

from clause_auditor.cli.main import cli

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
DAY = ["--as-of", "2026-11-22"]
BAD = """\
# Data Processing Agreement

1.1 The Processor has no obligation to notify the Controller of any personal data breach.
"""
PLAIN = "Roses are red, violets are blue. The cat sat on the mat and the sun was warm.\n"


def schema(name: str) -> dict[str, object]:
    return json.loads((ROOT / "docs" / "schema" / name).read_text())  # type: ignore[no-any-return]


def run(*arguments: str | Path, data: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(cli, ["audit", *map(str, arguments)], input=data, env=env)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "plain.txt").write_text(PLAIN)
    (tmp_path / "facts.yaml").write_text("facts:\n  breach_notice: 5 calendar_days\n")
    return tmp_path


def test_a_violation_is_told_with_clause_quote_law_and_cure(folder: Path) -> None:
    result = run("bad.md", "--pack", "gdpr", *DAY, env={"COLUMNS": "100"})
    assert result.exit_code == 1
    assert "Decision: FAIL" in result.stdout
    assert "Clause 1.1: “" in result.stdout
    assert "GDPR Art. 33(2)" in result.stdout
    assert "What to ask for:" in result.stdout
    assert "not legal advice" in result.stdout
    assert result.stdout.index("CRITICAL (") < result.stdout.index("NOT JUDGED")


def test_json_keeps_to_the_schema_and_is_the_same_each_time(folder: Path) -> None:
    first, second = (run("bad.md", "--format", "json", *DAY) for _ in range(2))
    assert first.stdout == second.stdout
    report = json.loads(first.stdout)
    jsonschema.validate(report, schema("audit.schema.json"))
    (finding,) = [f for f in report["findings"] if f["rule_id"] == "gdpr.breach.notify-controller"]
    assert finding["status"] == "contrary"


def test_the_name_of_the_file_changes_nothing(folder: Path) -> None:
    (folder / "other name.md").write_text(BAD)
    assert run("bad.md", "--format", "json", *DAY).stdout == run("other name.md", "--format", "json", *DAY).stdout


def test_standard_input_is_a_contract(folder: Path) -> None:
    result = run("-", "--format", "json", *DAY, data=BAD.encode())
    assert json.loads(result.stdout) == json.loads(run("bad.md", "--format", "json", *DAY).stdout)


def test_facts_alone_are_judged_and_the_rest_is_unknown(folder: Path) -> None:
    report = json.loads(run("facts.yaml", "--pack", "gdpr", "--format", "json", *DAY).stdout)
    statuses = {f["rule_id"]: f["status"] for f in report["findings"]}
    assert statuses.pop("gdpr.breach.notify-controller") == "weak"
    assert set(statuses.values()) <= {"unknown", "not_applicable"}


def test_a_text_of_no_regime_is_for_review_and_says_why(folder: Path) -> None:
    result = run("plain.txt", *DAY)
    assert result.exit_code == 0
    assert "Decision: REVIEW" in result.stdout
    assert "No pack applies" in result.stdout
    assert run("plain.txt", "--fail-on-review", *DAY).exit_code == 1


def test_the_line_of_failure_can_be_set(folder: Path) -> None:
    assert run("facts.yaml", "--fail-on", "critical", *DAY).exit_code == 0
    assert run("facts.yaml", "--fail-on", "high", *DAY).exit_code == 1
    (folder / "clause-auditor.yaml").write_text("fail_on: critical\n")
    assert run("facts.yaml", *DAY).exit_code == 0
    assert run("facts.yaml", *DAY, env={"CLAUSE_AUDITOR_FAIL_ON": "low"}).exit_code == 1


def test_all_files_are_finished_and_the_worst_code_wins(folder: Path) -> None:
    (folder / "empty.md").write_text("")
    result = run("empty.md", "plain.txt", "bad.md", *DAY)
    assert result.exit_code == 2
    assert "empty.md: the file is empty" in result.stderr
    assert "Decision: FAIL" in result.stdout
    assert "3 contracts: 1 fail, 1 in error, 1 review" in result.stdout
    assert run("plain.txt", "bad.md", *DAY).exit_code == 1


def test_several_files_as_json_are_one_object(folder: Path) -> None:
    (folder / "empty.md").write_text("")
    result = run(".", "--format", "json", *DAY)
    report = json.loads(result.stdout)
    known = [schema("audit.schema.json"), schema("audits.schema.json")]
    registry = Registry().with_resources([(str(s["$id"]), Resource.from_contents(s)) for s in known])
    jsonschema.Draft202012Validator(known[1], registry=registry).validate(report)
    assert [entry["file"] for entry in report["audits"]] == ["bad.md", "empty.md", "facts.yaml", "plain.txt"]
    assert [bool(entry["error"]) for entry in report["audits"]] == [False, True, False, False]


def test_several_files_can_be_one_contract(folder: Path) -> None:
    result = run("plain.txt", "bad.md", "--one-contract", "--format", "json", *DAY)
    documents = [document["id"] for document in json.loads(result.stdout)["scope"]["documents"]]
    assert documents == ["plain", "bad"]


def test_explain_shows_the_steps(folder: Path) -> None:
    assert "How it came to" not in run("bad.md", *DAY).stdout
    result = run("bad.md", "--explain", *DAY)
    assert "How it came to “contrary”:" in result.stdout
    assert "· Clause 1.1: " in result.stdout


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.md", b"", "the file is empty"),
        ("a.pdf", b"%PDF-1.7 CANARY", "PDF"),
        ("a.docx", b"PK\x03\x04CANARY", ".docx"),
        ("a.txt", b"CANARY\0", "NUL byte at offset 6"),
        ("a.yaml", b"facts:\n  term: CANARY\n", "a.yaml:2"),
        ("a.yaml", b"facts: {}\nfacts: {}\n", "a.yaml:2"),
        ("a.yaml", b"CANARY: [1\n", "a.yaml:"),
        ("a.yaml", b"contract_key: k\nCANARY x: 1\n", "a.yaml:2: unknown field (a text)"),
        ("a.json", b'{"facts": {"term": 3}}', "a.json:1"),
        ("a.json", b'{"signed_on": "CANARY"}', "no date"),
        ("a.json", b'{"facts": ', "a.json:1"),
        ("a.json", b"[" * 5000, "a.json:1"),
    ],
)
def test_bad_input_gets_a_message_with_place_and_cure(folder: Path, name: str, data: bytes, words: str) -> None:
    (folder / name).write_bytes(data)
    result = run(name, *DAY)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert name in result.stderr
    assert words in result.stderr
    assert "CANARY" not in result.stderr
    assert "Traceback" not in result.output


def test_a_file_over_the_limit_is_refused(folder: Path) -> None:
    result = run("bad.md", *DAY, env={"CLAUSE_AUDITOR_MAX_TEXT_BYTES": "100"})
    assert result.exit_code == 2
    assert "limit of 100 bytes" in result.stderr
    long = run("-", *DAY, data=BAD.encode(), env={"CLAUSE_AUDITOR_MAX_TEXT_BYTES": "100"})
    assert "limit of 100 bytes" in long.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "FILE"),
        (["absent.md"], "no such file"),
        (["bad.md", "--pack", "gdrp"], 'Did you mean "gdpr"?'),
        (["bad.md", "--as-of", "22.11.2026"], "this is no date"),
        (["bad.md", "--as-of", "2026-02-30"], "this is no date"),
        (["bad.md", "--fail-on", "none"], "critical"),
        (["bad.md", "--perspective", "judge"], "vendor"),
        (["bad.md", "--format", "pdf"], "json"),
        (["bad.md", "--settings", "absent.yaml"], "absent.yaml"),
        (["*.pdf"], "no contract matches"),
        (["bad.md", "--explian"], "--explain"),
    ],
)
def test_wrong_usage_gets_a_message(folder: Path, arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_language_that_no_pack_knows_is_unknown_and_said_so(folder: Path) -> None:
    french = (
        "Le sous-traitant notifie au responsable du traitement toute violation de données à caractère personnel "
        "dans les meilleurs délais après en avoir pris connaissance. Le sous-traitant ne traite les données que "
        "sur instruction documentée du responsable du traitement, et garantit la confidentialité des données.\n"
    )
    (folder / "fr.md").write_text(french)
    report = json.loads(run("fr.md", "--pack", "gdpr", "--format", "json", *DAY).stdout)
    assert {f["status"] for f in report["findings"]} == {"unknown"}
    assert report["decision"] == "review"
    assert [document["judged"] for document in report["scope"]["documents"]] == [False]


def test_as_a_process_it_is_quiet_and_uses_utf_8(folder: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "clause_auditor.cli", "audit", "bad.md", *DAY]
    text = subprocess.run(command, capture_output=True, env=env, check=False)
    assert (text.returncode, text.stderr) == (1, b"")
    form = subprocess.run([*command, "--format", "json"], capture_output=True, env=env, check=False)
    assert json.loads(form.stdout.decode("utf-8"))["decision"] == "fail"


def test_a_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    script = f"{sys.executable} -m clause_auditor.cli audit {' '.join(['bad.md', 'plain.txt'] * 1)} | head -n 1"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
