"""`packs score` over the labelled contracts of the tests, through the real command."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from clause_auditor.api import audit, read_source
from clause_auditor.cli.main import cli
from clause_auditor.evaluation.corpus import open_corpus
from clause_auditor.evaluation.passages import Text, fold
from clause_auditor.packs import load_library

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
OVERLAY = ROOT / "examples" / "overlay" / "fjordline.yaml"
SCHEMA = ROOT / "docs" / "schema" / "score.schema.json"
DAY = "2026-11-22"
VIOLATIONS = {"weak", "missing", "contrary"}
ENCRYPTION, CONTACT = "gdpr.security.encryption", "gdpr.contact.privacy"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["packs", "score", *map(str, arguments), "--as-of", DAY])


def report(*arguments: str | Path) -> dict[str, Any]:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def copy_contracts(which: str, target: Path) -> Path:
    """Copy the contracts of the corpus whose names match a glob, with their labels."""
    for path in (*CORPUS.glob(f"labels/{which}.yaml"), *CORPUS.glob(f"documents/{which}.md")):
        (target / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target / path.relative_to(CORPUS))
    return target


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two contracts."""
    return copy_contracts("a[12]-*", tmp_path / "small")


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four contracts, one of them made for other ends."""
    return copy_contracts("[ab][56]-*", tmp_path_factory.mktemp("four"))


@pytest.fixture(scope="module")
def whole(four: Path) -> dict[str, Any]:
    return report(four)


@pytest.fixture
def bright(tmp_path: Path) -> Path:
    """The corpus that docs/evaluation.md shows: one contract, four labels, on which label and finding agree."""
    page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    for folder in ("documents", "labels"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / "examples" / "weak-vendor-dpa.md", tmp_path / "documents" / "brightpipe.md")
    sheet = page.split("```yaml\n")[1].split("```")[0]
    (tmp_path / "labels" / "brightpipe.gdpr.yaml").write_text(sheet, "utf-8")
    return tmp_path


@pytest.fixture
def mistaken(bright: Path) -> Path:
    """The same with a fifth label, that is wrong: precision and status are 0.8, recall is 1."""
    sheet = bright / "labels" / "brightpipe.gdpr.yaml"
    label = "  gdpr.dpia.assistance:\n    status: met\n    evidence: Each party will comply\n"
    sheet.write_text(sheet.read_text("utf-8") + label, "utf-8")
    return bright


@pytest.fixture(scope="module")
def pairs(four: Path) -> list[tuple[str, str, str, str]]:
    """Contract, rule, label, status of every label, each found by an audit of its own."""
    found = []
    for path in sorted(four.glob("labels/*.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        findings = audit(four / "documents" / sheet["document"], packs=[sheet["pack"]], as_of=DAY).findings
        statuses = {finding.rule_id: finding.status.value for finding in findings}
        contract = path.name.removesuffix(f".{sheet['pack']}.yaml")
        found += [(contract, rule, label["status"], statuses[rule]) for rule, label in sheet["labels"].items()]
    return found


def test_counts_are_those_of_single_audits(whole: dict[str, Any], pairs: list[tuple[str, str, str, str]]) -> None:
    kinds = Counter((label in VIOLATIONS, found in VIOLATIONS) for _, _, label, found in pairs)
    idle = sum(label == "not_applicable" and found not in VIOLATIONS for _, _, label, found in pairs)
    total = whole["total"]
    assert total["labels"] == len(pairs) > 100
    assert total["true_positives"] == kinds[True, True]
    assert total["false_positives"] == kinds[False, True]
    assert total["false_negatives"] == kinds[True, False]
    assert total["true_negatives"] == kinds[False, False] - idle
    assert total["status"]["part"] == sum(label == found for _, _, label, found in pairs)


def test_every_disagreement_is_listed(whole: dict[str, Any], pairs: list[tuple[str, str, str, str]]) -> None:
    listed = [(each["contract"], each["rule_id"], each["label"], each["found"]) for each in whole["disagreements"]]
    assert listed == sorted(pair for pair in pairs if pair[2] != pair[3])


def test_the_text_lists_a_disagreement_with_its_passage(mistaken: Path) -> None:
    told = run(mistaken).stdout
    listed = told[told.index("DISAGREEMENTS: 1") :]
    assert "brightpipe · gdpr.dpia.assistance: labelled met, found missing (" in listed
    assert "label: “Each party will comply”" in listed


def test_kinds_of_contracts_are_counted_apart(whole: dict[str, Any], four: Path) -> None:
    sheets = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in four.glob("labels/*.yaml")]
    labels = Counter(sheet["kind"] for sheet in sheets for _ in sheet["labels"])
    assert {row["name"]: row["labels"] for row in whole["by_kind"]} == {
        "data-protection contracts": labels["data_protection"],
        "other contracts": labels["other"],
    }


def test_the_labels_of_this_project_are_sound() -> None:
    corpus = open_corpus(CORPUS, load_library())
    assert corpus.sheets >= 14
    for contract in corpus.contracts():
        text = Text(document.text for document in read_source(contract.path).documents)
        labels = [label for sheet in contract.sheets for label in sheet.labels.values()]
        assert [label.place for label in labels if not all(text.holds(fold(part)) for part in label.parts)] == []


def test_findings_without_a_label_are_counted_apart(whole: dict[str, Any]) -> None:
    (pack,) = [pack for pack in load_library().packs if pack.name == "gdpr"]
    assert whole["unlabelled"] == len(pack.rules) * whole["sheets"] - whole["total"]["labels"]


def test_one_rule_alone(whole: dict[str, Any], four: Path) -> None:
    found = report(four, "--rule", ENCRYPTION)
    (row,) = found["by_rule"]
    assert row == next(each for each in whole["by_rule"] if each["name"] == ENCRYPTION)
    assert found["total"]["labels"] == row["labels"] == 4
    assert found["unlabelled"] == 0


def test_an_overlay_is_measured_as_it_judges(small: Path) -> None:
    plain, laid = report(small), report(small, "--overlay", OVERLAY)
    assert [overlay["name"] for overlay in laid["overlays"]] == ["fjordline"]
    assert laid["total"]["labels"] == plain["total"]["labels"] - 2
    assert [f"{CONTACT} is switched off by an overlay" in warning["problem"] for warning in laid["warnings"]] == [
        True
    ] * 2
    assert CONTACT not in {row["name"] for row in laid["by_rule"]}


@pytest.mark.parametrize(
    ("gates", "code"),
    [
        (["--min-precision", "0.8", "--min-recall", "1", "--min-status", "0.8"], 0),
        (["--min-precision", "0.81", "--min-recall", "1"], 1),
        (["--min-status", "0.81"], 1),
    ],
)
def test_gates_set_the_exit_code(mistaken: Path, gates: list[str], code: int) -> None:
    result = run(mistaken, *gates, "--disagreements", "none")
    assert result.exit_code == code, result.stdout
    assert ("Gate not passed" in result.stdout) is (code == 1)
    assert "DISAGREEMENTS" not in result.stdout


def test_a_share_beyond_one_is_a_usage_error() -> None:
    result = run(CORPUS, "--min-recall", "95")
    assert result.exit_code == 2
    assert "0<=x<=1" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--pack", "gdrp"], '--pack: no pack is called "gdrp". Did you mean "gdpr"?'),
        (["--rule", "gdpr.security.encrypt"], f'Did you mean "{ENCRYPTION}"?'),
        (["--pack", "hipaa"], "there is no label sheet for hipaa here. A corpus is a folder with"),
        (["--pack", "gdpr", "--rule", "ccpa.sale.prohibited"], "no sheet labels what is to be scored"),
    ],
)
def test_what_cannot_be_scored_is_an_error_with_its_cure(small: Path, arguments: list[str], words: str) -> None:
    result = run(small, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_json_keeps_to_its_schema(whole: dict[str, Any], bright: Path) -> None:
    validator = jsonschema.Draft202012Validator(
        json.loads((ROOT / "docs" / "schema" / "score.schema.json").read_text())
    )
    validator.check_schema(validator.schema)
    sheet = bright / "labels" / "brightpipe.gdpr.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("you of a confirmed", "nobody of a"), "utf-8")
    warned = report(bright, "--overlay", OVERLAY, "--min-recall", "0.1")
    (bright / "documents" / "brightpipe.md").write_text("")
    failed = json.loads(run(bright, "--format", "json").stdout)
    for found in (whole, warned, failed):
        assert [error.message for error in validator.iter_errors(found)] == []
    assert warned["warnings"]
    assert warned["gates"]
    assert failed["failures"]


def test_an_ill_formed_corpus_is_refused_before_anything_is_audited(small: Path) -> None:
    sheet = next(small.glob("labels/a1-*"))
    sheet.write_text(sheet.read_text("utf-8").replace("status: met", "status: mett", 1), "utf-8")
    next(small.glob("documents/a2-*")).unlink()
    result = run(small)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first == f'error: labels/{sheet.name}:6: unknown word "mett". Did you mean "met"?'
    assert ".gdpr.yaml:1: the document is not in documents/. Put the file into documents/" in second


def test_a_document_that_cannot_be_read_is_told_and_the_others_are_scored(small: Path) -> None:
    next(small.glob("documents/a1-*")).write_bytes(b"%PDF-1.7 and no more")
    result = run(small, "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 2
    assert "error: documents/a1-" in result.stderr
    assert (found["total"]["not_judged"], found["documents"]) == (30, 2)
    assert found["by_sheet"][0]["status"]["part"] == 0 < found["by_sheet"][1]["status"]["part"]


def test_the_report_is_the_same_bytes_on_every_run(mistaken: Path) -> None:
    command = [sys.executable, "-m", "clause_auditor.cli", "packs", "score", str(mistaken), "--as-of", DAY]
    for form in ("json", "text"):
        outputs = {
            subprocess.run(
                [*command, "--format", form], stdout=subprocess.PIPE, env={**os.environ, **env}, check=True
            ).stdout
            for env in ({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "77", "COLUMNS": "40"})
        }
        assert len(outputs) == 1


def test_the_sheet_of_the_page_is_sound_and_stands_in_its_document(bright: Path) -> None:
    found = report(bright)
    assert (found["warnings"], found["disagreements"], found["astray"]) == ([], [], [])
    assert found["total"]["labels"] == 4


def test_the_page_names_every_option_of_the_command() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    options = {word.strip(",[]") for word in run("--help").stdout.split() if word.startswith("--")} - {"--help"}
    assert len(options) >= 10
    assert {option for option in options if f"{option} " not in page and f"{option}`" not in page} == set()
