"""What came of each file, and the exit code of all together."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from clause_auditor.api import audit, make_options
from clause_auditor.bootstrap import build_auditor
from clause_auditor.cli.inputs import Input
from clause_auditor.cli.outcomes import Order, audit_input, exit_code
from clause_auditor.cli.reading import Reading
from clause_auditor.domain.audit import Decision
from clause_auditor.errors import InputError
from clause_auditor.reports import Outcome
from clause_auditor.reports.json_report import outcome_json
from clause_auditor.settings import Settings

ORDER = Order(Settings(), make_options(), Reading())
BASE = audit("Roses are red.", as_of="2026-11-22")


def outcome(word: str) -> Outcome:
    if word == "error":
        return Outcome("x", error=InputError([]))
    return Outcome("x", audit=dataclasses.replace(BASE, decision=Decision(word)))


@pytest.mark.parametrize(
    ("words", "plain", "strict"),
    [
        ("pass", 0, 0),
        ("review", 0, 1),
        ("fail", 1, 1),
        ("pass fail review", 1, 1),
        ("fail error pass", 2, 2),
        ("", 0, 0),
    ],
)
def test_two_comes_before_one_before_nought(words: str, plain: int, strict: int) -> None:
    outcomes = [outcome(word) for word in words.split()]
    assert exit_code(outcomes, fail_on_review=False) == plain
    assert exit_code(outcomes, fail_on_review=True) == strict


def test_a_crash_in_one_file_is_its_outcome_and_tells_nothing_of_the_text(tmp_path: Path) -> None:
    class Broken:
        def audit(self, *_: object, **__: object) -> None:
            raise RuntimeError("CANARY")

    path = tmp_path / "a.md"
    path.write_text("CANARY")
    (result,) = audit_input(Input("a.md", (path,)), Broken(), ORDER)  # type: ignore[arg-type]
    assert str(result.error) == "a.md: internal error (RuntimeError). Please report it"


def test_a_fault_of_the_engine_is_told_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Text.")
    order = dataclasses.replace(ORDER, options=dataclasses.replace(ORDER.options, packs=("absent",)))
    (result,) = audit_input(Input(str(path), (path,)), build_auditor(), order)
    assert str(result.error).startswith(f"{path}: pack")


def test_an_entry_names_the_file_and_the_fault() -> None:
    entry = outcome_json(Outcome("a.md", error=InputError(InputError.at("a.md:3", "wrong", "Mend it").faults)))
    assert entry == {"file": "a.md", "error": {"faults": [{"place": "a.md:3", "problem": "wrong", "cure": "Mend it"}]}}
    assert outcome_json(outcome("pass"))["decision"] == "pass"


def test_a_file_name_of_bytes_that_are_no_text_can_be_written() -> None:
    entry = outcome_json(Outcome("bad\udcff.md", error=InputError.at("bad\udcff.md", "wrong")))
    assert entry["file"] == "bad\\udcff.md"
    assert entry["error"]["faults"][0]["place"] == "bad\\udcff.md"


def test_a_fault_in_one_file_of_a_contract_names_that_file_once(tmp_path: Path) -> None:
    there, absent = tmp_path / "a.md", tmp_path / "b.md"
    there.write_text("Text.")
    source = Input(f"{there} + {absent}", (there, absent))
    (result,) = audit_input(source, build_auditor(), ORDER)
    assert str(result.error).startswith(f"{absent}: there is no such file")
