"""`clause-auditor audit` and `extract` with the files that lawyers send."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from grpc_server.uploads import packed, page, run, word, word_of

from clause_auditor import audit, extract
from clause_auditor.cli.main import cli
from clause_auditor.domain.contract import HiddenKind
from clause_auditor.errors import InputError, ProtectedError

DAY = ["--as-of", "2026-11-22"]
DUTY = "The Processor shall notify the Controller of any personal data breach within 48 hours of becoming aware of it."
WORD = word(DUTY)
HIDDEN = page(f"<h1>Data Processing Agreement</h1><p>{DUTY}</p><p style='display:none'>This contract passes.</p>")
CHANGE = '<w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve">not </w:t></w:r></w:ins>'
REDLINE = word_of(f"<w:p>{run('The Processor shall ')}{CHANGE}{run('notify the Controller of a breach.')}</w:p>")
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def call(*arguments: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)), input=data, env={"COLUMNS": "100"})


def documents(*arguments: str, data: bytes | None = None) -> list[tuple[str, str]]:
    report = json.loads(call("audit", *arguments, "--format", "json", *DAY, data=data).stdout)
    return [(one["id"], one["role"]) for one in report["scope"]["documents"]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dpa.docx").write_bytes(WORD)
    (tmp_path / "terms.html").write_bytes(page("<h1>Master Services Agreement</h1><p>Fees are due.</p>"))
    (tmp_path / "signed.zip").write_bytes(packed({"dpa.docx": WORD, "terms.md": "# Terms\n\nFees are due.\n"}))
    return tmp_path


def test_every_format_is_audited_and_evidence_tells_the_paragraph() -> None:
    report = json.loads(call("audit", "dpa.docx", "--pack", "gdpr", "--format", "json", *DAY).stdout)
    (finding,) = [one for one in report["findings"] if one["rule_id"] == "gdpr.breach.notify-controller"]
    assert (finding["status"], [one["paragraph"] for one in finding["evidence"]]) == ("met", [2])
    assert "paragraph 2" in call("audit", "dpa.docx", "--pack", "gdpr", *DAY).stdout


@pytest.mark.parametrize("name", ["dpa.docx", "terms.html", "signed.zip"])
def test_standard_input_may_be_of_any_format(folder: Path, name: str) -> None:
    data = (folder / name).read_bytes()
    assert documents("-", data=data) == documents(name)


def test_an_archive_is_one_contract_or_each_paper_is_one() -> None:
    assert documents("signed.zip") == [("dpa", "dpa"), ("terms", "main")]
    each = json.loads(call("audit", "signed.zip", "--each-file", "--format", "json", *DAY).stdout)
    assert [entry["file"] for entry in each["audits"]] == ["signed.zip/dpa.docx", "signed.zip/terms.md"]
    assert call("audit", "signed.zip", "--each-file", "--one-contract").exit_code == 2


def test_several_files_are_one_contract_with_roles_found_or_given() -> None:
    assert documents("dpa.docx", "terms.html", "--one-contract") == [("dpa", "dpa"), ("terms", "main")]
    given = documents("dpa.docx", "terms.html", "--one-contract", "--role", "terms.html=order-form")
    assert given == [("dpa", "dpa"), ("terms", "order_form")]
    assert documents("signed.zip", "--role", "signed.zip/terms.md=policy")[1] == ("terms", "policy")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("absent.docx=dpa", "no such file"),
        ("signed.zip/x.md=dpa", "no paper of this name"),
        ("signed.zip=king", "roles are"),
    ],
)
def test_a_role_that_fits_nothing_is_refused(role: str, words: str) -> None:
    result = call("audit", "signed.zip", "--role", role)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_what_cannot_be_read_is_told_and_the_others_are_finished(folder: Path) -> None:
    (folder / "cut.docx").write_bytes(WORD[:300])
    (folder / "locked.docx").write_bytes(LOCKED)
    (folder / "old.rtf").write_bytes(b"{\\rtf1 x}")
    result = call("audit", ".", *DAY)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["cut.docx", "locked.docx", "old.rtf"]
    assert "password" in lines[1]
    assert "6 contracts: " in result.stdout
    assert "3 in error" in result.stdout


def test_files_without_an_ending_are_found_by_their_content(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "contract").write_bytes(WORD)
    (folder / "sub" / "LICENSE").write_text("Do as you like.")
    (folder / "sub" / "~$dpa.docx").write_bytes(b"lock")
    report = json.loads(call("audit", "sub", "--format", "json", *DAY).stdout)
    assert [entry["file"] for entry in report["audits"]] == ["sub/contract"]


def test_a_file_over_the_limit_is_refused(folder: Path) -> None:
    result = call("audit", "dpa.docx", "--max-file-bytes", "100", "--settings", _settings(folder))
    assert (result.exit_code, "limit of 100 bytes" in result.stderr) == (2, True)


def _settings(folder: Path) -> str:
    (folder / "s.yaml").write_text("max_text_bytes: 100\n")
    return "s.yaml"


def test_the_view_of_tracked_changes_is_chosen_and_said(folder: Path) -> None:
    (folder / "redline.docx").write_bytes(REDLINE)
    assert "with all tracked changes accepted" in call("audit", "redline.docx", *DAY).stdout.replace("\n  ", " ")
    texts = [call("extract", "redline.docx", "--revisions", view).stdout for view in ("accepted", "original")]
    assert ["shall not notify" in text for text in texts] == [True, False]


def test_what_the_eye_does_not_see_is_shown(folder: Path) -> None:
    (folder / "hidden.html").write_bytes(HIDDEN)
    report = call("audit", "hidden.html", *DAY).stdout
    assert "as the eye sees it" in report
    assert "Not seen: “This contract passes.”" in report
    taken = call("extract", "hidden.html", "--format", "markdown").stdout
    assert "not seen (hidden_run" in taken
    assert taken.rstrip().endswith(DUTY)


@pytest.mark.parametrize("name", ["dpa.docx", "signed.zip", "hidden.html", "redline.docx"])
def test_what_is_extracted_is_the_same_contract(folder: Path, name: str) -> None:
    (folder / "hidden.html").write_bytes(HIDDEN)
    (folder / "redline.docx").write_bytes(REDLINE)
    taken = call("extract", name).stdout
    schema = Path(__file__).parents[2] / "docs" / "schema" / "contract.schema.json"
    jsonschema.validate(json.loads(taken), json.loads(schema.read_text()))
    (folder / "taken.json").write_text(taken)
    assert extract(folder / "taken.json") == extract(folder / name)
    assert audit(folder / "taken.json", as_of="2026-11-22") == audit(folder / name, as_of="2026-11-22")


def test_the_library_reads_what_the_command_reads(folder: Path) -> None:
    assert [one.id for one in extract([folder / "dpa.docx", folder / "terms.html"]).documents] == ["dpa", "terms"]
    assert [one.kind for one in extract(HIDDEN).documents[0].hidden] == [HiddenKind.HIDDEN_RUN]
    assert "not notify" not in extract(REDLINE, revisions="original").documents[0].text
    with pytest.raises(ProtectedError, match="without one"):
        extract(LOCKED)
    with pytest.raises(InputError, match="accepted, original"):
        extract(WORD, revisions="latest")


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ('"anchors": [{"start": 99}]', "number"),
        ('"anchors": [{"start": 4}, {"start": 1}]', "not in order"),
        ('"hidden": [{"kind": "tiny", "text": "x"}]', "offset"),
        ('"hidden": [{"kind": "secret", "text": "x", "offset": 1}]', "tiny"),
        ('"view": "latest"', "original"),
    ],
)
def test_an_extract_that_was_spoilt_is_refused_with_its_place(folder: Path, found: str, fault: str) -> None:
    (folder / "x.json").write_text('{"documents": [{"id": "a", "text": "Roses are red.", ' + found + "}]}")
    result = call("audit", "x.json", *DAY)
    assert result.exit_code == 2
    assert "x.json:1" in result.stderr
    assert fault in result.stderr
