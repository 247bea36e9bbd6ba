"""The library: what it takes, and what it refuses."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from clause_auditor import audit, compare
from clause_auditor.api import make_options, read_source
from clause_auditor.domain.contract import Contract
from clause_auditor.errors import InputError

TEXT = "The Processor shall notify the Controller of a personal data breach without undue delay.\n"


def test_a_text_its_bytes_its_file_and_its_contract_give_the_same_audit(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    sources: list[str | bytes | Path | Contract] = [TEXT, TEXT.encode(), path, read_source(TEXT)]
    audits = [audit(source, as_of="2026-11-22") for source in sources]
    assert all(each == audits[0] for each in audits)


def test_drafts_of_any_kind_give_the_same_comparison(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT)
    late = "The Processor shall notify the Controller of a personal data breach within 30 days.\n"
    sources: list[str | bytes | Path | Contract] = [TEXT, TEXT.encode(), path, read_source(TEXT)]
    comparisons = [compare(source, late, packs=["gdpr"], as_of="2026-11-22") for source in sources]
    assert all(each == comparisons[0] for each in comparisons)
    assert comparisons[0].findings[0].change == "lost"


def test_the_law_is_that_of_today_unless_a_day_is_given() -> None:
    assert make_options().as_of == datetime.date.today().isoformat()
    assert make_options(as_of=datetime.date(2020, 2, 29)).as_of == "2020-02-29"
    assert make_options(as_of="2020-02-29").as_of == "2020-02-29"


def test_one_name_alone_is_one_pack() -> None:
    assert make_options("gdpr").packs == ("gdpr",)
    assert make_options(["gdpr", "gdpr"]).packs == ("gdpr",)


@pytest.mark.parametrize(
    "option",
    [
        {"as_of": "22.11.26"},
        {"as_of": "2026-02-30"},
        {"perspective": "judge"},
        {"fail_on": "none"},
        {"as_of": 20261122},
        {"packs": ["no"]},
        {"packs": [1]},
        {"packs": 5},
    ],
)
def test_an_ill_typed_option_is_refused(option: dict[str, object]) -> None:
    with pytest.raises(InputError):
        audit(TEXT, **option)  # type: ignore[arg-type]


@pytest.mark.parametrize("source", ["", "  \n", b"%PDF-1.4", "a\ud800", Path("absent.md"), 12, Contract()])
def test_what_is_no_contract_is_refused(source: object) -> None:
    with pytest.raises(InputError):
        audit(source)  # type: ignore[arg-type]
