"""`packs mutate` through the real command: on a small pack whose faults are known, and on the installed ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clause_auditor.cli.main import cli

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
DAY = "2026-11-22"
RULE = """\
id: acme.breach.notice
title: Breaches are told
family: breach_notification
severity: high
basis: law
citations: [GDPR Art. 33(2)]
facets:
  notice:
    - act: {verb: tell, by: processor, about: [mishap]}
    - timed: {at_most: 72 hours}
  soft:
    near: [effort, tell]
    within: 6
statuses:
  met: notice and not soft
  weak: soft
MUTATIONS
texts:
  en:
    message: {met: Told in time., weak: Told if all goes well., missing: Not told.}
    why: Somebody has to know.
    remedy: "{vendor} shall tell {customer}."
examples:
  - name: in time
    status: met
    text: The Processor shall tell the Controller of every mishap within 24 hours.
    evidence: shall tell
  - name: two days
    status: met
    text: The Processor must tell the Controller of a mishap within 48 hours.
    evidence: must tell
  - name: efforts
    status: weak
    text: The Processor uses efforts to tell the Controller of a mishap within 48 hours.
    evidence: efforts to tell
  - {name: silent, status: missing, text: The Processor processes personal data for the Controller.}
"""
FILES = {
    "lexicons/en/words.yaml": "".join(f"{word}:\n  phrases: [{word}*]\n" for word in ("tell", "mishap", "effort")),
    "acme/pack.yaml": (
        "name: acme\nversion: 1.0.0\ntitle: Acme\nregime: Acme\njurisdiction: everywhere\n"
        "law_consulted: 2026-01-31\nlanguages: [en]\n"
    ),
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["packs", "mutate", *map(str, arguments), "--as-of", DAY])


def report(*arguments: str | Path) -> dict[str, Any]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    plain: dict[str, Any] = json.loads(result.stdout)
    return plain


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return write(tmp_path, "")


def write(root: Path, mutations: str) -> Path:
    files = FILES | {"acme/breach.notice.yaml": RULE.replace("MUTATIONS\n", mutations)}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_what_the_rule_notices_and_what_not(packs: Path) -> None:
    found = report("--root", packs)
    noticed = {(way["kind"], way["way"]): (way["noticed"], way["unnoticed"]) for way in found["ways"]}
    assert noticed == {
        ("drop", "drop"): (2, 0),
        ("permit", "may"): (2, 0),
        ("delay", "late"): (2, 0),
        ("swap", "parties"): (2, 0),
        ("negate", "not"): (2, 0),
        ("negate", "not obliged"): (2, 0),
        ("hedge", "efforts"): (2, 0),
        ("hedge", "where appropriate"): (0, 2),
        ("hedge", "sole discretion"): (0, 2),
    }
    assert found["total"]["share"]["value"] == pytest.approx(14 / 18)


def test_the_text_lists_the_changed_passages(packs: Path) -> None:
    result = run("--root", packs, "--kind", "hedge")
    assert result.exit_code == 0
    assert "hedge (sole discretion): acme.breach.notice, in time" in result.stdout
    assert "now: The Processor shall, at its sole discretion, tell the Controller of every mishap" in result.stdout
    assert "UNNOTICED" not in run("--root", packs, "--kind", "hedge", "--no-list").stdout


def test_the_gate(packs: Path) -> None:
    assert run("--root", packs, "--min-noticed", "0.95").exit_code == 1
    assert run("--root", packs, "--min-noticed", "0.7").exit_code == 0
    assert run("--root", packs, "--kind", "drop", "--min-noticed", "1").exit_code == 0


def test_a_rule_that_need_not_notice_is_not_tried(tmp_path: Path) -> None:
    root = write(tmp_path, "mutations:\n  need_not: {hedge: any effort will do}\n")
    assert "hedge" not in report("--root", root)["kinds"]
    assert run("--root", root, "--min-noticed", "1").exit_code == 0


def test_nothing_tried_passes_no_gate(tmp_path: Path) -> None:
    root = write(tmp_path, "mutations:\n  need_not: {all: said for the test}\n")
    assert run("--root", root, "--kind", "swap", "--min-noticed", "0").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--rule", "acme.breach.notise"],
        ["--pack", "acme.breach.notice"],
        ["--kind", "burn"],
        ["--invariance", "--min-noticed", "0.9"],
        ["--max-moved", "0.1"],
        ["no-such-folder"],
    ],
)
def test_usage_errors(packs: Path, arguments: list[str]) -> None:
    result = run(*arguments, "--root", packs)
    assert result.exit_code == 2
    assert result.stderr


def test_a_corpus_of_labelled_contracts() -> None:
    found = report(
        CORPUS, "--rule", "gdpr.breach.notify-controller", "--kind", "drop", "--kind", "delay", "--jobs", "1"
    )
    assert found["subjects"] > 3
    tried = found["total"]
    assert tried["noticed"] + tried["unnoticed"] + tried["elsewhere"] + tried["not_applicable"] >= found["subjects"]
    assert found["kinds"]["drop"]["unnoticed"] == 0
    assert set(found["rules"]) == {"gdpr.breach.notify-controller"}


def test_the_limit_counts_contracts_of_each_rule() -> None:
    few = ["--rule", "gdpr.breach.notify-controller", "--rule", "gdpr.security.measures", "--limit", "2"]
    assert report(CORPUS, *few, "--kind", "drop", "--jobs", "1")["subjects"] == 4


def test_more_processes_say_the_same() -> None:
    command = [sys.executable, "-m", "clause_auditor.cli", "packs", "mutate", "--rule", "gdpr.breach.notify-controller"]
    command += ["--rule", "hipaa.breach.notify", "--as-of", DAY, "--format", "json", "--jobs"]
    outputs = [
        subprocess.run(
            [*command, jobs], capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": jobs}
        ).stdout
        for jobs in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert json.loads(outputs[0])["subjects"] > 8


def test_statuses_stay_whatever_does_not_matter(packs: Path) -> None:
    found = report("--root", packs, "--invariance")
    assert found["subjects"] == 4
    assert found["moves"] == []
    assert found["changes"]["wrapped at 60"]["compared"] == 3
    assert run("--root", packs, "--invariance", "--max-moved", "0").exit_code == 0


def test_invariance_of_a_corpus_in_text() -> None:
    result = run(CORPUS, "--invariance", "--limit", "1", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 contracts")
    assert "clauses rotated" in result.stdout
