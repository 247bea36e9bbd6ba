"""`clause-auditor audit` and `extract` with the files that lawyers send."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from grpc_server.uploads import packed, page, run, word, word_of
from referencing import Registry, Resource

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


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(10)
GOOD = (Path(__file__).parents[2] / "examples" / "good-dpa.md").read_text()


def test_with_each_file_a_bad_paper_is_an_error_of_its_own(folder: Path) -> None:
    members = {"cut.docx": WORD[:300], "dpa.docx": WORD, "old.rtf": b"{\\rtf1 x}", "logo.png": PICTURE}
    (folder / "x.zip").write_bytes(packed(members))
    result = call("audit", "x.zip", "--each-file", "--format", "json", *DAY)
    assert result.exit_code == 2
    entries = json.loads(result.stdout)["audits"]
    assert [(entry["file"], entry["error"] is None) for entry in entries] == [
        ("x.zip/dpa.docx", True),
        ("x.zip/cut.docx", False),
        ("x.zip/old.rtf", False),
    ]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["x.zip, cut.docx", "x.zip, old.rtf"]


def test_papers_that_cannot_be_read_may_be_left_out_but_never_pass(folder: Path) -> None:
    (folder / "good.md").write_text(GOOD)
    whole = json.loads(call("audit", "good.md", "--format", "json", *DAY).stdout)
    (folder / "x.zip").write_bytes(packed({"dpa.md": GOOD, "annex.docx": WORD[:300], "old.rtf": b"{\\rtf1 x}"}))
    assert call("audit", "x.zip", *DAY).exit_code == 2
    result = call("audit", "x.zip", "--skip-unreadable", "--format", "json", *DAY)
    report = json.loads(result.stdout)
    assert (whole["decision"], report["decision"], result.exit_code) == ("pass", "review", 0)
    named = [line for line in report["scope"]["not_judged"] if line.startswith("x.zip/")]
    assert [line.split(" was not read: ")[0] for line in named] == ["x.zip/annex.docx", "x.zip/old.rtf"]
    assert set(named) <= set(report["decision_reasons"])


def test_what_is_missing_may_stand_in_a_paper_that_was_left_out(folder: Path) -> None:
    (folder / "short.md").write_text(f"# Data Processing Agreement\n\n{DUTY}\n")
    (folder / "annex.docx").write_bytes(LOCKED)
    both = ("short.md", "annex.docx", "--one-contract", "--pack", "gdpr", "--format", "json", *DAY)
    alone = json.loads(call("audit", "short.md", *both[3:]).stdout)
    report = json.loads(call("audit", *both, "--skip-unreadable").stdout)
    was, now = ({f["rule_id"]: f["status"] for f in one["findings"]} for one in (alone, report))
    missing = {rule for rule, status in was.items() if status == "missing"}
    assert missing
    assert {now[rule] for rule in missing} == {"unknown"}
    assert now["gdpr.breach.notify-controller"] == "met"


def test_a_contract_of_which_nothing_can_be_read_is_an_error_all_the_same(folder: Path) -> None:
    (folder / "locked.docx").write_bytes(LOCKED)
    result = call("audit", "locked.docx", "--skip-unreadable", *DAY)
    assert (result.exit_code, "password" in result.stderr) == (2, True)
    result = call("audit", "signed.zip", "--skip-unreadable", "--each-file")
    assert (result.exit_code, "each is one" in result.stderr) == (2, True)


def test_an_extract_with_a_gap_is_audited_as_one(folder: Path) -> None:
    (folder / "x.zip").write_bytes(packed({"dpa.md": GOOD, "annex.docx": WORD[:300]}))
    taken = call("extract", "x.zip", "--skip-unreadable").stdout
    (folder / "taken.json").write_text(taken)
    jsonschema.validate(json.loads(taken), _schema("contract"))
    given = extract(folder / "x.zip", skip_unreadable=True)
    assert extract(folder / "taken.json").unread == tuple(one.replace(str(folder) + "/", "") for one in given.unread)
    assert audit(folder / "taken.json", as_of="2026-11-22").decision == "review"
    assert audit(folder / "x.zip", as_of="2026-11-22", skip_unreadable=True).decision == "review"
    assert "x.zip/annex.docx was not read" in call("extract", "x.zip", "--skip-unreadable", "--format=markdown").stdout


def test_all_files_of_one_contract_that_cannot_be_read_are_named(folder: Path) -> None:
    (folder / "cut.docx").write_bytes(WORD[:300])
    (folder / "locked.docx").write_bytes(LOCKED)
    result = call("audit", "dpa.docx", "cut.docx", "locked.docx", "absent.pdf", "--one-contract", *DAY)
    assert result.exit_code == 2
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["cut.docx", "locked.docx", "absent.pdf"]
    with pytest.raises(InputError) as caught:
        audit([folder / "cut.docx", folder / "locked.docx"])
    assert len(caught.value.faults) == 2


def test_what_of_a_folder_is_passed_over_is_named(folder: Path) -> None:
    sub = folder / "sub"
    (sub / ".git").mkdir(parents=True)
    (sub / ".git" / "a.md").write_text("# hidden")
    for name, data in {
        "dpa.bin": WORD,
        "scan.PNG": PICTURE,
        "prices.xlsx": b"PK",
        "page.aspx": HIDDEN,
        "app.js": b"var x = {};",
        "font.woff": b"wOFF" + bytes(9),
        ".hidden.md": b"# hidden",
        "Thumbs.db": b"\0\1",
        "notes.log": b"text",
        "more.dat": packed({"a.md": "# One"}),
    }.items():
        (sub / name).write_bytes(data)
    result = call("audit", "sub", "--format", "json", *DAY)
    assert [entry["file"] for entry in json.loads(result.stdout)["audits"]] == ["sub/dpa.bin", "sub/page.aspx"]
    (line,) = result.stderr.splitlines()
    assert line.startswith("note: passed over")
    assert line.endswith("sub/more.dat, sub/prices.xlsx, sub/scan.PNG")
    one = json.loads(call("audit", "sub", "--one-contract", "--format", "json", *DAY).stdout)
    told = " ".join(one["scope"]["not_judged"])
    assert all(f"sub/{name} was not read" in told for name in ("more.dat", "prices.xlsx", "scan.PNG"))


def test_a_long_list_of_what_is_passed_over_is_cut(folder: Path) -> None:
    for number in range(30):
        (folder / f"{number:02}.png").write_bytes(PICTURE)
    (line,) = call("audit", ".", *DAY).stderr.splitlines()
    assert line.endswith("09.png and 20 more")


def test_a_report_in_the_audited_folder_is_not_said_to_be_passed_over(folder: Path) -> None:
    for _ in range(2):
        result = call("audit", ".", "--out", "report.xlsx", *DAY)
        assert (result.exit_code, result.stderr) == (1, "")


def test_several_files_are_extracted_each_by_itself_or_as_one(folder: Path) -> None:
    (folder / "cut.docx").write_bytes(WORD[:300])
    result = call("extract", ".")
    assert result.exit_code == 2
    taken = json.loads(result.stdout)
    registry = Registry().with_resource("urn:clause-auditor:contract:1", Resource.from_contents(_schema("contract")))
    jsonschema.Draft202012Validator(_schema("contracts"), registry=registry).validate(taken)
    assert [(entry["file"], entry["error"] is None) for entry in taken["contracts"]] == [
        ("cut.docx", False),
        ("dpa.docx", True),
        ("signed.zip", True),
        ("terms.html", True),
    ]
    one = json.loads(call("extract", "dpa.docx", "terms.html", "--one-contract").stdout)
    assert [document["id"] for document in one["documents"]] == ["dpa", "terms"]
    each = json.loads(call("extract", "signed.zip", "--each-file").stdout)
    assert [entry["file"] for entry in each["contracts"]] == ["signed.zip/dpa.docx", "signed.zip/terms.md"]
    text = call("extract", "dpa.docx", "terms.html", "--format", "markdown").stdout
    assert [line for line in text.splitlines() if line.startswith("<!-- file")] == [
        "<!-- file dpa.docx -->",
        "<!-- file terms.html -->",
    ]


def test_the_library_is_told_that_a_folder_is_no_contract(folder: Path) -> None:
    with pytest.raises(InputError, match=r"several contracts: give the files of one contract as a list of paths"):
        audit(folder)


def _schema(name: str) -> dict[str, Any]:
    path = Path(__file__).parents[2] / "docs" / "schema" / f"{name}.schema.json"
    return json.loads(path.read_text())  # type: ignore[no-any-return]
